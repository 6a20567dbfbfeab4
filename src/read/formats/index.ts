import { apiV2 } from './api-v2.js';
import { bluesky } from './bluesky.js';
import { brandwatch } from './brandwatch.js';
import { dmiTcat } from './dmi-tcat.js';
import { fivethirtyeight } from './fivethirtyeight.js';
import type { DumpFormat } from './format.js';
import { fourCat } from './four-cat.js';
import { gazouilloire } from './gazouilloire.js';
import { informationOperations } from './information-operations.js';
import { kaggle } from './kaggle.js';
import { meltwater } from './meltwater.js';
import { rtweet1 } from './rtweet-1.js';
import { rtweet } from './rtweet.js';
import { snscrapeFull } from './snscrape-full.js';
import { snscrape } from './snscrape.js';
import { tags } from './tags.js';
import { twarcCsv } from './twarc-csv.js';
import { twint } from './twint.js';
import { twitterR } from './twitter-r.js';

/** Every format that is known by its header. What none of them recognises is read as `generic`. */
export const DUMP_FORMATS: readonly DumpFormat[] = [
  apiV2,
  bluesky,
  brandwatch,
  dmiTcat,
  fivethirtyeight,
  fourCat,
  gazouilloire,
  informationOperations,
  kaggle,
  meltwater,
  rtweet,
  rtweet1,
  snscrape,
  snscrapeFull,
  tags,
  twarcCsv,
  twint,
  twitterR,
];
