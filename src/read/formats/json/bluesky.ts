import type { JsonFormat } from './json-format.js';

/**
 * Bluesky's event stream. Events that create a post or a repost (without a text) are read; likes, follows and all
 * others are not.
 */
export const blueskyJetstream: JsonFormat = {
  name: 'bluesky-jetstream',
  writtenBy: 'Bluesky Jetstream',
  platform: 'bluesky',
  recognisedBy: ['did', 'time_us', 'kind'],
  only: {
    kind: ['commit'],
    'commit.operation': ['create'],
    'commit.collection': ['app.bsky.feed.post', 'app.bsky.feed.repost'],
  },
  columns: {
    id: 'at://{did}/{commit.collection}/{commit.rkey}',
    account: 'did',
    time: ['commit.record.createdAt', 'time_us'],
    text: 'commit.record.text',
    // Only reposts have this key.
    retweeted_id: 'commit.record.subject.uri',
    quoted_id: ['commit.record.embed.record.uri', 'commit.record.embed.record.record.uri'],
    replied_id: 'commit.record.reply.parent.uri',
    hashtags: ['commit.record.facets.features[$type=app.bsky.richtext.facet#tag].tag', 'commit.record.tags'],
    links: [
      'commit.record.facets.features[$type=app.bsky.richtext.facet#link].uri',
      'commit.record.embed.external.uri',
    ],
  },
};

/** Bluesky's posts from its API: a search, a feed (with reposters), or single posts. */
export const blueskyPosts: JsonFormat = {
  name: 'bluesky-posts',
  writtenBy: 'Bluesky’s interface: searches, feeds, threads',
  platform: 'bluesky',
  recognisedBy: ['uri', 'author.did', 'record.createdAt'],
  posts: ['', 'posts', 'feed'],
  within: 'post',
  events: ['cursor'],
  columns: {
    id: 'uri',
    account: 'author.did',
    handle: 'author.handle',
    name: 'author.displayName',
    created: 'author.createdAt',
    time: ['record.createdAt', 'indexedAt'],
    text: 'record.text',
    quoted_id: ['record.embed.record.uri', 'record.embed.record.record.uri'],
    replied_id: 'record.reply.parent.uri',
    replied_to: ['reply.parent.author.handle', 'reply.parent.author.did'],
    hashtags: ['record.facets.features[$type=app.bsky.richtext.facet#tag].tag', 'record.tags'],
    links: ['record.facets.features[$type=app.bsky.richtext.facet#link].uri', 'record.embed.external.uri'],
    reposter: 'reason.by.did',
    reposter_handle: 'reason.by.handle',
    repost_time: 'reason.indexedAt',
  },
};

/** Records from the repository of their author, whose id is in their address. */
export const blueskyRecords: JsonFormat = {
  name: 'bluesky-records',
  writtenBy: 'Bluesky’s protocol: listRecords, copies of repositories',
  recognisedBy: ['uri', 'value.$type', 'value.createdAt'],
  posts: ['', 'records'],
  only: { 'value.$type': ['app.bsky.feed.post', 'app.bsky.feed.repost'] },
  events: ['cursor'],
  columns: {
    id: 'uri',
    url: 'uri',
    time: 'value.createdAt',
    text: 'value.text',
    // Only reposts have this key.
    retweeted_id: 'value.subject.uri',
    quoted_id: ['value.embed.record.uri', 'value.embed.record.record.uri'],
    replied_id: 'value.reply.parent.uri',
    hashtags: ['value.facets.features[$type=app.bsky.richtext.facet#tag].tag', 'value.tags'],
    links: ['value.facets.features[$type=app.bsky.richtext.facet#link].uri', 'value.embed.external.uri'],
  },
};

/** The same posts as written by the Python package atproto, with `_` in key names. */
export const blueskyAtproto: JsonFormat = {
  name: 'bluesky-atproto',
  writtenBy: 'atproto (Python)',
  recognisedBy: ['uri', 'author.did', 'record.created_at'],
  posts: ['', 'posts', 'feed'],
  within: 'post',
  events: ['cursor'],
  columns: {
    id: 'uri',
    account: 'author.did',
    handle: 'author.handle',
    name: 'author.display_name',
    created: 'author.created_at',
    time: ['record.created_at', 'indexed_at'],
    text: 'record.text',
    quoted_id: ['record.embed.record.uri', 'record.embed.record.record.uri'],
    replied_id: 'record.reply.parent.uri',
    replied_to: ['reply.parent.author.handle', 'reply.parent.author.did'],
    hashtags: ['record.facets.features[py_type=app.bsky.richtext.facet#tag].tag', 'record.tags'],
    links: ['record.facets.features[py_type=app.bsky.richtext.facet#link].uri', 'record.embed.external.uri'],
    reposter: 'reason.by.did',
    reposter_handle: 'reason.by.handle',
    repost_time: 'reason.indexed_at',
  },
};
