import type { Concentration } from '../groups/concentration.js';

/** The independent kinds in which a set can stand out; copies and repeated co-action are one. */
export type ConcentrationKind = 'dates' | 'time' | 'together';

/** How far a set stands out in each kind, in the least that counts: from 1 up it does. */
export type Levels = Readonly<Record<ConcentrationKind, number>>;

/**
 * By how much a set has to be above the rest. On 52 dumps with a push the true side had dates of .71 to 1.97 against at
 * most .23 of a public.
 */
const LEAST: Concentration = { dates: 0.5, time: 0.4, copies: 0.2, repeated: 0.25 };

/**
 * The search may choose a set by its dates, so that in a public, too, it finds sets whose dates crowd as much as one
 * likes (2 nats and more in most simulated ones): beyond this level dates say no more.
 */
const MOST_DATES = 2;

/** The joint level from which on a set is accepted. TODO */
export const LEAST_JOINT_LEVEL = 1;

/**
 * How many accounts' worth of nothing are mixed into a set's margins, as into the signals' weights: the search finds some
 * ten accounts that stand out in any crowd.
 */
const PSEUDO_ACCOUNTS = 10;

/** How far a set of `size` of `accounts` stands out by these margins. */
export function levelsOf(margin: Concentration, size: number, accounts: number): Levels {
  const held = size / (size + PSEUDO_ACCOUNTS);
  // Of the larger part of a public nearly everybody shares something twice with two others of it.
  const repeated = 2 * size <= accounts ? margin.repeated : 0;
  return {
    dates: Math.min(MOST_DATES, (held * margin.dates) / LEAST.dates),
    time: (held * margin.time) / LEAST.time,
    together: held * Math.max(margin.copies / LEAST.copies, repeated / LEAST.repeated),
  };
}

/** Whether the creation dates of a set crowd. */
export function datesCrowd({ dates }: Levels): boolean {
  return dates > 1;
}

/** The geometric mean of the two largest levels: both kinds count, and neither makes up for the other's absence; 0 where fewer than two stand out. */
export function jointLevel(levels: Levels): number {
  const [, second = 0, first = 0] = [levels.dates, levels.time, levels.together].sort((x, y) => x - y);
  return second < 1 ? 0 : Math.sqrt(first * second);
}
