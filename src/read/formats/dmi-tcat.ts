import type { DumpFormat } from './format.js';

/**
 * DMI-TCAT's export of all tweets, and Gazouilloire's in the same columns. `time` is in seconds; `created_at` is in the
 * server's zone.
 */
export const dmiTcat: DumpFormat = {
  name: 'dmi-tcat',
  writtenBy: 'DMI-TCAT and Gazouilloire, export of all tweets',
  platform: 'x',
  recognisedBy: ['id', 'time', 'created_at', 'from_user_name', 'from_user_id', 'text'],
  columns: {
    id: 'id',
    account: 'from_user_id',
    handle: 'from_user_name',
    name: 'from_user_realname',
    created: 'from_user_created_at',
    time: 'time',
    text: 'text',
    retweeted_id: ['retweet_id', 'retweeted_id'],
    retweeted_handle: 'retweeted_user_name',
    quoted_id: ['quoted_status_id', 'quoted_id'],
    replied_id: 'in_reply_to_status_id',
    replied_to: ['to_user_name', 'to_user_id'],
    hashtags: 'hashtags',
    links: ['urls_expanded', 'urls_followed', 'urls', 'links'],
    client: ['source_name', 'source'],
  },
};
