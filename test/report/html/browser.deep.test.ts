import { join } from 'node:path';
import { describe } from 'vitest';
import { dumpOf } from '../../fixture-cases.js';
import { CHROMIUM } from './chromium.js';
import { reportInBrowser, SCREENS } from './report-in-browser.js';

const LABELLED = join(import.meta.dirname, '../../../../shared/data/labelled');
/** Real dumps: skipped where there are none. */
const REAL = [
  [join(LABELLED, 'oscarhasnocolor-in-covid19.csv'), SCREENS[0]],
  [join(LABELLED, 'osoznanie-in-standwithhongkong.csv'), SCREENS[3]],
] as const;

describe.skipIf(CHROMIUM === undefined)(
  'large reports in Chromium (skipped where no chromium is on the PATH)',
  { timeout: 300_000 },
  () => {
    const dump = dumpOf('rossiya-svoih-ne-brosaet');
    reportInBrowser({
      dump,
      word: 'белгороде',
      handle: 'sveta_babushka',
      screens: SCREENS,
      unfolded: ['a1', 'wave', 'accounts-organic-all'],
      others: REAL,
    });
  },
);
