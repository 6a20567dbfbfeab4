import type { DumpFormat } from './format.js';

/** R package rtweet before 1.0 (`save_as_csv`): ids with the prefix x, lists separated by spaces. */
export const rtweet: DumpFormat = {
  name: 'rtweet',
  writtenBy: 'rtweet before 1.0 (R)',
  platform: 'x',
  recognisedBy: ['user_id', 'status_id', 'created_at', 'screen_name', 'text'],
  timesInUtc: true,
  columns: {
    id: 'status_id',
    account: 'user_id',
    handle: 'screen_name',
    name: 'name',
    created: 'account_created_at',
    time: 'created_at',
    text: 'text',
    retweet: 'is_retweet',
    quote: 'is_quote',
    retweeted_id: 'retweet_status_id',
    retweeted_handle: 'retweet_screen_name',
    quoted_id: 'quoted_status_id',
    replied_id: 'reply_to_status_id',
    replied_to: ['reply_to_screen_name', 'reply_to_user_id'],
    hashtags: 'hashtags',
    links: ['urls_expanded_url', 'urls_url'],
    client: 'source',
    url: 'status_url',
  },
};
