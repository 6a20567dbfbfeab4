import type { DumpFormat } from './format.js';

/** R package twitteR (`twListToDF`). `retweeted` is not used: it shows whether the collector retweeted the post. */
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
