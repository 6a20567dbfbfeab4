import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Dataset } from '../../src/dataset/dataset.js';
import { MAX_LOG_RATIO } from '../../src/signals/constants.js';
import { SIGNALS } from '../../src/signals/index.js';
import { type FittedSignal, type Signal } from '../../src/signals/signal.js';
import { DAY, HOUR, measured, START } from '../dataset/posts.js';
import { conversation, isMember, MEMBERS, ownWords, PEOPLE, type Story, suspicion } from './conversation.js';

interface Case {
  readonly signal: string;
  /** The members do it, the public does not. */
  readonly loud: Story;
  /** Everybody does it, or nobody does. */
  readonly quiet: Story;
  /** Nothing could have been seen of it; undefined where there is always something. */
  readonly unmeasured: Story | undefined;
}

/** Item k of the five that members share; people share theirs in pairs. */
const shared = (n: number, k: number): string => (isMember(n) ? `all${k}` : `pair${n >> 1}of${k}`);
const retweet = (id: string): { kind: 'retweet'; retweetedId: string; text: string } => ({
  kind: 'retweet',
  retweetedId: id,
  text: 'RT @x: look at this',
});
const tags = (of: string): readonly string[] => [`${of}a`, `${of}b`, `${of}c`];

const CASES: readonly Case[] = [
  {
    signal: 'creation-cohort',
    loud: { created: (n) => (isMember(n) ? START - 5 * DAY + (n - PEOPLE) * HOUR : START - (n * 37 + 100) * DAY) },
    quiet: {},
    unmeasured: { created: () => undefined },
  },
  {
    signal: 'burst',
    loud: { said: (n, k) => (isMember(n) ? { time: START + n * HOUR + k * 5000 } : {}) },
    quiet: {},
    unmeasured: { posts: 1 },
  },
  {
    signal: 'repeated-text',
    loud: { said: (n) => (isMember(n) ? { text: ownWords(n, 0) } : {}) },
    quiet: { said: (n) => ({ text: ownWords(n, 0) }) },
    unmeasured: { said: () => ({ text: 'да' }) },
  },
  {
    signal: 'disguised-text',
    loud: { said: (n, k) => (isMember(n) ? { text: `${ownWords(n, k)}\u200b` } : {}) },
    quiet: { said: (n, k) => ({ text: `${ownWords(n, k)}\u200b` }) },
    unmeasured: {},
  },
  {
    signal: 'same-retweet',
    loud: { said: (n, k) => retweet(shared(n, k)) },
    quiet: { said: (_, k) => retweet(String(k)) },
    unmeasured: {},
  },
  {
    signal: 'same-text',
    loud: { said: (n, k) => ({ text: ownWords(isMember(n) ? 900 : n >> 1, k) }) },
    quiet: { said: (_, k) => ({ text: ownWords(900, k) }) },
    unmeasured: { said: () => ({ text: 'доброе утро' }) },
  },
  {
    signal: 'same-link',
    loud: { said: (n, k) => ({ links: [`https://a.example/${shared(n, k)}`] }) },
    quiet: { said: (_, k) => ({ links: [`https://a.example/${k}`] }) },
    unmeasured: {},
  },
  {
    signal: 'same-object',
    loud: { said: (n, k) => ({ objects: [{ name: 'image', value: `${shared(n, k)}` }] }) },
    quiet: { said: (_, k) => ({ objects: [{ name: 'image', value: `${k}` }] }) },
    unmeasured: {},
  },
  {
    signal: 'same-target',
    loud: { said: (n, k) => ({ text: `@${shared(n, k)} ${ownWords(n, k)}` }) },
    quiet: { said: (n, k) => ({ text: `@mayor${k} ${ownWords(n, k)}` }) },
    unmeasured: {},
  },
  {
    signal: 'same-tags',
    loud: { said: (n, k) => ({ hashtags: tags(shared(n, k)) }) },
    quiet: { said: (_, k) => ({ hashtags: tags(`t${k}`) }) },
    unmeasured: {},
  },
  {
    signal: 'quick-succession',
    loud: {
      said: (n, k) => ({
        ...retweet(shared(n, k)),
        time: isMember(n) ? START + k * DAY + n * 2000 : START + k * DAY + (n % 2) * 5 * HOUR + n * 60_000,
      }),
    },
    quiet: {
      said: (n, k) => ({ ...retweet(`pair${n >> 1}of${k}`), time: START + k * DAY + (n % 2) * 5 * HOUR + n * 60_000 }),
    },
    unmeasured: {},
  },
  {
    signal: 'same-moments',
    loud: { posts: 10, said: (n, k) => (isMember(n) ? { time: START + 3 * DAY + k * 60_000 + n * 1000 } : {}) },
    quiet: {},
    unmeasured: undefined,
  },
];

