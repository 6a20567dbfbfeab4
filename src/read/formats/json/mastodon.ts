import type { JsonFormat } from './json-format.js';

/** Mastodon's statuses from its API. Ids are those of the queried instance. */
export const mastodon: JsonFormat = {
  name: 'mastodon',
  writtenBy: 'Mastodon’s interface',
  platform: 'mastodon',
  recognisedBy: ['id', 'created_at', 'content', 'account.acct'],
  posts: ['', 'statuses'],
  html: true,
  columns: {
    id: 'id',
    account: 'account.id',
    handle: 'account.acct',
    name: 'account.display_name',
    created: 'account.created_at',
    time: 'created_at',
    text: ['content', 'reblog.content'],
    retweeted_id: 'reblog.id',
    retweeted_handle: 'reblog.account.acct',
    quoted_id: 'quote.quoted_status.id',
    replied_id: 'in_reply_to_id',
    replied_to: 'in_reply_to_account_id',
    hashtags: ['tags.name', 'reblog.tags.name'],
    links: ['card.url', 'reblog.card.url'],
    client: 'application.name',
  },
};
