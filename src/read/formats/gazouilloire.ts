import type { DumpFormat } from './format.js';

/**
 * Gazouilloire and minet. `local_time` and `user_created_at` are in the collector's time zone; the timestamps are in
 * UTC.
 */
export const gazouilloire: DumpFormat = {
  name: 'gazouilloire',
  writtenBy: 'Gazouilloire and minet',
  platform: 'x',
  recognisedBy: ['id', 'timestamp_utc', 'local_time', 'user_screen_name', 'text'],
  timesInUtc: true,
  columns: {
    id: 'id',
    account: 'user_id',
    handle: 'user_screen_name',
    name: 'user_name',
    created: ['user_timestamp_utc', 'user_created_at'],
    time: 'timestamp_utc',
    text: 'text',
    retweeted_id: 'retweeted_id',
    retweeted_handle: 'retweeted_user',
    quoted_id: 'quoted_id',
    replied_id: 'to_tweetid',
    replied_to: ['to_username', 'to_userid'],
    hashtags: 'hashtags',
    links: 'links',
    client: 'source_name',
    url: 'url',
  },
};
