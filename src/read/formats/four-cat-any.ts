import type { DumpFormat } from './format.js';

/** 4CAT's posts of any other platform: these columns are always present, with others. */
export const fourCatAny: DumpFormat = {
  name: '4cat-any',
  writtenBy: '4CAT and Zeeschuimer, any other platform',
  recognisedBy: ['id', 'thread_id', 'timestamp', 'unix_timestamp', 'body', 'author'],
  timesInUtc: true,
  columns: {
    id: 'id',
    account: 'author_id',
    handle: 'author',
    name: ['author_fullname', 'author_full', 'author_name', 'author_display_name'],
    time: ['unix_timestamp', 'timestamp'],
    text: 'body',
    // The columns of other platforms come first: a table with author_fullname and is_retweet is from X, and `4cat`
    // reads it.
    retweet: ['is_repost', 'is_reblog', 'is_retweet'],
    hashtags: 'hashtags',
    links: ['urls', 'links'],
    url: ['link', 'url', 'tiktok_url', 'post_url'],
  },
};
