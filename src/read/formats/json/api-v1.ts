import type { JsonFormat } from './json-format.js';

/** The platform's API v1.1, in any wrapping: one post per line (twarc), an array, a search response. */
export const apiV1: JsonFormat = {
  name: 'api-v1.1',
  writtenBy: 'the platform’s API v1.1: twarc, tweepy, answers of the search',
  platform: 'x',
  recognisedBy: ['created_at', 'id', 'user.screen_name'],
  posts: ['', 'statuses'],
  events: [
    'delete',
    'scrub_geo',
    'limit',
    'status_withheld',
    'user_withheld',
    'disconnect',
    'warning',
    'friends',
    'event',
    'search_metadata',
  ],
  columns: {
    id: ['id_str', 'id'],
    account: ['user.id_str', 'user.id'],
    handle: 'user.screen_name',
    name: 'user.name',
    created: 'user.created_at',
    time: 'created_at',
    text: ['extended_tweet.full_text', 'full_text', 'text'],
    retweeted_id: ['retweeted_status.id_str', 'retweeted_status.id'],
    retweeted_handle: 'retweeted_status.user.screen_name',
    quote: 'is_quote_status',
    quoted_id: ['quoted_status_id_str', 'quoted_status_id'],
    replied_id: ['in_reply_to_status_id_str', 'in_reply_to_status_id'],
    replied_to: ['in_reply_to_screen_name', 'in_reply_to_user_id_str', 'in_reply_to_user_id'],
    // The text and lists of a retweet are cut off; those of the retweeted post are complete.
    hashtags: [
      'extended_tweet.entities.hashtags.text',
      'entities.hashtags.text',
      'retweeted_status.extended_tweet.entities.hashtags.text',
      'retweeted_status.entities.hashtags.text',
    ],
    links: [
      'extended_tweet.entities.urls.expanded_url',
      'entities.urls.expanded_url',
      'retweeted_status.extended_tweet.entities.urls.expanded_url',
      'retweeted_status.entities.urls.expanded_url',
    ],
    client: 'source',
  },
};
