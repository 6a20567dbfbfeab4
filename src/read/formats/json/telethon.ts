import type { JsonFormat } from './json-format.js';

/** Telethon's messages. The author is an object; in a channel it is the channel. */
export const telethon: JsonFormat = {
  name: 'telethon',
  writtenBy: 'Telethon',
  recognisedBy: ['date', 'message', 'peer_id._'],
  posts: ['', 'messages'],
  only: { _: ['Message'] },
  events: ['action'],
  columns: {
    id: ['{peer_id.channel_id}_{id}', '{peer_id.chat_id}_{id}', 'id'],
    account: [
      'from_id.user_id',
      'from_id.channel_id',
      'from_id.chat_id',
      'sender_id',
      'peer_id.channel_id',
      'peer_id.user_id',
    ],
    handle: ['sender.username', 'from.username', 'username'],
    name: 'post_author',
    time: 'date',
    text: 'message',
    retweeted_id: '{fwd_from.from_id.channel_id}_{fwd_from.channel_post}',
    forwarded_from: ['fwd_from.from_id.user_id', 'fwd_from.from_id.channel_id', 'fwd_from.from_name', 'fwd_from.date'],
    replied_id: ['{peer_id.channel_id}_{reply_to.reply_to_msg_id}', 'reply_to.reply_to_msg_id'],
  },
};
