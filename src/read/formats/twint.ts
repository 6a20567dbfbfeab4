import type { DumpFormat } from './format.js';

/** twint. Day and time of day stand apart, in the collector's own zone; `created_at` ends in that zone's name. */
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
