import type { DumpFormat } from './format.js';

/** The columns of snscrape that most notebooks wrote. */
export const snscrape: DumpFormat = {
  name: 'snscrape',
  writtenBy: 'snscrape, the columns that most notebooks wrote',
  platform: 'x',
  recognisedBy: ['Datetime', 'Tweet Id', 'Text', 'Username'],
  columns: {
    id: 'Tweet Id',
    handle: 'Username',
    time: 'Datetime',
    text: 'Text',
  },
};
