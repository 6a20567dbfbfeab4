import type { DumpFormat } from './format.js';

/** Apify’s scrapers of Instagram. */
export const apifyInstagram: DumpFormat = {
  name: 'apify-instagram',
  writtenBy: 'Apify, posts of Instagram',
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
