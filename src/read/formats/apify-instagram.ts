import type { DumpFormat } from './format.js';
import { INSTAGRAM_LACKS } from './platform-lacks.js';

/** Apify's scrapers of Instagram. */
export const apifyInstagram: DumpFormat = {
  name: 'apify-instagram',
  writtenBy: 'Apify, posts of Instagram',
  lacks: INSTAGRAM_LACKS,
  recognisedBy: ['ownerUsername', 'timestamp', 'caption', 'shortCode'],
  timesInUtc: true,
  columns: {
    id: 'id',
    account: 'ownerId',
    handle: 'ownerUsername',
    name: 'ownerFullName',
    time: 'timestamp',
    text: 'caption',
    hashtags: 'hashtags',
    url: 'url',
  },
};
