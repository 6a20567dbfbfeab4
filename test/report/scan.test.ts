import { beforeAll, describe, expect, it } from 'vitest';
import type { HashtagFinding, Scan } from '../../src/documents/scan.js';
import { scan } from '../../src/index.js';
import { jsonPieces } from '../../src/report/json.js';
import { scanCsv } from '../../src/report/scan/csv.js';
import { renderScanPage } from '../../src/report/scan/html.js';
import { renderScan } from '../../src/report/scan/text.js';
import { findCampaigns } from '../../src/scan/find-campaigns.js';
import { rankHashtags } from '../../src/scan/rank.js';
import { SMALL_DUMP } from '../fixture-cases.js';

const PAGE = { width: 80, color: false, top: 0 };
let base: Scan;

beforeAll(async () => {
  base = await scan([SMALL_DUMP], { least: 10, workers: 0 });
});

/** A scan in which these were found, as its pages are given it. */
function scanOf(findings: readonly HashtagFinding[]): Scan {
  const hashtags = rankHashtags(findings);
  const { campaigns, links, of } = findCampaigns(hashtags);
  return {
    ...base,
    hashtags: hashtags.map((each, place) => ({ ...each, campaign: of[place] ?? null })),
    campaigns,
    links,
  };
}

/** One that three accounts pushed, whose names occur nowhere else. */
function pushed(hashtag: string, p: number): HashtagFinding {
  const [{ standing: _standing, q: _q, size: _size, postsPercent: _part, campaign: _campaign, ...finding }] =
    base.hashtags as [Scan['hashtags'][number]];
  return {
    ...finding,
    hashtag,
    p,
    undecided: null,
    verdicts: { ...finding.verdicts, accounts: { ...finding.verdicts.accounts, coordinated: 3, insufficient: 0 } },
    named: ['one', 'two', 'three'].map((name) => ({
      id: `id-${name}`,
      handle: `handle-${name}`,
      displayName: `display-${name}`,
      url: `https://example.org/url-${name}`,
      score: 90,
      q: 0.01,
      posts: 5,
    })),
  };
}

const everyFormat = (of: Scan): string[] => [
  [...jsonPieces(of)].join(''),
  [...scanCsv(of, { raw: false })].join(''),
  renderScanPage(of),
  renderScan(of, PAGE),
  renderScan(of, { ...PAGE, plain: true }),
];

describe('the pages of a scan', () => {
  it('name nobody where so many hashtags explain what was found', () => {
    const nothing = { ...pushed('', 1), named: [], groups: [] };
    const others = Array.from({ length: 3000 }, (_, k) => ({ ...nothing, hashtag: `tag${k}` }));
    const names = /(?:id|handle|display|url)-(?:one|two|three)/u;
    for (const text of everyFormat(scanOf([...others, pushed('a', 0.01), pushed('b', 0.01)]))) {
      expect(text).toContain('chance');
      expect(text).not.toMatch(names);
    }
    for (const text of everyFormat(scanOf([pushed('a', 0.0001), pushed('b', 0.0001)]))) expect(text).toMatch(names);
  });

  it('draw the strongest pairs where there are very many, and say so', () => {
    const page = renderScanPage(scanOf(Array.from({ length: 40 }, (_, k) => pushed(`tag${k}`, 0.0001))));
    expect(page).toContain('of 780 such pairs the 300 with most are drawn');
  });
});
