import type { Format } from './format.js';

/** The columns that most notebooks wrote from snscrape. */
export const snscrape: Format = {
  name: 'snscrape',
  recognisedBy: ['Datetime', 'Tweet Id', 'Text', 'Username'],
  columns: {
    id: 'Tweet Id',
    handle: 'Username',
    time: 'Datetime',
    text: 'Text',
  },
};
