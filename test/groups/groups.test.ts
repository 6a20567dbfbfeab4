import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildDataset } from '../../src/dataset/build-dataset.js';
import type { Dataset } from '../../src/dataset/dataset.js';
import type { QuoteRef } from '../../src/documents/evidence.js';
import type { Post } from '../../src/documents/post.js';
import { findCommunities } from '../../src/groups/communities.js';
import { describeGroup } from '../../src/groups/describe.js';
import { countCoActions, occasionsWithin } from '../../src/groups/occasions.js';
import { topSharedItems } from '../../src/groups/shared-items.js';
import { simulate, simulationOptions } from '../../src/simulate/index.js';
import { collectorOf, DAY, HOUR, measured, numberOf, post, START } from '../dataset/posts.js';
import { ownWords } from '../signals/conversation.js';

/** Everybody of each circle says the circle's `texts` texts; strangers say their own. */
function circles(texts: number, of: Readonly<Record<string, readonly string[]>>): Post[] {
  const inside = Object.values(of).flatMap((members, circle) =>
    members.flatMap((by, i) =>
      Array.from({ length: texts }, (_, k) =>
        post({ by, text: ownWords(500 + circle, k), time: START + k * HOUR + i }),
      ),
    ),
  );
  return [...inside, ...Array.from({ length: 30 }, (_, n) => post({ by: `stranger${n}`, text: ownWords(n, 0) }))];
}

const RED = ['r1', 'r2', 'r3', 'r4'];
const BLUE = ['b1', 'b2', 'b3'];
const names = (m: Dataset, accounts: Iterable<number>): string[] => Array.from(accounts, (a) => m.accounts.id[a] ?? '');
const numbers = (m: Dataset, ids: readonly string[]): number[] => ids.map((id) => numberOf(m, id));

describe('findCommunities', () => {
  it('tells two circles apart, the larger first, and counts what ties them', () => {
    const m = measured(circles(3, { RED, BLUE }));
    const found = findCommunities(m, numbers(m, [...BLUE, ...RED]), 1);
    expect(found.map(({ accounts }) => names(m, accounts))).toEqual([RED, BLUE]);
    expect(found.map(({ ties }) => ties.text)).toEqual([3, 3]);
  });

  it('gives the same for any seed where there is but one answer', () => {
    const m = measured(circles(3, { RED, BLUE }));
    const found = [1, 2, 99].map((seed) => JSON.stringify(findCommunities(m, numbers(m, [...RED, ...BLUE]), seed)));
    expect(new Set(found).size).toBe(1);
  });

  it('calls two accounts no group, nor many that share nothing', () => {
    const m = measured(circles(3, { pair: ['x', 'y'] }));
    expect(findCommunities(m, numbers(m, ['x', 'y', 'stranger1', 'stranger2', 'stranger3']), 1)).toEqual([]);
    expect(findCommunities(m, [], 1)).toEqual([]);
  });
});

const quote = (quotable: QuoteRef): string => JSON.stringify(quotable);

const said = (by: string, text: string, more: { readonly links?: readonly string[] } = {}): Post =>
  post({ by, text: ownWords(800, Number(text)), ...more });

const made = (id: string, from: number, to = from) => ({
  id,
  handle: id,
  displayName: '',
  created: { from: START + from * DAY, to: START + to * DAY, source: 'dump' as const },
});

const day = (days: number): string => new Date(START + days * DAY).toISOString().slice(0, 10);

const described = (posts: readonly Post[], ids: readonly string[]) => {
  const m = measured(posts);
  const [community = { accounts: [], ties: { text: 0, retweet: 0, link: 0, tags: 0 }, objects: [] }] = findCommunities(
    m,
    numbers(m, ids),
    1,
  );
  return describeGroup(m, community, topSharedItems(m, community.accounts), quote);
};

describe('describeGroup', () => {
  it('tells when a group was active and its busiest hour', () => {
    expect(described(circles(3, { RED }), RED)).toMatchObject({
      ties: { text: 3 },
      posts: 12,
      from: new Date(START).toISOString(),
      to: new Date(START + 2 * HOUR + 3).toISOString(),
      busiest: { from: new Date(START).toISOString(), to: new Date(START + 3).toISOString(), posts: 4 },
    });
  });

  it('shows what ties them most, rather than what many others share too, and words before links', () => {
    const posts = [
      ...RED.map((by) => said(by, '1')),
      ...['r1', 'r2', 'r3'].flatMap((by) => [said(by, '2'), said(by, '3')]),
      ...['stranger1', 'stranger2'].map((by) => said(by, '2')),
      ...RED.map((by, i) => said(by, String(10 + i), { links: ['https://example.org/x'] })),
    ];
    const { shared } = described([...posts, ...circles(0, {})], RED);
    expect(shared.map(({ kind, accounts, posts: count, others }) => [kind, accounts, count, others])).toEqual([
      ['text', 4, 4, 0],
      ['text', 3, 3, 0],
      ['text', 3, 3, 2],
      ['link', 4, 4, 0],
    ]);
    expect(shared[3]?.example).toContain('"of":"link"');
  });

  it('tells when its accounts were made, of those whose day is known', () => {
    const authors = [made('r1', -400), made('r2', -10), made('r3', -9), made('r4', -8), made('r5', -300, -200)];
    const posts = authors.flatMap((by) => [0, 1].map((k) => post({ by, text: ownWords(900, k) })));
    expect(described([...posts, ...circles(0, {})], ['r1', 'r2', 'r3', 'r4', 'r5']).creation).toEqual({
      dated: 4,
      from: new Date(START - 400 * DAY).toISOString(),
      to: new Date(START - 8 * DAY).toISOString(),
      densest: { from: day(-10), to: day(-8), accounts: 3 },
    });
    expect(described(circles(3, { RED }), RED).creation).toEqual({ dated: 0, from: null, to: null, densest: null });
  });
});

