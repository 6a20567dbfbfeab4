import type { DumpFormat } from './format.js';

/** CooRTweet (R). An object is anything that accounts share; if it is a text, it is the text of the post. */
export const coorTweet: DumpFormat = {
  name: 'coortweet',
  writtenBy: 'CooRTweet (R)',
  recognisedBy: ['object_id', 'account_id', 'content_id', 'timestamp_share'],
  timesInUtc: true,
  columns: {
    id: 'content_id',
    account: 'account_id',
    time: 'timestamp_share',
    text: 'object_id',
    object: 'object_id',
  },
};
