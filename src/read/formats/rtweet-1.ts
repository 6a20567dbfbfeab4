import type { DumpFormat } from './format.js';

/**
 * R package rtweet 1.0 or later, tweets with the columns of their users. R marks the second of two columns with the
 * same name.
 */
export const rtweet1: DumpFormat = {
  name: 'rtweet-1',
  writtenBy: 'rtweet 1.0 and later (R)',
  platform: 'x',
  recognisedBy: ['id_str', 'created_at', 'full_text', 'display_text_range', 'screen_name'],
  columns: {
    id: 'id_str',
    account: ['user_id_str', 'user_id', 'id_str.1'],
    handle: 'screen_name',
    name: 'name',
    created: ['account_created_at', 'user_created_at', 'created_at.1'],
    time: 'created_at',
    text: ['full_text', 'text'],
    quote: 'is_quote_status',
    quoted_id: ['quoted_status_id_str', 'quoted_status_id'],
    replied_id: ['in_reply_to_status_id_str', 'in_reply_to_status_id'],
    replied_to: ['in_reply_to_screen_name', 'in_reply_to_user_id_str', 'in_reply_to_user_id'],
    client: 'source',
  },
};
