import { describe } from 'vitest';
import { CAMPAIGNER, SMALL_DUMP } from '../../fixture-cases.js';
import { CHROMIUM } from './chromium.js';
import { reportInBrowser, SCREENS } from './report-in-browser.js';

const [, , , narrowAndDark = {}] = SCREENS;

describe.skipIf(CHROMIUM === undefined)(
  'a small report in Chromium (skipped where no chromium is on the PATH)',
  { timeout: 120_000 },
  () => {
    reportInBrowser({ dump: SMALL_DUMP, word: 'уфы', handle: CAMPAIGNER, screens: [narrowAndDark], unfolded: ['a1'] });
  },
);
