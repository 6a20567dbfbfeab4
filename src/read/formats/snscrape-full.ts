import type { DumpFormat } from './format.js';

/**
 * All fields of snscrape, written as a table by pandas. Its `user` is an object in Python's notation, and the handles
 * are also in the addresses.
 */
export const snscrapeFull: DumpFormat = {
  name: 'snscrape-full',
  writtenBy: 'snscrape, all fields, by pandas',
  platform: 'x',
  recognisedBy: ['url', 'date', 'id', 'renderedContent', 'conversationId'],
  timesInUtc: true,
  columns: {
    id: 'id',
    account: 'user.id',
    handle: ['user.username', 'username'],
    name: 'user.displayname',
    created: 'user.created',
    time: 'date',
    text: ['rawContent', 'content', 'renderedContent'],
    retweeted_id: ['retweetedTweet.id', 'retweetedTweet'],
    quoted_id: ['quotedTweet.id', 'quotedTweet'],
    replied_id: 'inReplyToTweetId',
    replied_to: ['inReplyToUser.username', 'inReplyToUser.id'],
    hashtags: 'hashtags',
    links: 'outlinks',
    client: ['sourceLabel', 'source'],
    url: 'url',
  },
};
