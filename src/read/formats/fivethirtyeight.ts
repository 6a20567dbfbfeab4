import type { DumpFormat } from './format.js';

/**
 * Three million tweets of the Internet Research Agency (Clemson University, FiveThirtyEight), and copies of it with
 * creation dates joined in.
 */
export const fivethirtyeight: DumpFormat = {
  name: 'fivethirtyeight',
  writtenBy: 'the FiveThirtyEight release of Internet Research Agency tweets, and copies of it',
  platform: 'x',
  recognisedBy: ['external_author_id', 'author', 'content', 'publish_date'],
  timesInUtc: true,
  dayOrder: 'month-first',
  apostropheBeforeSigns: true,
  urlHoldsAccountId: true,
  columns: {
    id: 'tweet_id',
    account: 'external_author_id',
    handle: 'author',
    created: 'account_created_at',
    created_source: 'created_source',
    time: 'publish_date',
    text: 'content',
    kind: 'post_type',
    retweet: 'retweet',
    links: ['tco1_step1', 'tco2_step1', 'tco3_step1'],
    url: 'article_url',
  },
};
