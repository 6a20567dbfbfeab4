import type { Concentration } from '../groups/concentration.js';

/** The independent kinds in which a set can stand out; copies and repeated co-action are one. */
export type ConcentrationKind = 'dates' | 'time' | 'together';

/** How far a set stands out in each kind, in the least that counts: from 1 up it does. */
export type ConcentrationLevels = Readonly<Record<ConcentrationKind, number>>;

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

/** Of the publics that are simulated, at most one in so many has a set that is accepted. */
export const MAX_NULL_PROBABILITY = 0.01;

/**
 * Exponential tail of the highest joint level in a public, fitted above 1 (from there two kinds stand out):
 * P(level ≥ x) = `share` · exp(−(x − 1) / `scale`). Fitted to simulated publics by `npm run bench -- publics`, to a search
 * that ended all its starts; the one there is reaches 1 less often, in 1 to 3% of publics. Left as it was: real conversations
 * are rougher than simulated ones.
 */
const TAIL = { share: 0.044, scale: 0.41 };

/**
 * How many accounts' worth of nothing are mixed into a set's margins, as into the signals' weights: the search finds some
 * ten accounts that stand out in any crowd.
 */
const PSEUDO_ACCOUNTS = 10;

/** How far a set of `size` of `accounts` stands out by these margins. */
export function concentrationLevels(margin: Concentration, size: number, accounts: number): ConcentrationLevels {
  const held = size / (size + PSEUDO_ACCOUNTS);
  // Of the larger part of a public nearly everybody shares something twice with two others of it.
  const repeated = 2 * size <= accounts ? margin.repeated : 0;
  return {
    dates: Math.min(MOST_DATES, (held * margin.dates) / LEAST.dates),
    time: (held * margin.time) / LEAST.time,
    together: held * Math.max(margin.copies / LEAST.copies, repeated / LEAST.repeated),
  };
}

/**
 * Of what a whole set must have, a group of it has half: it is not the most one-sided of many, and a push that is told in
 * several groups is the less one-sided in each.
 */
const PART = 0.5;

/** Dates of a group crowd where they are twice as dense as its own years and the newcomers outside explain. */
const TWICE = Math.LN2;

/** Whether the creation dates of a group crowd, by `ConcentrationMeter.datesApart`; never where that could not be measured. */
export function areDatesConcentrated(datesApart: number): boolean {
  return datesApart >= TWICE;
}

/** Whether a group's posts crowd that much more than those outside; a group must stand out in two kinds itself, and not by what the rest of its set has. */
export function isTimeConcentrated(margin: number): boolean {
  return margin >= PART * LEAST.time;
}

/** Whether a group copies, or repeats its co-action, that much more than others. What could not be measured (NaN) does not. */
export function isCoActionConcentrated(copies: number, repeated: number): boolean {
  return copies >= PART * LEAST.copies || repeated >= PART * LEAST.repeated;
}

/** Whether what the members do twice could make a set stand out, whatever the rest does. */
export function couldReachLevel(repeated: number): boolean {
  return repeated >= LEAST.repeated;
}

/** How near a set comes to standing out in two kinds, 0 and up: the geometric mean of its two largest levels. */
export function pairedLevel(levels: ConcentrationLevels): number {
  const [second, first] = twoLargest(levels);
  return second <= 0 ? 0 : Math.sqrt(first * second);
}

/** The geometric mean of the two largest levels: both kinds count, and neither makes up for the other's absence; 0 where fewer than two stand out. */
export function jointLevel(levels: ConcentrationLevels): number {
  return twoLargest(levels)[0] < 1 ? 0 : pairedLevel(levels);
}

/** The smaller first. */
function twoLargest({ dates, time, together }: ConcentrationLevels): readonly [number, number] {
  const [, second = 0, first = 0] = [dates, time, together].sort((x, y) => x - y);
  return [second, first];
}

/** The chance that the most one-sided set of a public reaches this joint level; 1 below 1. */
export function nullProbability(joint: number): number {
  return joint < 1 ? 1 : TAIL.share * Math.exp(-(joint - 1) / TAIL.scale);
}

/** The most that publics have shown by themselves, in simulations and in real conversations without a push. */
const PUBLIC: Pick<Concentration, 'dates' | 'copies'> = { dates: 0.25, copies: 0.3 };

/**
 * Whether a set keeps together, in dates and in copies, more than any public by itself does, whatever the rest of the dump
 * does. Time is no measure of that: who follows one event is there at one time.
 */
export function isSelfSufficient({ dates, copies }: Concentration): boolean {
  return dates > PUBLIC.dates + LEAST.dates && copies > PUBLIC.copies + LEAST.copies;
}
