import type { DumpFormat } from './format.js';
import { TIKTOK_LACKS } from './platform-lacks.js';

/** TikTok's Research API. The text is the video's description; times are in seconds since 1970. */
export const tiktokResearch: DumpFormat = {
  name: 'tiktok-research',
  writtenBy: 'TikTok’s Research API',
  lacks: TIKTOK_LACKS,
  recognisedBy: ['video_description', 'create_time', 'username'],
  timesInUtc: true,
  columns: {
    id: ['id', 'video_id'],
    handle: 'username',
    time: 'create_time',
    text: 'video_description',
    hashtags: 'hashtag_names',
    quoted_id: ['duet_from_video_id', 'duetFromId'],
  },
};
