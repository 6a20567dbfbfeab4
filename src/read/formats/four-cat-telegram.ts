import type { DumpFormat } from './format.js';

/** 4CAT's posts of Telegram: the author is an id. */
export const fourCatTelegram: DumpFormat = {
  name: '4cat-telegram',
  writtenBy: '4CAT, posts of Telegram',
  recognisedBy: ['id', 'thread_id', 'chat', 'author', 'author_username', 'body', 'unix_timestamp'],
  timesInUtc: true,
  columns: {
    id: 'id',
    account: 'author',
    handle: 'author_username',
    name: 'author_name',
    time: ['unix_timestamp', 'timestamp'],
    text: 'body',
    forwarded_from: ['author_forwarded_from_id', 'author_forwarded_from_name'],
    retweeted_handle: 'author_forwarded_from_username',
    replied_id: 'reply_to',
    links: 'entities_linked',
  },
};
