import type { DumpFormat } from './format.js';

/** CrowdTangle's export of Facebook pages and groups. Times contain the zone, EDT or EST. */
export const crowdTangle: DumpFormat = {
  name: 'crowdtangle',
  writtenBy: 'CrowdTangle, history of Facebook',
  recognisedBy: ['Post Created', 'Message', 'URL', 'Total Interactions'],
  columns: {
    account: 'Facebook Id',
    handle: 'User Name',
    name: ['Page Name', 'Group Name', 'Page or Account Name'],
    created: 'Page Created',
    time: 'Post Created',
    text: 'Message',
    links: ['Link', 'Final Link'],
    url: 'URL',
  },
};
