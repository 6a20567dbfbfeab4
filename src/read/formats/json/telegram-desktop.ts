import type { JsonFormat } from './json-format.js';

/** Telegram Desktop's export of one or all chats: texts in parts, times in the exporter's zone and in seconds. */
export const telegramDesktop: JsonFormat = {
  name: 'telegram-desktop',
  writtenBy: 'Telegram Desktop, export as JSON',
  recognisedBy: ['id', 'type', 'date', 'from_id'],
  posts: ['messages', 'chats.list.messages', ''],
  only: { type: ['message'] },
  joined: ['text'],
  columns: {
    id: 'id',
    account: 'from_id',
    name: 'from',
    time: ['date_unixtime', 'date'],
    text: ['text', 'text_entities', 'caption'],
    forwarded_from: ['forwarded_from', 'forwarded_from_id'],
    replied_id: 'reply_to_message_id',
    links: ['text_entities[type=text_link].href', 'text_entities[type=link].text', 'text[type=text_link].href'],
  },
};
