import { apiV1 } from './api-v1.js';
import { academictwitteR, apiV2Flat, apiV2Pages } from './api-v2.js';
import { blueskyJetstream, blueskyPosts } from './bluesky.js';
import type { JsonFormat } from './json-format.js';
import { mastodon } from './mastodon.js';
import { twitterArchive } from './twitter-archive.js';
import { vkontakte } from './vkontakte.js';
import { xGraphql } from './x-graphql.js';

/** Every kind of JSON that is known by where things stand in it. What none of them recognises is read by the names of its keys. */
export const JSON_FORMATS: readonly JsonFormat[] = [
  academictwitteR,
  apiV1,
  apiV2Flat,
  apiV2Pages,
  blueskyJetstream,
  blueskyPosts,
  mastodon,
  twitterArchive,
  vkontakte,
  xGraphql,
];
