import { TIKTOK_LACKS } from '../platform-lacks.js';
import type { JsonFormat } from './json-format.js';

/** Apify's scraper of TikTok (clockworks). */
export const tiktokApify: JsonFormat = {
  name: 'tiktok-apify',
  writtenBy: 'Apify, videos of TikTok',
  lacks: TIKTOK_LACKS,
  recognisedBy: ['id', 'createTimeISO', 'authorMeta.name'],
  columns: {
    id: 'id',
    account: 'authorMeta.id',
    handle: 'authorMeta.name',
    name: 'authorMeta.nickName',
    time: ['createTimeISO', 'createTime'],
    text: 'text',
    hashtags: 'hashtags.name',
    url: 'webVideoUrl',
  },
};
