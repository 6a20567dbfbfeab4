import type { DumpFormat } from './format.js';

/** 4CAT, posts of any other platform: a row has these, whatever else it has. */
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
    // Those of other platforms first: with author_fullname and is_retweet it is a table of X, which `4cat` reads.
    retweet: ['is_repost', 'is_reblog', 'is_retweet'],
    hashtags: 'hashtags',
    links: ['urls', 'links'],
    url: ['link', 'url', 'tiktok_url', 'post_url'],
  },
};
