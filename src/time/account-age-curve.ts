import type { Anchor } from './account-age-anchors.js';

/** What a user id tells: the account was created between these days (since 1970, UTC, with their fractions). */
export interface DateRange {
  readonly from: number;
  readonly to: number;
}

/** How far, in days, an interpolated date may be off at the least, by how well an anchor is known. */
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

/**
 * From such a distance of two anchors on, what lies between them is not known: the counter may have stood still and
 * jumped.
 */
const UNKNOWN_STRETCH = 28;

/** One counter of user ids against time: it only ever grew. */
export class IdTimeCurve {
  readonly #knots: readonly CurveAnchor[];
  readonly #margins: Margins;

  /** @param knots at least two; ids and days grow together */
  constructor(knots: readonly CurveAnchor[], margins: Margins) {
    this.#knots = [...knots].sort((a, b) => a.id - b.id || a.day - b.day);
    this.#margins = margins;
  }

  /** The date of an id by straight lines between the anchors, in days; beyond the last, along the last line. */
  at(id: number): number {
    const [before, after] = this.#around(id);
    return after.id === before.id
      ? after.day
      : before.day + ((after.day - before.day) * (id - before.id)) / (after.id - before.id);
  }

  /**
   * Between which days the id was given: the date on the line, by as much as either of the anchors around it misses the
   * line between its own neighbours (so much the counter changes its pace here) or, where that is less, by the margin;
   * never beyond these anchors by more than the margin. Beyond the last anchor it may be off by the whole way from
   * there.
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

  /** The knots before and after an id, and the place of the first; the last two for an id beyond. */
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

  /** By how many days the line between its neighbours misses knot k; 0 beside a jump, which no line follows. */
  #missAt(k: number): number {
    const [before, knot, after] = [this.#knots[k - 1], this.#knots[k], this.#knots[k + 1]];
    if (!before || !knot || !after || before.day === knot.day || knot.day === after.day) return 0;
    return Math.abs(
      before.day + ((after.day - before.day) * (knot.id - before.id)) / (after.id - before.id) - knot.day,
    );
  }
}

/** Anchors as knots of a curve, all of one kind. */
export function knotsOf(anchors: readonly Anchor[], kind: CurveAnchor['kind']): CurveAnchor[] {
  return anchors.map(([id, day]) => ({ id, day, kind }));
}
