import type { DumpFormat } from './format.js';

/** 4CAT's posts of X, collected by itself or imported from the browser with Zeeschuimer. */
export const fourCat: DumpFormat = {
  name: '4cat',
  writtenBy: '4CAT and Zeeschuimer',
  platform: 'x',
  recognisedBy: ['id', 'thread_id', 'timestamp', 'body', 'author', 'author_fullname', 'is_retweet'],
  timesInUtc: true,
  columns: {
    id: 'id',
    account: 'author_id',
    handle: 'author',
    name: 'author_fullname',
    time: 'timestamp',
    text: 'body',
    retweet: 'is_retweet',
    retweeted_handle: 'retweeted_user',
    quote: 'is_quote_tweet',
    replied_to: ['replied_user', 'reply_to'],
    hashtags: 'hashtags',
    links: 'urls',
    client: 'source',
    url: 'link',
  },
};
