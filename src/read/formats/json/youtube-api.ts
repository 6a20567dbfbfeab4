import { YOUTUBE_LACKS } from '../platform-lacks.js';
import type { JsonFormat } from './json-format.js';

/** YouTube's Data API: comment threads. */
export const youtubeApi: JsonFormat = {
  name: 'youtube-api',
  writtenBy: 'YouTube’s Data API, commentThreads',
  lacks: YOUTUBE_LACKS,
  recognisedBy: ['snippet.topLevelComment.snippet.textDisplay', 'snippet.topLevelComment.snippet.publishedAt'],
  posts: ['items', ''],
  columns: {
    id: 'snippet.topLevelComment.id',
    account: [
      'snippet.topLevelComment.snippet.authorChannelId.value',
      'snippet.topLevelComment.snippet.authorChannelId',
    ],
    name: 'snippet.topLevelComment.snippet.authorDisplayName',
    time: 'snippet.topLevelComment.snippet.publishedAt',
    text: ['snippet.topLevelComment.snippet.textOriginal', 'snippet.topLevelComment.snippet.textDisplay'],
  },
};
