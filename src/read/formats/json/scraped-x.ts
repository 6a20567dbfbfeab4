import type { JsonFormat } from './json-format.js';

/** The JSON of twscrape and snscrape. */
export const scrapedX: JsonFormat = {
  name: 'twscrape',
  writtenBy: 'twscrape, snscrape (JSON)',
  platform: 'x',
  recognisedBy: ['id', 'date', 'user.username', 'rawContent'],
  columns: {
    id: ['id_str', 'id'],
    account: ['user.id_str', 'user.id'],
    handle: 'user.username',
    name: ['user.displayname', 'user.displayName'],
    created: 'user.created',
    time: 'date',
    text: ['rawContent', 'content', 'renderedContent'],
    retweeted_id: ['retweetedTweet.id_str', 'retweetedTweet.id'],
    retweeted_handle: 'retweetedTweet.user.username',
    quoted_id: ['quotedTweet.id_str', 'quotedTweet.id'],
    replied_id: ['inReplyToTweetIdStr', 'inReplyToTweetId'],
    replied_to: 'inReplyToUser.username',
    hashtags: 'hashtags',
    links: ['links.url', 'outlinks'],
    client: ['sourceLabel', 'source'],
    url: 'url',
  },
};
