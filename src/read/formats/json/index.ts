import { activityPub } from './activity-pub.js';
import { apiV1 } from './api-v1.js';
import { academictwitteR, apiV2Flat, apiV2Pages } from './api-v2.js';
import { apifyX } from './apify-x.js';
import { blueskyAtproto, blueskyJetstream, blueskyPosts, blueskyRecords } from './bluesky.js';
import { instagramWeb } from './instagram-web.js';
import type { JsonFormat } from './json-format.js';
import { mastodon } from './mastodon.js';
import { nostr } from './nostr.js';
import { redditJson } from './reddit.js';
import { scrapedX } from './scraped-x.js';
import { telegramDesktop } from './telegram-desktop.js';
import { telethon } from './telethon.js';
import { tiktokApify } from './tiktok-apify.js';
import { tiktokWeb } from './tiktok-web.js';
import { twitterArchive } from './twitter-archive.js';
import { vkontakte } from './vkontakte.js';
import { xGraphql } from './x-graphql.js';
import { youtubeApi } from './youtube-api.js';

/** All JSON formats that are recognised by their paths. Any other JSON is read by the names of its keys. */
export const JSON_FORMATS: readonly JsonFormat[] = [
  academictwitteR,
  activityPub,
  apifyX,
  apiV1,
  apiV2Flat,
  apiV2Pages,
  blueskyAtproto,
  blueskyJetstream,
  blueskyPosts,
  blueskyRecords,
  instagramWeb,
  mastodon,
  nostr,
  redditJson,
  scrapedX,
  telegramDesktop,
  telethon,
  tiktokApify,
  tiktokWeb,
  twitterArchive,
  vkontakte,
  xGraphql,
  youtubeApi,
];