function heard(
  story: Story,
  name: string,
): { m: Dataset; about: Signal; prepared: FittedSignal; members: number[]; people: number[]; weights: Float64Array } {
  const m = measured(conversation(story));
  const signals: readonly Signal[] = SIGNALS;
  const signal = signals.find((each) => each.name === name);
  if (!signal) throw new Error(`there is no signal ${name}`);
  const prepared = signal.fit(m);
  const weights = prepared.logLikelihoodRatio(suspicion(m));
  const side = (member: boolean): number[] =>
    m.accounts.id.flatMap((id, a) => (isMember(Number(id.slice(1))) === member ? [a] : []));
  return { m, about: signal, prepared, weights, members: side(true), people: side(false) };
}

const mean = (accounts: readonly number[], weights: Float64Array): number =>
  accounts.reduce((sum, a) => sum + (weights[a] ?? 0), 0) / accounts.length;

describe('every signal', () => {
  it('has a case here', () => {
    expect(CASES.map(({ signal }) => signal).sort()).toEqual(SIGNALS.map(({ name }) => name).sort());
  });
});

describe.each(CASES)('$signal', ({ signal, loud, quiet, unmeasured }) => {
  it('speaks where members do what the public does not', () => {
    const { prepared, weights, members, people } = heard(loud, signal);
    expect(members).toHaveLength(MEMBERS);
    expect(members.every((a) => prepared.measurable[a] === 1)).toBe(true);
    expect(Math.min(...members.map((a) => weights[a] ?? 0))).toBeGreaterThan(0.3);
    expect(mean(people, weights)).toBeLessThan(0.1);
  });

  it('says so in one plain line, and shows posts of that account', () => {
    const { m, about, prepared, members } = heard(loud, signal);
    for (const a of members) {
      const explained = prepared.explain(a, suspicion(m));
      expect(explained).toBeDefined();
      expect(explained?.posts.every((p) => m.posts.account[p] === a)).toBe(true);
      expect(explained?.posts.length).toBeLessThanOrEqual(10);
      const sentence = explained
        ? about.describe(explained.finding, { quoted: 'quoted', called: 'likely coordinated', likeness: undefined })
        : '';
      expect(sentence).toMatch(/^\S.*\S$/u);
      // What is quoted is of a post of that account, and what matches it of another's.
      const quotedPost = explained?.example?.of === 'post' ? explained.example.post : undefined;
      expect(quotedPost === undefined || m.posts.account[quotedPost] === a).toBe(true);
      for (const { post: theirs, ownPost } of explained?.matches ?? []) {
        expect(m.posts.account[ownPost]).toBe(a);
        expect(m.posts.account[theirs]).not.toBe(a);
      }
      expect(sentence).not.toMatch(/undefined|null|NaN|Infinity|\[object|\n/u);
    }
  });

  it('does not speak where everybody does the same', () => {
    const { weights, members } = heard(quiet, signal);
    expect(mean(members, weights)).toBeLessThan(0.3);
  });

  it.skipIf(unmeasured === undefined)('is silent where there was nothing to measure', () => {
    const { m, prepared, weights, members, people } = heard(unmeasured ?? {}, signal);
    const everybody = [...members, ...people];
    expect(prepared.measurable.every((able) => able === 0)).toBe(true);
    expect(everybody.every((a) => weights[a] === 0)).toBe(true);
    expect(everybody.every((a) => prepared.explain(a, suspicion(m)) === undefined)).toBe(true);
  });

  it('stays within its bounds whoever is suspected', () => {
    const { m, prepared } = heard(loud, signal);
    const first = prepared.initialScore();
    expect(first.every((value) => value >= 0)).toBe(true);
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(0, 0.01, 0.5, 1), { minLength: m.accounts.count, maxLength: m.accounts.count }),
        (probabilities) => {
          const probability = Float64Array.from(probabilities);
          const weights = prepared.logLikelihoodRatio({ probability, prevalence: 0.1 });
          expect(weights).toHaveLength(m.accounts.count);
          expect(weights.every((weight) => Math.abs(weight) <= MAX_LOG_RATIO)).toBe(true);
          for (let a = 0; a < m.accounts.count; a += 7) {
            expect(
              prepared.explain(a, { probability, prevalence: 0.1 })?.posts.every((p) => m.posts.account[p] === a) ??
                true,
            ).toBe(true);
          }
        },
      ),
      { numRuns: 12 },
    );
  });
});
