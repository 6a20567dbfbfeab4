import type { Concentration } from '../groups/concentration.js';

/** The independent kinds of evidence by which a set can stand out. Copies and repeated co-action count as one kind. */
export type ConcentrationKind = 'dates' | 'time' | 'together';

/**
 * How far a set stands out in each kind of evidence, in units of the smallest margin that counts (`LEAST`): it stands
 * out at 1 or more.
 */
export type ConcentrationLevels = Readonly<Record<ConcentrationKind, number>>;

/**
 * Minimum margin of a set over the rest, in each kind of evidence. In 52 dumps with a push, the side that pushed had
 * dates of .71 to 1.97; a public (a conversation without a push) had at most .23.
 */
const LEAST: Concentration = { dates: 0.5, time: 0.4, copies: 0.2, repeated: 0.25 };

/**
 * Upper limit of the level of dates. The search can select a set by its dates, so even in a public it finds sets whose
 * dates are highly concentrated (2 nats and more in most simulated publics): above this level dates add no evidence.
 */
const MOST_DATES = 2;

/** At most this share of simulated publics has a set that is accepted. */
export const MAX_NULL_PROBABILITY = 0.01;

/**
 * Exponential tail of the highest joint level in a public, fitted above 1 (from there two kinds stand out):
 * P(level ≥ x) = `share` · exp(−(x − 1) / `scale`). Fitted to simulated publics by `npm run bench -- publics`, with a
 * search that completed all its starts. The current search reaches 1 less often, in 1 to 3% of publics; we kept the
 * fit, because real conversations vary more than simulated ones.
 */
const TAIL = { share: 0.044, scale: 0.41 };

/**
 * Pseudo-count: margins are shrunk as if the set had this many more accounts with a margin of 0, as in the signals'
 * weights. In any crowd the search finds about ten accounts that stand out.
 */
const PSEUDO_ACCOUNTS = 10;

/**
 * The levels of a set of `size` out of `accounts` accounts, from its margins over the rest. A level is negative if the
 * set is less concentrated than the rest.
 */
export function concentrationLevels(margin: Concentration, size: number, accounts: number): ConcentrationLevels {
  const held = size / (size + PSEUDO_ACCOUNTS);
  // In a set of more than half of a public, nearly every account shares something twice with two other members.
  const repeated = 2 * size <= accounts ? margin.repeated : 0;
  return {
    dates: Math.min(MOST_DATES, (held * margin.dates) / LEAST.dates),
    time: (held * margin.time) / LEAST.time,
    together: held * Math.max(margin.copies / LEAST.copies, repeated / LEAST.repeated),
  };
}

/**
 * A group needs half of the margins that a whole set needs: it was not selected as the most one-sided of many sets, and
 * if a push consists of several groups, each group is less one-sided than the whole.
 */
const PART = 0.5;

/**
 * ln 2: creation dates count as concentrated if they are at least twice as dense as explained by the years around them
 * and by the new accounts outside the group.
 */
const TWICE = Math.LN2;

/**
 * Whether a group's creation dates are concentrated. `datesApart` is from `ConcentrationMeter.datesApart`; false for
 * NaN (not measured).
 */
export function areDatesConcentrated(datesApart: number): boolean {
  return datesApart >= TWICE;
}

/**
 * ln 8: as dense as dates within six weeks (365 ÷ 8 = 46 days), compared with the year around: the time in which one
 * batch of accounts is made.
 */
const ONE_BATCH = Math.log(8);

/** Whether a creation date is as concentrated as those of one batch. See `areDatesConcentrated`. */
export function isOfOneBatch(datesApart: number): boolean {
  return datesApart >= ONE_BATCH;
}

/**
 * Whether a group's posts are closer in time than those outside by this margin. A group must stand out in two kinds by
 * itself: the evidence of the rest of its set does not count.
 */
export function isTimeConcentrated(margin: number): boolean {
  return margin >= PART * LEAST.time;
}

/**
 * Whether a group copies, or acts together repeatedly, more than others by these margins; false for NaN (not measured).
 */
export function isCoActionConcentrated(copies: number, repeated: number): boolean {
  return copies >= PART * LEAST.copies || repeated >= PART * LEAST.repeated;
}

/**
 * Whether a set in which this share of the members acts together repeatedly could reach level 1: in the best case, in
 * which nobody in the rest does so.
 */
export function couldReachLevel(repeated: number): boolean {
  return repeated >= LEAST.repeated;
}

/** The geometric mean of the two largest levels, 0 and up: how close a set is to standing out in two kinds. */
export function pairedLevel(levels: ConcentrationLevels): number {
  const [second, first] = twoLargest(levels);
  return second <= 0 ? 0 : Math.sqrt(first * second);
}

/**
 * The geometric mean of the two largest levels, or 0 if fewer than two kinds stand out: a high level in one kind cannot
 * replace a second kind.
 */
export function jointLevel(levels: ConcentrationLevels): number {
  return twoLargest(levels)[0] < 1 ? 0 : pairedLevel(levels);
}

/** The two largest levels, the smaller first. */
function twoLargest({ dates, time, together }: ConcentrationLevels): readonly [number, number] {
  const [, second = 0, first = 0] = [dates, time, together].sort((x, y) => x - y);
  return [second, first];
}

/**
 * The probability that the most one-sided set of a public reaches this joint level (see `TAIL`); 1 for levels below 1.
 */
export function nullProbability(joint: number): number {
  return joint < 1 ? 1 : TAIL.share * Math.exp(-(joint - 1) / TAIL.scale);
}

/**
 * How far a core (see `acceptedCores`) stands out: the geometric mean of its levels of dates and time, each at most
 * `MOST_DATES`; 0 if one of them is not above the rest.
 * @param datesApart from `ConcentrationMeter.datesApart`; NaN if it was not measured
 * @param time the margin of time over the rest
 */
export function coreLevel(datesApart: number, time: number, size: number): number {
  if (!(datesApart > 0 && time > 0)) return 0;
  const held = size / (size + PSEUDO_ACCOUNTS);
  const level = (margin: number, least: number): number => Math.min(MOST_DATES, (held * margin) / least);
  return Math.sqrt(level(datesApart, TWICE) * level(time, LEAST.time));
}

/**
 * Exponential tail of the highest level of a core in a public, fitted above `from`: P(level ≥ x) = `share` · exp(−(x −
 * `from`) / `scale`). Fitted to six archives of 992 simulated hashtags without a push; the highest level was 0.45
 * (`npm run bench -- publics`, of one such archive).
 */
const CORE_TAIL = { share: 0.002, from: 0.1, scale: 0.149 };

/**
 * The probability that a public has a core of this level (see `CORE_TAIL`). 1 for levels below 1, although they are
 * rare in simulated publics: people who opened an account for one star or one prize reach 0.6 to 1.
 */
export function coreNullProbability(level: number): number {
  return level < 1 ? 1 : CORE_TAIL.share * Math.exp(-(level - CORE_TAIL.from) / CORE_TAIL.scale);
}

/** The largest concentration seen in publics: in simulations and in real conversations without a push. */
const PUBLIC: Pick<Concentration, 'dates' | 'copies'> = { dates: 0.25, copies: 0.3 };

/**
 * Whether a set is more concentrated, in dates and in copies, than any public we have seen, without comparing it with
 * the rest of the dump. Time is not used: people who follow one event post at the same time.
 */
export function isSelfSufficient({ dates, copies }: Concentration): boolean {
  return dates > PUBLIC.dates + LEAST.dates && copies > PUBLIC.copies + LEAST.copies;
}
