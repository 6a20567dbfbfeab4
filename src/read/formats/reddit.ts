import type { DumpFormat } from './format.js';
import { REDDIT_LACKS } from './platform-lacks.js';

/** Reddit's posts and comments as a table (Pushshift, Arctic Shift): title and body are joined to one text. */
export const reddit: DumpFormat = {
  name: 'reddit-table',
  writtenBy: 'Pushshift and Arctic Shift, as a table',
  lacks: REDDIT_LACKS,
  recognisedBy: ['author', 'created_utc', 'subreddit', 'id'],
  timesInUtc: true,
  stacked: ['text'],
  columns: {
    id: 'id',
    account: 'author_fullname',
    handle: 'author',
    created: 'author_created_utc',
    time: 'created_utc',
    text: ['title', 'selftext', 'body'],
    retweeted_id: 'crosspost_parent',
    replied_id: 'parent_id',
    links: 'url_overridden_by_dest',
  },
};
