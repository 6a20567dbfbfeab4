import type { JsonFormat } from './json-format.js';

/** The posts of a Mastodon (or compatible) account: the outbox in its archive or from a relay. */
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
    // A shared post is given only by its address.
    retweeted_id: 'object',
    replied_id: 'object.inReplyTo',
    hashtags: 'object.tag[type=Hashtag].name',
  },
};
