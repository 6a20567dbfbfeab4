import type { DumpFormat } from './format.js';

/** Public hashtag data sets collected with tweepy: display names only, often saved again by a spreadsheet. */
export const kaggle: DumpFormat = {
  name: 'kaggle',
  writtenBy: 'public hashtag sets gathered with tweepy',
  platform: 'x',
  recognisedBy: ['user_name', 'user_created', 'date', 'text'],
  columns: {
    id: 'id',
    name: 'user_name',
    created: 'user_created',
    time: 'date',
    text: 'text',
    retweet: 'is_retweet',
    hashtags: 'hashtags',
    client: 'source',
  },
};
