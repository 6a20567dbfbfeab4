import type { DumpFormat } from './format.js';

/** The platform's releases of information operations, 2018–2021. The ids of users with few followers are hashed. */
export const informationOperations: DumpFormat = {
  name: 'information-operations',
  writtenBy: 'the platform’s releases of information operations, 2018–2021',
  platform: 'x',
  recognisedBy: ['tweetid', 'tweet_text', 'tweet_time', 'user_screen_name'],
  timesInUtc: true,
  columns: {
    id: 'tweetid',
    account: 'userid',
    handle: 'user_screen_name',
    name: 'user_display_name',
    created: 'account_creation_date',
    time: 'tweet_time',
    text: 'tweet_text',
    retweet: 'is_retweet',
    retweeted_id: 'retweet_tweetid',
    quoted_id: 'quoted_tweet_tweetid',
    replied_id: 'in_reply_to_tweetid',
    replied_to: 'in_reply_to_userid',
    hashtags: 'hashtags',
    links: 'urls',
    client: 'tweet_client_name',
  },
};
