import { apiV2 } from './api-v2.js';
import { apifyInstagram } from './apify-instagram.js';
import { bluesky } from './bluesky.js';
import { brandwatch } from './brandwatch.js';
import { brightData } from './bright-data.js';
import { coordinationToolkit } from './coordination-toolkit.js';
import { coorTweet } from './coortweet.js';
import { crowdTangleInstagram } from './crowdtangle-instagram.js';
import { crowdTangle } from './crowdtangle.js';
import { dmiTcat } from './dmi-tcat.js';
import { fivethirtyeight } from './fivethirtyeight.js';
import type { DumpFormat } from './format.js';
import { fourCatAny } from './four-cat-any.js';
import { fourCatTelegram } from './four-cat-telegram.js';
import { fourCat } from './four-cat.js';
import { gazouilloire } from './gazouilloire.js';
import { informationOperations } from './information-operations.js';
import { kaggle } from './kaggle.js';
import { meltwater } from './meltwater.js';
import { metaContentLibrary } from './meta-content-library.js';
import { reddit } from './reddit.js';
import { rtweet1 } from './rtweet-1.js';
import { rtweet } from './rtweet.js';
import { snscrapeFull } from './snscrape-full.js';
import { snscrape } from './snscrape.js';
import { tags } from './tags.js';
import { tiktokResearch } from './tiktok-research.js';
import { twarcCsv } from './twarc-csv.js';
import { twint } from './twint.js';
import { twitterR } from './twitter-r.js';
import { youtubeDataTools } from './youtube-data-tools.js';

/** All formats that are recognised by their header. Any other table is read as `generic`. */
export const DUMP_FORMATS: readonly DumpFormat[] = [
  apifyInstagram,
  apiV2,
  bluesky,
  brandwatch,
  brightData,
  coordinationToolkit,
  coorTweet,
  crowdTangle,
  crowdTangleInstagram,
  dmiTcat,
  fivethirtyeight,
  fourCat,
  fourCatAny,
  fourCatTelegram,
  gazouilloire,
  informationOperations,
  kaggle,
  meltwater,
  metaContentLibrary,
  reddit,
  rtweet,
  rtweet1,
  snscrape,
  snscrapeFull,
  tags,
  tiktokResearch,
  twarcCsv,
  twint,
  twitterR,
  youtubeDataTools,
];
