import type { DumpFormat } from './format.js';

/** Posts of the platform's API v2 as a table, with the references of each post in two lists. */
export const apiV2: DumpFormat = {
  name: 'api-v2',
  writtenBy: 'exports of the platform’s API v2 as a table',
  platform: 'x',
  recognisedBy: ['author_id', 'created_at', 'id', 'text', 'reference_types'],
  columns: {
    id: 'id',
    account: 'author_id',
    handle: ['author.username', 'username'],
    name: ['author.name', 'name'],
    created: ['author.created_at', 'user_created_at'],
    time: 'created_at',
    text: 'text',
    kind: 'reference_types',
    referenced_id: 'referenced_tweet_ids',
    replied_to: ['in_reply_to_username', 'in_reply_to_user_id'],
    client: 'source',
  },
};
