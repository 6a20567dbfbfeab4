import type { JsonFormat } from './json-format.js';

/** What an account of Mastodon and its kind has sent: the outbox of its archive, or of a relay. */
export const activityPub: JsonFormat = {
  name: 'activity-pub',
  writtenBy: 'ActivityPub: the archive of a Mastodon account (outbox.json), relays',
  recognisedBy: ['type', 'actor', 'published', 'object'],
  posts: ['', 'orderedItems'],
  only: { type: ['Create', 'Announce'] },
  html: true,
  columns: {
    id: ['object.id', 'id'],
    handle: 'actor',
    time: 'published',
    text: 'object.content',
    kind: 'type',
    // Of what is passed on, the address stands alone.
    retweeted_id: 'object',
    replied_id: 'object.inReplyTo',
    hashtags: 'object.tag[type=Hashtag].name',
  },
};
