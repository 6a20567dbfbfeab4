import type { DumpFormat } from './format.js';

/**
 * minet's export of Bluesky. A repost is a row of the original post, with columns for the reposter and the repost
 * time.
 */
export const bluesky: DumpFormat = {
  name: 'bluesky',
  writtenBy: 'minet, for Bluesky',
  platform: 'bluesky',
  recognisedBy: ['uri', 'timestamp_utc', 'user_did', 'user_handle', 'text'],
  timesInUtc: true,
  columns: {
    id: 'uri',
    account: 'user_did',
    handle: 'user_handle',
    name: 'user_display_name',
    created: ['user_timestamp_utc', 'user_created_at'],
    time: 'timestamp_utc',
    text: 'text',
    quoted_id: 'quoted_uri',
    replied_id: 'to_post_uri',
    replied_to: 'to_user_did',
    hashtags: 'hashtags',
    links: 'links',
    reposter: 'repost_by_user_did',
    reposter_handle: 'repost_by_user_handle',
    repost_time: 'repost_timestamp_utc',
  },
};
