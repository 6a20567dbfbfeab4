import type { DumpFormat } from './format.js';

/** The coordination-network-toolkit (QUT). Times are in seconds since 1970, links in a list. */
export const coordinationToolkit: DumpFormat = {
  name: 'coordination-network-toolkit',
  writtenBy: 'coordination-network-toolkit',
  recognisedBy: ['message_id', 'user_id', 'username', 'repost_id', 'reply_id', 'message', 'timestamp'],
  timesInUtc: true,
  columns: {
    id: 'message_id',
    account: 'user_id',
    handle: 'username',
    time: 'timestamp',
    text: 'message',
    retweeted_id: 'repost_id',
    replied_id: 'reply_id',
    links: 'urls',
  },
};
