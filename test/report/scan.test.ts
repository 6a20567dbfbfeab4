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
  const { campaigns, links, linksLeftOut, of } = findCampaigns(hashtags);
  return {
    ...base,
    hashtags: hashtags.map((each, place) => ({ ...each, campaign: of[place] ?? null })),
    campaigns,
    links,
    linksLeftOut,
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

  it('say once what is said of several files, and of how many', () => {
    const notes = [['Same note.', 'Own note.'], ['Same note.'], []];
    const inputs = notes.flatMap((of, k) =>
      base.inputs.map((input) => ({ ...input, path: `file-${k}.csv`, notes: of })),
    );
    for (const text of [renderScan({ ...base, inputs }, PAGE), renderScanPage({ ...base, inputs })]) {
      expect(text.match(/Same note\./gu)).toHaveLength(1);
      expect(text).toContain('2 of 3 files: Same note.');
      expect(text).toContain('Own note.');
    }
  });

  it('tell where accounts repeat themselves, alone, by the share of posts that these wrote', () => {
    const flooding = (hashtag: string, posts: number): HashtagFinding => {
      const { verdicts, ...finding } = pushed(hashtag, 1);
      return {
        ...finding,
        named: [],
        groups: [],
        posts: 100,
        verdicts: {
          accounts: { ...verdicts.accounts, coordinated: 0, flooding: 2 },
          posts: { ...verdicts.posts, flooding: posts },
        },
      };
    };
    const of = scanOf([flooding('little', 3), flooding('much', 40), { ...pushed('none', 1), named: [] }]);
    expect(renderScan(of, PAGE)).toMatch(
      /Hashtags in which accounts repeat themselves, alone\n · #much: 2 accounts wrote 40% of its posts\.\n · #little: 2 accounts wrote 3% of its posts\.\n/u,
    );
    expect(renderScanPage(of)).toContain('#much: 2 accounts wrote 40% of its posts.');
    expect(renderScan(base, PAGE)).not.toContain('repeat themselves');
  });

  it('draw the strongest pairs where there are very many, and say so', () => {
    const page = renderScanPage(scanOf(Array.from({ length: 40 }, (_, k) => pushed(`tag${k}`, 0.0001))));
    expect(page).toContain('not all such pairs are drawn, but 300 of the strongest');
  });
});
