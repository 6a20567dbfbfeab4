import type { JsonFormat } from './json-format.js';

/** Apify's scrapers of X, and twitterapi.io: pages of posts, or single posts. */
export const apifyX: JsonFormat = {
  name: 'apify-x',
  writtenBy: 'Apify (tweet scrapers), twitterapi.io',
  platform: 'x',
  recognisedBy: ['id', 'createdAt', 'author.userName'],
  posts: ['', 'tweets', 'data.tweets'],
  columns: {
    id: 'id',
    account: 'author.id',
    handle: 'author.userName',
    name: 'author.name',
    created: 'author.createdAt',
    time: 'createdAt',
    text: ['fullText', 'text'],
    retweet: 'isRetweet',
    retweeted_id: ['retweeted_tweet.id', 'retweet.id', 'retweetedTweet.id'],
    retweeted_handle: ['retweeted_tweet.author.userName', 'retweet.author.userName', 'retweetedTweet.author.userName'],
    quote: 'isQuote',
    quoted_id: ['quoteId', 'quoted_tweet.id', 'quote.id'],
    replied_id: 'inReplyToId',
    replied_to: ['inReplyToUsername', 'inReplyToUserId'],
    hashtags: ['entities.hashtags.text', 'retweeted_tweet.entities.hashtags.text', 'retweet.entities.hashtags.text'],
    links: [
      'entities.urls.expanded_url',
      'retweeted_tweet.entities.urls.expanded_url',
      'retweet.entities.urls.expanded_url',
    ],
    client: 'source',
    url: ['url', 'twitterUrl'],
  },
};
