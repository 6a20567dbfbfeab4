import { HOUR } from '../../src/time/units.js';

/** What one number alone would tell of an account. */
export interface SingleNumbers {
  readonly posts: number;
  /** Days from creation to first post. */
  readonly age: number;
  /** Most posts in ten minutes. */
  readonly busiest: number;
  /** Different hours of the dump with a post. */
  readonly hours: number;
  readonly retweetShare: number;
  /** Posts that repeat one's own text. */
  readonly repeated: number;
  /** Mean length of a post in UTF-16 units. */
  readonly length: number;
}

export interface Trace {
  readonly account: string;
  readonly time: number;
  readonly created: number;
  readonly text: string;
  readonly retweet: boolean;
}

const TEN_MINUTES = 600_000;

export function singleNumbers(traces: readonly Trace[]): Map<string, SingleNumbers> {
  const byAccount = new Map<string, Trace[]>();
  for (const trace of traces) byAccount.set(trace.account, [...(byAccount.get(trace.account) ?? []), trace]);
  return new Map([...byAccount].map(([account, own]) => [account, numbersOf(own.toSorted((a, b) => a.time - b.time))]));
}

function numbersOf(own: readonly Trace[]): SingleNumbers {
  const times = own.map(({ time }) => time);
  const first = own[0];
  return {
    posts: own.length,
    age: first === undefined ? 0 : (first.time - first.created) / (24 * HOUR),
    busiest: Math.max(
      ...times.map((start) => times.filter((time) => time >= start && time <= start + TEN_MINUTES).length),
    ),
    hours: new Set(times.map((time) => Math.floor(time / HOUR))).size,
    retweetShare: own.filter(({ retweet }) => retweet).length / own.length,
    length: own.reduce((sum, { text }) => sum + text.length, 0) / own.length,
    repeated: own.length - new Set(own.map(({ text }) => text)).size,
  };
}

/** The rule of thumb: new, and here again. */
export function newAndRepeated({ age, posts }: SingleNumbers): boolean {
  return age < 30 && posts >= 3;
}

/** Area under the ROC curve (Mann–Whitney, ties half), whichever direction separates better: 0.5 to 1. */
export function separation(positive: readonly number[], negative: readonly number[]): number {
  let won = 0;
  for (const a of positive) for (const b of negative) won += a > b ? 1 : a === b ? 0.5 : 0;
  const auc = won / (positive.length * negative.length);
  return Math.max(auc, 1 - auc);
}
