import { describe, expect, it } from 'vitest';
import { inventedCase } from '../../bench/scenarios.js';
import { buildDataset } from '../../src/dataset/build-dataset.js';
import { decide } from '../../src/pipeline/decide.js';
import { fitSignals } from '../../src/pipeline/ingest.js';
import { collectorOf } from '../dataset/posts.js';

/** How many of each kind are named, and as what group. */
function named(name: string, seed: number): { readonly called: Record<string, number>; readonly kinds: string[] } {
  const { posts, kind } = inventedCase(name, seed);
  const dataset = buildDataset(collectorOf(posts));
  const { judged, groups, withheld } = decide({ dataset, fitted: fitSignals(dataset) });
  const called: Record<string, number> = {};
  for (const [a, verdict] of judged.verdicts.entries()) {
    if (verdict !== 'coordinated') continue;
    expect(withheld.has(a)).toBe(false);
    const of = kind.get(dataset.accounts.id[a] ?? '') ?? '?';
    called[of] = (called[of] ?? 0) + 1;
  }
  return { called, kinds: [...new Set(groups.map((group) => group.kind))] };
}

// Few runs of what `npm run bench -- scenarios` does with many.
describe('invented scenarios', () => {
  it.each(['protest', 'apps-and-quizzes', 'charity'])('%s: nobody is named', (name) => {
    expect(named(name, 2).called).toEqual({});
  });

  it('fans who vote are told as fans, and not named', () => {
    expect(named('tv-vote', 2)).toEqual({ called: {}, kinds: ['amplifies-few'] });
  });

  it('outlets of one publisher are told as such, and not named', () => {
    expect(named('outlets', 2)).toEqual({ called: {}, kinds: ['outlets'] });
  });

  it('of newcomers beside a push, who copy an appeal, nobody is named', () => {
    const { called } = named('push-and-charity', 2);
    expect(Object.keys(called)).toEqual(['c']);
    expect(called['c']).toBeGreaterThan(50);
  });

  it.each([
    ['push-10', 1, 8],
    ['push-at-the-news', 2, 55],
  ])('%s at seed %i: a push is found by its core where it is mixed with newcomers', (name, seed, least) => {
    const { called } = named(name, seed);
    expect(Object.keys(called)).toEqual(['c']);
    expect(called['c']).toBeGreaterThan(least);
  });

  it('people with two accounts each are not named', () => {
    expect(named('two-accounts-each', 9).called).toEqual({});
    expect(named('two-accounts-that-retweet', 2).called).toEqual({});
  });

  it('a push is found beside people with two accounts each', () => {
    const { called } = named('push-and-two-accounts', 2);
    expect(Object.keys(called)).toEqual(['c']);
    expect(called['c']).toBeGreaterThan(70);
  });

  it('the audience of a push is not named with it, and neither are fans who join a star', () => {
    expect(Object.keys(named('retweeted-by-public', 3).called)).toEqual(['c']);
    expect(named('star-joins', 2).called).toEqual({});
  });

  it.each([
    ['weekly-chat', 5],
    ['fans-who-talk', 2],
  ])('%s at seed %i: an audience is told as such, however much it writes', (name, seed) => {
    expect(named(name, seed)).toEqual({ called: {}, kinds: ['amplifies-few'] });
  });

  it('who answers a quiz is told as its audience, and a push beside it is named', () => {
    expect(named('radio-quiz', 2)).toEqual({ called: {}, kinds: ['amplifies-few'] });
    const { called } = named('push-and-quiz', 2);
    expect(Object.keys(called)).toEqual(['c']);
    expect(called['c']).toBeGreaterThan(50);
  });

  it('who uses the tags of a show is not named, and who was made for them is', () => {
    expect(Object.keys(named('push-and-show-tags', 2).called)).toEqual(['c']);
    const { called } = named('paraphrased-tags', 2);
    expect(Object.keys(called)).toEqual(['c']);
    expect(called['c']).toBeGreaterThan(50);
  });

  it('newcomers who copy appeals are not named, for they are no newer than the other newcomers', () => {
    expect(named('newcomers-copy-appeals', 2).called).toEqual({});
  });

  it('a push of one account in twenty is found among newcomers', () => {
    const { called } = named('push-of-few-in-new-public', 2);
    expect(Object.keys(called)).toEqual(['c']);
    expect(called['c']).toBeGreaterThan(20);
  });

  it('old accounts that retweet many authors within a minute of each other are named', () => {
    const { called, kinds } = named('retweets-at-once', 2);
    expect(Object.keys(called)).toEqual(['c']);
    expect(called['c']).toBeGreaterThan(50);
    expect(kinds).toEqual(['acts-together']);
  });

  it('of people who copy a push at their own hours, hardly anybody is named', () => {
    const { called } = named('copied-twice-by-public', 2);
    expect(called['c']).toBeGreaterThan(60);
    expect(called['x'] ?? 0).toBeLessThan(0.05 * (called['c'] ?? 0));
  });

  it('whoever retweeted two posts that pushers retweeted is not named with those who copy texts', () => {
    const { called } = named('push-in-emigration', 3);
    expect(Object.keys(called)).toEqual(['c']);
    expect(called['c']).toBeGreaterThan(250);
  });

  it('of a ring and the fans of whom it retweets, hardly any fan is named', () => {
    const { called, kinds } = named('ring-among-fans', 6);
    expect(called['c']).toBeGreaterThan(100);
    expect(called['f'] ?? 0).toBeLessThan(0.1 * (called['c'] ?? 0));
    expect(kinds).toEqual(['amplifies-few']);
  });

  it('accounts made for it that push one slogan are named, and old accounts are not', () => {
    const { called, kinds } = named('push-of-one-slogan', 2);
    expect(Object.keys(called)).toEqual(['c']);
    expect(called['c']).toBeGreaterThan(40);
    expect(kinds).toEqual(['service-feed']);
    expect(named('slogan-of-old-accounts', 2).called).toEqual({});
  });

  it('people who wish each other the same every morning are not named', () => {
    expect(named('morning-wish', 2).called).toEqual({});
  });

  it('outlets that one publisher made in one go, years ago, are not named', () => {
    expect(named('outlets-made-at-once', 3).called).toEqual({});
  });

  it('a push is found beside outlets that are not named', () => {
    const { called, kinds } = named('push-and-outlets', 3);
    expect(called['c']).toBeGreaterThan(250);
    expect(called['o'] ?? 0).toBe(0);
    expect(kinds).toContain('outlets');
    expect(kinds).toContain('copies-texts');
  });
});
