import type { DumpFormat } from './format.js';
import { INSTAGRAM_LACKS } from './platform-lacks.js';

/** CrowdTangle's export of Instagram accounts. Times contain the zone, EDT or EST. */
export const crowdTangleInstagram: DumpFormat = {
  name: 'crowdtangle-instagram',
  writtenBy: 'CrowdTangle, history of Instagram',
  lacks: INSTAGRAM_LACKS,
  recognisedBy: ['Account', 'User Name', 'Post Created', 'Description', 'URL'],
  columns: {
    handle: 'User Name',
    name: 'Account',
    time: 'Post Created',
    text: 'Description',
    url: 'URL',
  },
};
