import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import type { ReportData } from '../../../src/documents/report-data.js';
import type { AccountResult } from '../../../src/documents/result.js';
import { accountEdges } from '../../../src/report/data/account-edges.js';
import { collectReportData } from '../../../src/report/data/collect-report-data.js';
import { REPORT_LIMITS, shownPosts } from '../../../src/report/data/shown-posts.js';
import { fileWith } from '../../cli/run.js';
import { HOUR, measured, MINUTE, post, START } from '../../dataset/posts.js';
import { dumpOf } from '../../fixture-cases.js';
import { account, evidence as evidenceOf } from '../sample-result.js';

const ALL: ReadonlySet<keyof ReportData> = new Set(['posts', 'ties', 'places']);
const DUMP = dumpOf('rossiya-svoih-ne-brosaet');

const tenSigns = (wanted: readonly number[]) => Promise.resolve(new Map(wanted.map((p) => [p, '<'.repeat(10)])));
const inGroup = (id: string): AccountResult => account(id, 'coordinated', { group: 'g1' });
const after = (hours: number): string => new Date(START + hours * HOUR).toISOString();
const rarityOfTen = (bearers: number): number => Math.round(1000 * Math.log(10 / bearers)) / 1000;

describe('what a report shows beyond the result', () => {
  const whole = collectReportData([DUMP], {}, ALL);
  const rows: Record<string, string>[] = parse(readFileSync(DUMP), { columns: true, bom: true });
  const rowOf = new Map(rows.map((row) => [row.tweetid, row]));

  it('is every post of the accounts flagged, with the text that the dump has, in order of time', async () => {
    const {
      result,
      data: { posts },
    } = await whole;
    const flagged = result.accounts.filter(({ verdict }) => verdict === 'coordinated' || verdict === 'unclear');
    for (const { id, posts: count, verdict } of flagged) {
      const theirs = posts.filter((each) => each.account === id);
      expect(theirs).toHaveLength(count);
      expect(theirs.every((each) => each.verdict === verdict && each.text !== null)).toBe(true);
    }
    for (const { id, account: by, text, retweet, time } of posts) {
      const row = rowOf.get(id);
      expect([by, String(retweet), Date.parse(time)]).toEqual([
        row?.userid,
        row?.is_retweet,
        Date.parse(`${row?.tweet_time}Z`),
      ]);
      expect([row?.tweet_text, null]).toContain(text);
    }
    expect(posts.map(({ time }) => time)).toEqual(posts.map(({ time }) => time).toSorted());
  });

  it('has organic accounts for comparison, whole, and no more than are asked for', async () => {
    const {
      result,
      data: { posts },
    } = await whole;
    const organic = new Set(posts.filter(({ verdict }) => verdict === 'organic').map((each) => each.account));
    expect(organic.size).toBe(REPORT_LIMITS.organicAccounts);
    const drawn = result.accounts.filter(({ id }) => organic.has(id));
    expect(drawn.map(({ id }) => posts.filter((each) => each.account === id).length)).toEqual(
      drawn.map((each) => each.posts),
    );
  });

  it('is the same whatever the order of rows', async () => {
    const [head = '', ...lines] = readFileSync(DUMP, 'utf8')
      .trimEnd()
      .split(/\n(?=\d{10,},)/u);
    const { data } = await collectReportData([fileWith(`${[head, ...lines.toReversed()].join('\n')}\n`)], {}, ALL);
    expect({ ...data, places: [] }).toEqual({ ...(await whole).data, places: [] });
  });

  it('has a place for each account: the line of a post of its own, one that its first evidence names where it has any', async () => {
    const {
      result,
      data: { places },
    } = await whole;
    const lines = readFileSync(DUMP, 'utf8').split('\n');
    expect(places.map((place) => place.account)).toEqual(result.accounts.map(({ id }) => id).toSorted());
    const named = new Map(result.accounts.map(({ id, evidence }) => [id, evidence[0]?.posts ?? []]));
    let evident = 0;
    for (const { account: id, input, line } of places) {
      const [found = ''] = (lines[line - 1] ?? '').replaceAll('"', '').split(',');
      const posts = named.get(id) ?? [];
      expect([input, rowOf.get(found)?.userid, posts.length === 0 || posts.includes(found)]).toEqual([0, id, true]);
      evident += Number(posts.length > 0);
    }
    expect(evident).toBeGreaterThan(30);
  });

  it('is only what is asked for', async () => {
    const { result, data } = await collectReportData([DUMP], {}, new Set());
    expect(data).toEqual({ posts: [], ties: [], places: [] });
    expect(result).toEqual((await whole).result);
  });

  it('ties members of groups, and nobody else', async () => {
    const {
      result,
      data: { ties },
    } = await whole;
    const members = new Set(result.groups.flatMap(({ accounts }) => accounts));
    expect(ties.length).toBeGreaterThan(100);
    expect(
      ties.filter(({ source, target }) => !members.has(source) || !members.has(target) || source >= target),
    ).toEqual([]);
    expect(ties.map(({ weight }) => weight)).toEqual(ties.map(({ weight }) => weight).toSorted((a, b) => b - a));
  });
});

