import type { DumpFormat } from './format.js';

/**
 * twint. Date and time of day are separate, in the collector's time zone; `created_at` ends in the name of that zone.
 */
export const twint: DumpFormat = {
  name: 'twint',
  writtenBy: 'twint',
  platform: 'x',
  recognisedBy: ['conversation_id', 'date', 'time', 'timezone', 'username', 'tweet'],
  columns: {
    id: 'id',
    account: 'user_id',
    handle: 'username',
    name: 'name',
    time: 'date',
    clock: 'time',
    zone: 'timezone',
    text: 'tweet',
    retweet: 'retweet',
    retweeted_id: 'retweet_id',
    retweeted_handle: 'user_rt',
    hashtags: 'hashtags',
    links: 'urls',
    client: 'source',
    url: 'link',
  },
};
