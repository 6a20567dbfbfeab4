import type { DumpFormat } from './format.js';

/** `twarc2 csv`: the fields of API v2, flattened. */
export const twarcCsv: DumpFormat = {
  name: 'twarc-csv',
  writtenBy: 'twarc2 csv',
  platform: 'x',
  recognisedBy: ['id', 'author_id', 'created_at', 'text', 'author.username'],
  columns: {
    id: 'id',
    account: 'author_id',
    handle: 'author.username',
    name: 'author.name',
    created: 'author.created_at',
    time: 'created_at',
    text: 'text',
    retweeted_id: 'referenced_tweets.retweeted.id',
    retweeted_handle: 'retweeted_username',
    quoted_id: 'referenced_tweets.quoted.id',
    replied_id: 'referenced_tweets.replied_to.id',
    replied_to: ['in_reply_to_username', 'in_reply_to_user_id'],
    client: 'source',
  },
};
