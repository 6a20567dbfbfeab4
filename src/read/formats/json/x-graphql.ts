import type { JsonFormat } from './json-format.js';

/**
 * Responses of the web client's internal API (search, a profile, a conversation), as saved by a browser or a scraper.
 */
export const xGraphql: JsonFormat = {
  name: 'x-graphql',
  writtenBy: 'the web client’s own interface',
  platform: 'x',
  recognisedBy: ['rest_id', 'legacy.full_text', 'core.user_results.result'],
  posts: ['**.itemContent.tweet_results.result', '**.tweet_results.result', ''],
  within: 'tweet',
  only: { __typename: ['Tweet', 'TweetWithVisibilityResults', ''] },
  events: ['data', 'errors'],
  columns: {
    id: ['rest_id', 'legacy.id_str'],
    account: ['core.user_results.result.rest_id', 'legacy.user_id_str'],
    handle: ['core.user_results.result.core.screen_name', 'core.user_results.result.legacy.screen_name'],
    name: ['core.user_results.result.core.name', 'core.user_results.result.legacy.name'],
    created: ['core.user_results.result.core.created_at', 'core.user_results.result.legacy.created_at'],
    time: 'legacy.created_at',
    text: ['note_tweet.note_tweet_results.result.text', 'legacy.full_text'],
    retweeted_id: [
      'legacy.retweeted_status_result.result.rest_id',
      'legacy.retweeted_status_result.result.tweet.rest_id',
    ],
    retweeted_handle: [
      'legacy.retweeted_status_result.result.core.user_results.result.core.screen_name',
      'legacy.retweeted_status_result.result.core.user_results.result.legacy.screen_name',
    ],
    quote: 'legacy.is_quote_status',
    quoted_id: 'legacy.quoted_status_id_str',
    replied_id: 'legacy.in_reply_to_status_id_str',
    replied_to: ['legacy.in_reply_to_screen_name', 'legacy.in_reply_to_user_id_str'],
    hashtags: [
      'note_tweet.note_tweet_results.result.entity_set.hashtags.text',
      'legacy.entities.hashtags.text',
      'legacy.retweeted_status_result.result.legacy.entities.hashtags.text',
    ],
    links: [
      'note_tweet.note_tweet_results.result.entity_set.urls.expanded_url',
      'legacy.entities.urls.expanded_url',
      'legacy.retweeted_status_result.result.legacy.entities.urls.expanded_url',
    ],
    client: 'source',
  },
};
