import type { DumpFormat } from './format.js';
import { YOUTUBE_LACKS } from './platform-lacks.js';

/** YouTube Data Tools: the comments of a video. */
export const youtubeDataTools: DumpFormat = {
  name: 'youtube-data-tools',
  writtenBy: 'YouTube Data Tools, comments',
  lacks: YOUTUBE_LACKS,
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
