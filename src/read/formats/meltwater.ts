import type { DumpFormat } from './format.js';

/** Documents exported from Meltwater, as tab-separated UTF-16. */
export const meltwater: DumpFormat = {
  name: 'meltwater',
  writtenBy: 'Meltwater, export of documents',
  recognisedBy: ['Date', 'URL', 'Hit Sentence', 'Influencer'],
  columns: {
    id: 'Tweet Id',
    account: 'Twitter Id',
    handle: ['Twitter Screen Name', 'Influencer'],
    time: 'Date',
    clock: 'Time',
    text: ['Hit Sentence', 'Opening Text'],
    client: 'Twitter Client',
    url: 'URL',
  },
};
