import type { DumpFormat } from './format.js';

/** Mentions exported from Brandwatch, below a title of several lines. References to posts are given as addresses. */
export const brandwatch: DumpFormat = {
  name: 'brandwatch',
  writtenBy: 'Brandwatch, export of mentions',
  recognisedBy: ['Query Name', 'Date', 'Author', 'Full Text'],
  columns: {
    account: ['X Author ID', 'Twitter Author ID'],
    handle: 'Author',
    name: 'Full Name',
    time: 'Date',
    text: ['Full Text', 'Snippet', 'Title'],
    retweeted_id: ['X Repost of', 'Twitter Retweet of'],
    replied_id: ['X Reply to', 'Twitter Reply to'],
    hashtags: 'Hashtags',
    links: 'Expanded URLs',
    url: ['Original Url', 'Url'],
  },
};
