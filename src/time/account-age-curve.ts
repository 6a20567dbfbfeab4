import type { Anchor } from './account-age-anchors.js';

/** The account was created between these times, in fractional days since 1970 UTC. */
export interface DateRange {
  readonly from: number;
  readonly to: number;
}

/** Minimum error of an interpolated date, in days, by kind of anchor. */
export interface Margins {
  readonly single: number;
  readonly parallel: number;
  readonly merged: number;
}

export interface CurveAnchor {
  readonly id: number;
  readonly day: number;
  readonly kind: keyof Margins;
}

/** In days. Between anchors at least this far apart, dates are unknown: the counter may have stopped and jumped. */
const UNKNOWN_STRETCH = 28;

/** One counter of user ids as a function of time; it never decreased. */
export class IdTimeCurve {
  readonly #knots: readonly CurveAnchor[];
  readonly #margins: Margins;

  /** @param knots at least two; ids and days grow together */
  constructor(knots: readonly CurveAnchor[], margins: Margins) {
    this.#knots = [...knots].sort((a, b) => a.id - b.id || a.day - b.day);
    this.#margins = margins;
  }

  /**
   * The date of an id in days, by linear interpolation between the anchors; beyond the last anchor, by extrapolation of
   * the last line.
   */
  at(id: number): number {
    const [before, after] = this.#around(id);
    return after.id === before.id
      ? after.day
      : before.day + ((after.day - before.day) * (id - before.id)) / (after.id - before.id);
  }

  /**
   * The days between which the id was assigned: the interpolated date ± an error. The error is the largest of the
   * margin and the distances by which the two anchors around the id miss the line between their own neighbours (a
   * measure of how the counter's pace changes). The result does not exceed these anchors by more than the margin.
   * Beyond the last anchor, the error is at least the whole distance from it.
   */
  spanOf(id: number): DateRange {
    const [before, after, k] = this.#around(id);
    const margin = Math.max(this.#marginOf(before), this.#marginOf(after));
    const day = this.at(id);
    if (id > after.id)
      return { from: day - Math.max(margin, day - after.day), to: day + Math.max(margin, day - after.day) };
    const apart = after.day - before.day;
    const off = apart >= UNKNOWN_STRETCH ? apart : Math.max(margin, this.#missAt(k), this.#missAt(k + 1));
    return { from: Math.max(day - off, before.day - margin), to: Math.min(day + off, after.day + margin) };
  }

  /** The knots before and after an id, and the index of the first; the last two for an id beyond the last. */
  #around(id: number): readonly [CurveAnchor, CurveAnchor, number] {
    let [low, high] = [0, this.#knots.length - 2];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#knots[middle]?.id ?? 0) < id) low = middle;
      else high = middle - 1;
    }
    const [before, after] = [this.#knots[low], this.#knots[low + 1]];
    if (!before || !after) throw new Error('a curve has two knots at least');
    return [before, after, low];
  }

  #marginOf({ kind }: CurveAnchor): number {
    return this.#margins[kind];
  }

  /** Days by which the line between its neighbours misses knot k; 0 next to a jump, where no line applies. */
  #missAt(k: number): number {
    const [before, knot, after] = [this.#knots[k - 1], this.#knots[k], this.#knots[k + 1]];
    if (!before || !knot || !after || before.day === knot.day || knot.day === after.day) return 0;
    return Math.abs(
      before.day + ((after.day - before.day) * (knot.id - before.id)) / (after.id - before.id) - knot.day,
    );
  }
}

/** Converts anchors into knots of one kind. */
export function knotsOf(anchors: readonly Anchor[], kind: CurveAnchor['kind']): CurveAnchor[] {
  return anchors.map(([id, day]) => ({ id, day, kind }));
}