describe('the bounds', () => {
  const texts = new Map(Array.from({ length: 20 }, (_, p) => [p, `text ${p}`]));
  const textsOf = (wanted: readonly number[]) => Promise.resolve(new Map(wanted.map((p) => [p, texts.get(p) ?? ''])));
  const m = measured([
    ...Array.from({ length: 9 }, (_, n) => post({ by: 'loud', time: START + n * MINUTE, id: `l${n}` })),
    ...Array.from({ length: 3 }, (_, n) => post({ by: 'calm', time: START + n * MINUTE, id: `c${n}` })),
    ...Array.from({ length: 2 }, (_, n) => post({ by: 'free', time: START + n * HOUR, id: `f${n}` })),
  ]);
  const accounts = [
    account('loud', 'coordinated', { posts: 9 }),
    account('calm', 'coordinated', {
      posts: 3,
      evidence: [{ ...evidenceOf('burst', 'posting', 1, ''), posts: ['c2'] }],
    }),
    account('free', 'organic', { posts: 2 }),
  ];

  it('leave out an account that does not fit whole, and go on to the next', async () => {
    const posts = await shownPosts(m, { accounts }, textsOf, { ...REPORT_LIMITS, flaggedPosts: 8 });
    expect(posts.map(({ id }) => id).toSorted()).toEqual(['c0', 'c1', 'c2', 'f0', 'f1']);
  });

  it('give texts first to the posts that are evidence', async () => {
    const posts = await shownPosts(m, { accounts }, textsOf, {
      ...REPORT_LIMITS,
      flaggedPosts: 8,
      textsEach: 1,
      organicAccounts: 0,
    });
    expect(posts.filter(({ text }) => text !== null).map(({ id }) => id)).toEqual(['c2']);
  });

  it('give texts before all others to the posts that evidence sets beside each other, of both accounts, beyond the bound for one', async () => {
    const match = { account: 'loud', post: 'l7', ownPost: 'c1' };
    const matched = accounts.map((each) =>
      each.id === 'calm'
        ? { ...each, evidence: [{ ...evidenceOf('same-text', 'sharing', 1, ''), posts: ['c2'], with: [match] }] }
        : each,
    );
    const shown = await shownPosts(m, { accounts: matched }, textsOf, {
      ...REPORT_LIMITS,
      textsEach: 0,
      organicAccounts: 0,
    });
    expect(shown.filter(({ text }) => text !== null).map(({ id }) => id)).toEqual(['c1', 'l7']);
    const few = await shownPosts(m, { accounts: matched }, tenSigns, {
      ...REPORT_LIMITS,
      textBytes: 50,
      organicAccounts: 0,
    });
    expect(few.filter(({ text }) => text !== null)).toHaveLength(1);
    // A post of an account that is not shown has no text.
    const alone = await shownPosts(m, { accounts: matched }, textsOf, {
      ...REPORT_LIMITS,
      flaggedPosts: 8,
      textsEach: 0,
      organicAccounts: 0,
    });
    expect(alone.filter(({ text }) => text !== null).map(({ id }) => id)).toEqual(['c1']);
  });

  it('stop texts at so many bytes, counted as they are escaped', async () => {
    const posts = await shownPosts(m, { accounts }, tenSigns, { ...REPORT_LIMITS, textBytes: 119 });
    expect(posts.filter(({ text }) => text !== null)).toHaveLength(2);
  });
});

describe('ties', () => {
  const FIRST = 'one two three four five six';
  const SECOND = 'seven eight nine ten eleven twelve';
  const m = measured([
    ...['a', 'b', 'c'].map((by, n) => post({ by, text: FIRST, time: START + n * HOUR })),
    ...['a', 'b'].map((by, n) =>
      post({ by, text: SECOND, time: START + (5 + n) * HOUR, links: ['https://example.org/x'] }),
    ),
    post({ by: 'z', text: FIRST, time: START + 20 * HOUR }),
    ...Array.from({ length: 6 }, (_, n) =>
      post({ by: `s${n}`, text: `stranger number ${n} says something of her own` }),
    ),
  ]);

  it('weigh each shared item by its rarity, and tell when the two posted it', () => {
    const ties = accountEdges(m, { accounts: [...['c', 'b', 'a'].map(inGroup), account('z', 'unclear')] });
    expect(m.accounts.count).toBe(10);
    expect(ties).toEqual([
      {
        kind: 'text',
        source: 'a',
        target: 'b',
        weight: Math.round(1000 * (Math.log(10 / 4) + Math.log(10 / 2))) / 1000,
        items: 2,
        firstAt: after(0),
        lastAt: after(6),
      },
      { kind: 'link', source: 'a', target: 'b', weight: rarityOfTen(2), items: 1, firstAt: after(5), lastAt: after(6) },
      { kind: 'text', source: 'a', target: 'c', weight: rarityOfTen(4), items: 1, firstAt: after(0), lastAt: after(2) },
      { kind: 'text', source: 'b', target: 'c', weight: rarityOfTen(4), items: 1, firstAt: after(1), lastAt: after(2) },
    ]);
  });

  it('are none where nobody belongs to a group', () => {
    expect(accountEdges(m, { accounts: [account('a', 'coordinated'), account('b', 'coordinated')] })).toEqual([]);
  });
});
