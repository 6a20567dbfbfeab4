import { TIKTOK_LACKS } from '../platform-lacks.js';
import type { JsonFormat } from './json-format.js';

/** TikTok's web API, as saved by Zeeschuimer and scrapers. */
export const tiktokWeb: JsonFormat = {
  name: 'tiktok-web',
  writtenBy: 'TikTok’s own interface (Zeeschuimer)',
  lacks: TIKTOK_LACKS,
  recognisedBy: ['id', 'desc', 'createTime', 'author.uniqueId'],
  posts: ['', 'itemList', 'item_list', 'items'],
  columns: {
    id: 'id',
    account: 'author.id',
    handle: 'author.uniqueId',
    name: 'author.nickname',
    time: 'createTime',
    text: 'desc',
    quoted_id: 'duetInfo.duetFromId',
    hashtags: ['textExtra.hashtagName', 'challenges.title'],
  },
};
