import { describe, expect, it } from 'vitest';
import type { ReportData, ShownPost, Tie } from '../../../src/documents/report-data.js';
import type { AccountResult, Result } from '../../../src/documents/result.js';
import type { Verdict } from '../../../src/documents/verdict.js';
import { MAX_EDGES } from '../../../src/report/data/account-edges.js';
import { REPORT_LIMITS } from '../../../src/report/data/shown-posts.js';
import { renderHtml } from '../../../src/report/html/index.js';
import { MINUTE } from '../../../src/time/units.js';
import { account, evidence, group as groupOf, sample } from '../sample-result.js';

const START = Date.UTC(2014, 1, 26);
const SIGNALS = [
  'creation-cohort',
  'burst',
  'repeated-text',
  'same-retweet',
  'same-text',
  'same-link',
  'same-tags',
  'same-moments',
];
/** As long as a signal's sentence with a quotation becomes, in an alphabet of two bytes a letter. */
const SAYS = `wrote 21 of the same texts as 149 accounts flagged here, nearest 41 s apart: “${'Своих не бросаем! '.repeat(4)}” (so did 12 others)`;

/** Accounts of which there are posts: all that have a row. */
const SHOWN_COORDINATED = 500;
const SHOWN = SHOWN_COORDINATED + 250;
/** As long as the platform's. */
const postId = (index: number): string => String(438_600_775_845_909_515n + BigInt(index));

function made(verdict: Verdict, count: number): AccountResult[] {
  return Array.from({ length: count }, (_, index) => {
    const flagged = verdict === 'coordinated' || verdict === 'unclear';
    return account(`${verdict}${index}`, verdict, {
      displayName: 'Екатерина Ткаченко',
      posts: flagged ? 8 : 2,
      group: flagged ? `g${1 + (index % 40)}` : null,
      createdAt: new Date(START - (index % 3000) * 1440 * MINUTE).toISOString(),
      evidence: flagged
        ? SIGNALS.map((signal) => ({
            ...evidence(signal, 'sharing', 2, SAYS),
            value: 21,
            accounts: 149,
            with: Array.from({ length: 5 }, (_match, at) => ({
              account: `coordinated${(index + at + 1) % SHOWN}`,
              post: postId(index + at + 1),
              ownPost: postId((verdict === 'unclear' ? SHOWN_COORDINATED : 0) + index + SHOWN * at),
            })),
            posts: [postId(index), postId(index + SHOWN)],
          }))
        : [],
    });
  });
}

/** 100,000 posts of which everything that a report shows one by one is as much as there can be. */
function most(): { result: Result; exhibits: ReportData } {
  const accounts = [...made('coordinated', 4_000), ...made('unclear', 4_000), ...made('organic', 18_000)];
  const members = accounts.filter(({ group }) => group !== null);
  const groups = Array.from({ length: 40 }, (_, index) =>
    groupOf(
      `g${index + 1}`,
      members.filter((each) => each.group === `g${index + 1}`).map(({ id }) => id),
      '200 accounts that share 14 texts',
    ),
  );
  const text = 'Своих не бросаем! '.repeat(Math.floor(REPORT_LIMITS.textBytes / REPORT_LIMITS.flaggedPosts / 33));
  // All of them by accounts that have a row.
  const shown = [...members.slice(0, SHOWN_COORDINATED), ...members.slice(4_000, 4_000 + SHOWN - SHOWN_COORDINATED)];
  const posts = Array.from({ length: REPORT_LIMITS.flaggedPosts }, (_, index): ShownPost => {
    const { id, verdict } = shown[index % shown.length] ?? { id: '', verdict: 'coordinated' };
    return {
      id: postId(index),
      account: id,
      verdict,
      time: new Date(START + ((index * 7919) % 10_000) * MINUTE).toISOString(),
      retweet: false,
      text,
    };
  });
  const ties = Array.from({ length: MAX_EDGES }, (_, index): Tie => {
    const inside = groups[index % 3]?.accounts ?? [];
    const [source, target] = [inside[index % inside.length] ?? '', inside[(index * 31 + 1) % inside.length] ?? ''];
    return { source, target, kind: 'text', weight: 5, items: 1, firstAt: sample.dump.from, lastAt: sample.dump.to };
  });
  const counts = { coordinated: 4_000, flooding: 0, unclear: 4_000, organic: 18_000, insufficient: 0 };
  const result = {
    ...sample,
    // Of a platform: each post has an address.
    inputs: sample.inputs.map((input) => ({ ...input, format: 'twint' })),
    accounts,
    groups,
    summary: { ...sample.summary, accounts: counts },
    dump: { ...sample.dump, posts: 100_000, accounts: accounts.length },
  };
  return { result, exhibits: { posts: posts.sort((a, b) => (a.time < b.time ? -1 : 1)), ties, places: [] } };
}

describe('the page of a dump of 100,000 posts', () => {
  const { result, exhibits } = most();
  const page = renderHtml(result, exhibits);

  it('stays within 10 MB, even where all that is shown one by one is as much as there can be', () => {
    expect(Buffer.byteLength(page)).toBeLessThan(10_000_000);
    // The bounds are there for this case: were the case none, the test would show nothing.
    expect(Buffer.byteLength(page)).toBeGreaterThan(5_000_000);
  });

  it('says what is left out, and where that is', () => {
    expect(page).toContain(
      'The 500 with the highest scores are listed; all 4,000 are in the table of accounts (-o accounts.csv) and in the JSON (--json).',
    );
    expect(page).toContain('The 500 most active are listed; all 18,000 are in');
    expect(page).toContain('likely coordinated: 240 of 4,000');
  });
});