/** The counts for one account, of a set. */
function occasionsOf(m: Dataset, set: readonly string[], id: string): readonly [number, number] {
  const members = new Uint8Array(m.accounts.count);
  for (const a of numbers(m, set)) members[a] = 1;
  const { occasions, partners } = occasionsWithin(m, members);
  return [occasions[numberOf(m, id)] ?? -1, partners[numberOf(m, id)] ?? -1];
}

/** What the second of two occasions weighs that lie so far apart. */
function independent(gap: number): number {
  const m = measured([
    ...circles(0, {}),
    ...[0, 1].flatMap((k) => ['x', 'y', 'z'].map((by) => post({ by, text: ownWords(600, k), time: START + k * gap }))),
  ]);
  const members = new Uint8Array(m.accounts.count);
  for (const a of numbers(m, ['x', 'y', 'z'])) members[a] = 1;
  return occasionsWithin(m, members).independent[numberOf(m, 'x')] ?? -1;
}

describe('occasionsWithin', () => {
  it('counts the same as what is counted without weighing it', () => {
    const { posts } = simulate(
      simulationOptions('sincere-communities', { seed: 2, organic: { accounts: 200, posts: 900 } }),
    );
    const m = buildDataset(collectorOf(posts));
    let seen = 0;
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 1, max: 10 }), (from, share) => {
        const members = Uint8Array.from({ length: m.accounts.count }, (_, a) => Number((a + from) % 10 < share));
        const { occasions, partners } = occasionsWithin(m, members);
        expect(countCoActions(m, members)).toEqual({ occasions, partners });
        seen += occasions.reduce((sum, count) => sum + count, 0);
      }),
      { numRuns: 20 },
    );
    expect(seen).toBeGreaterThan(100);
  });

  it('counts the items that an account shares with members, and the members', () => {
    for (const texts of [3, 2, 1])
      expect(occasionsOf(measured(circles(texts, { RED })), RED, 'r1')).toEqual([texts, 2]);
    expect(occasionsOf(measured(circles(2, { RED })), RED, 'stranger1')).toEqual([0, 0]);
    expect(occasionsOf(measured(circles(2, { RED })), ['r1'], 'r1')).toEqual([0, 0]);
  });

  it('tells one partner from two', () => {
    const chain = [
      post({ by: 'x', text: ownWords(600, 0) }),
      post({ by: 'y', text: ownWords(600, 0) }),
      post({ by: 'y', text: ownWords(600, 1) }),
      post({ by: 'z', text: ownWords(600, 1) }),
    ];
    const m = measured([...circles(0, {}), ...chain]);
    expect(occasionsOf(m, ['x', 'y', 'z'], 'x')).toEqual([1, 1]);
    expect(occasionsOf(m, ['x', 'y', 'z'], 'y')).toEqual([2, 2]);
  });

  it('counts a post once, whatever it bears, and a text once, however often it is posted', () => {
    const both = ['x', 'y', 'z'].map((by) => post({ by, text: `${ownWords(600, 0)} https://example.org/1` }));
    expect(occasionsOf(measured([...circles(0, {}), ...both]), ['x', 'y', 'z'], 'x')).toEqual([1, 2]);
    const again = [0, 1, 2].flatMap((k) =>
      ['x', 'y'].map((by) => post({ by, text: ownWords(600, 0), time: START + k * HOUR })),
    );
    expect(occasionsOf(measured([...circles(0, {}), ...again]), ['x', 'y'], 'x')).toEqual([1, 1]);
  });

  it('does not count what others share as much', () => {
    const headline = Array.from({ length: 30 }, (_, n) =>
      post({ by: n < 3 ? `m${n}` : `stranger${n}`, text: ownWords(600, 0) }),
    );
    expect(occasionsOf(measured([...circles(0, {}), ...headline]), ['m0', 'm1', 'm2'], 'm0')).toEqual([0, 0]);
  });

  it('gives weight to a second occasion only where it is three hours away', () => {
    expect(independent(3 * HOUR)).toBeGreaterThan(1);
    expect(independent(3 * HOUR - 1000)).toBe(0);
  });

  it('does not count addressing the same account', () => {
    const m = measured(['x', 'y'].flatMap((by) => [post({ by, text: '@a @b' }), post({ by, text: '@c' })]));
    expect(occasionsOf(m, ['x', 'y'], 'x')).toEqual([0, 0]);
  });
});
