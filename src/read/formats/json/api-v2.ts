import type { JsonFormat } from './json-format.js';

const columns: JsonFormat['columns'] = {
  id: 'id',
  account: 'author_id',
  handle: 'author.username',
  name: 'author.name',
  created: 'author.created_at',
  time: 'created_at',
  text: ['note_tweet.text', 'text'],
  retweeted_id: 'referenced_tweets[type=retweeted].id',
  retweeted_handle: 'referenced_tweets[type=retweeted].author.username',
  quoted_id: 'referenced_tweets[type=quoted].id',
  replied_id: 'referenced_tweets[type=replied_to].id',
  replied_to: [
    'in_reply_to_user.username',
    'referenced_tweets[type=replied_to].author.username',
    'in_reply_to_user_id',
  ],
  hashtags: [
    'note_tweet.entities.hashtags.tag',
    'entities.hashtags.tag',
    'referenced_tweets[type=retweeted].entities.hashtags.tag',
  ],
  links: [
    'note_tweet.entities.urls.expanded_url',
    'entities.urls.expanded_url',
    'referenced_tweets[type=retweeted].entities.urls.expanded_url',
  ],
  client: 'source',
};

/** Posts of the platform's API v2, each with its author, as `twarc2 flatten` writes them. */
export const apiV2Flat: JsonFormat = {
  name: 'twarc2-flat',
  writtenBy: 'twarc2 flatten',
  platform: 'x',
  recognisedBy: ['id', 'author_id', 'text', 'author.username'],
  columns,
};

/** Posts of API v2 without their authors, who are in another file: academictwitteR's data_*.json and users_*.json. */
export const academictwitteR: JsonFormat = {
  name: 'academictwitteR',
  writtenBy: 'academictwitteR (R), posts and users in two files',
  platform: 'x',
  recognisedBy: ['id', 'author_id', 'text'],
  columns,
};

/** Original responses of API v2: pages with authors and referenced posts in `includes`. */
export const apiV2Pages: JsonFormat = {
  name: 'api-v2-pages',
  writtenBy: 'twarc2, a page of API v2 a line',
  platform: 'x',
  recognisedBy: ['id', 'author_id', 'text'],
  posts: ['data'],
  events: ['meta', 'errors'],
  joins: [
    { by: 'author_id', list: 'includes.users', key: 'id', as: 'author' },
    { by: 'in_reply_to_user_id', list: 'includes.users', key: 'id', as: 'in_reply_to_user' },
    { each: 'referenced_tweets', by: 'id', list: 'includes.tweets', key: 'id' },
    { each: 'referenced_tweets', by: 'author_id', list: 'includes.users', key: 'id', as: 'author' },
  ],
  columns,
};
