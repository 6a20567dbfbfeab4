import type { DumpFormat } from './format.js';

/**
 * TAGS, the Google spreadsheet. Its `time` ends in Z but is in the sheet's time zone; `created_at` is the correct
 * time.
 */
export const tags: DumpFormat = {
  name: 'tags',
  writtenBy: 'TAGS, the Google spreadsheet',
  platform: 'x',
  recognisedBy: ['id_str', 'from_user', 'text', 'created_at', 'from_user_id_str'],
  columns: {
    id: 'id_str',
    account: 'from_user_id_str',
    handle: 'from_user',
    time: 'created_at',
    text: 'text',
    replied_id: 'in_reply_to_status_id_str',
    replied_to: ['in_reply_to_screen_name', 'in_reply_to_user_id_str'],
    client: 'source',
    url: 'status_url',
  },
};
