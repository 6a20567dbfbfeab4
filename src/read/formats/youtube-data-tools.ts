import type { DumpFormat } from './format.js';

/** YouTube Data Tools: the comments of a video. */
export const youtubeDataTools: DumpFormat = {
  name: 'youtube-data-tools',
  writtenBy: 'YouTube Data Tools, comments',
  recognisedBy: ['publishedAt', 'authorName', 'authorChannelId', 'text'],
  timesInUtc: true,
  columns: {
    id: ['id', 'commentId'],
    account: 'authorChannelId',
    name: 'authorName',
    time: 'publishedAt',
    text: 'text',
    replied_id: 'isReplyTo',
    replied_to: 'isReplyToName',
  },
};
