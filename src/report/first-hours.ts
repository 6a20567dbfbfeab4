import type { Result } from '../documents/result.js';
import { sumOf, totalOf } from '../documents/verdict.js';
import { MINUTE } from '../time/units.js';

/** Possible lengths of the beginning, in order of preference. */
const BEGINNINGS = [
  { length: 360 * MINUTE, name: 'first six hours' },
  { length: 60 * MINUTE, name: 'first hour' },
  { length: 10 * MINUTE, name: 'first ten minutes' },
  { length: 1_440 * MINUTE, name: 'first day' },
  { length: 10_080 * MINUTE, name: 'first week' },
];

export interface FirstHours {
  readonly name: string;
  readonly posts: number;
  readonly coordinated: number;
}

/**
 * Counts the posts at the beginning of the dump: in the first six hours, or in another length that its bins allow, if
 * the dump is at least four times as long.
 */
export function firstHours(timeline: Result['timeline']): FirstHours | undefined {
  const starts = timeline.map(({ from }) => Date.parse(from));
  const [first, last] = [starts[0], starts.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const bin = starts.reduce(
    (least, start, index) => Math.min(least, index === 0 ? least : start - (starts[index - 1] ?? start)),
    Infinity,
  );
  const beginning = BEGINNINGS.find(({ length }) => length % bin === 0 && last + bin - first >= 4 * length);
  if (beginning === undefined) return undefined;
  const counts = sumOf(timeline.filter((_, index) => (starts[index] ?? 0) < first + beginning.length));
  return {
    name: beginning.name,
    posts: totalOf(counts),
    coordinated: counts.coordinated,
  };
}
