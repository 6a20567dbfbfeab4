import type { JsonFormat } from './json-format.js';

/** A user's own archive: tweets.js (tweet.js before 2022). Every post is by the archive's owner. */
export const twitterArchive: JsonFormat = {
  name: 'twitter-archive',
  writtenBy: 'a user’s own archive (tweets.js)',
  platform: 'x',
  recognisedBy: ['tweet.id_str', 'tweet.created_at', 'tweet.full_text'],
  within: 'tweet',
  byOwner: true,
  columns: {
    id: ['id_str', 'id'],
    account: 'owner.accountId',
    handle: 'owner.username',
    name: 'owner.accountDisplayName',
    created: 'owner.createdAt',
    time: 'created_at',
    text: 'full_text',
    replied_id: 'in_reply_to_status_id_str',
    replied_to: ['in_reply_to_screen_name', 'in_reply_to_user_id_str'],
    hashtags: 'entities.hashtags.text',
    links: 'entities.urls.expanded_url',
    client: 'source',
  },
};
