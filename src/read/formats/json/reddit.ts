import { REDDIT_LACKS } from '../platform-lacks.js';
import type { JsonFormat } from './json-format.js';

/** Reddit's posts and comments (Pushshift, Arctic Shift, Reddit's API). */
export const redditJson: JsonFormat = {
  name: 'reddit',
  writtenBy: 'Pushshift, Arctic Shift, Reddit’s interface',
  lacks: REDDIT_LACKS,
  recognisedBy: ['author', 'created_utc', 'subreddit'],
  posts: ['data.children.data', 'children.data', 'data', ''],
  columns: {
    id: 'id',
    account: 'author_fullname',
    handle: 'author',
    created: 'author_created_utc',
    time: 'created_utc',
    text: ['{title}\n\n{selftext}', 'title', 'body', 'selftext'],
    retweeted_id: 'crosspost_parent',
    replied_id: 'parent_id',
    links: ['url_overridden_by_dest', 'url'],
  },
};
