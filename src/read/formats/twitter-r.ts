import type { DumpFormat } from './format.js';

/** R package twitteR (`twListToDF`). Its `retweeted` tells whether the collector retweeted it, and is of no use. */
export const twitterR: DumpFormat = {
  name: 'twitteR',
  writtenBy: 'twitteR (R)',
  platform: 'x',
  recognisedBy: ['screenName', 'created', 'isRetweet', 'statusSource', 'text'],
  timesInUtc: true,
  columns: {
    id: 'id',
    handle: 'screenName',
    time: 'created',
    text: 'text',
    retweet: 'isRetweet',
    replied_id: 'replyToSID',
    replied_to: ['replyToSN', 'replyToUID'],
    client: 'statusSource',
  },
};
