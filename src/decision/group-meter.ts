import type { Dataset } from '../dataset/dataset.js';
import type { Family } from '../documents/evidence.js';
import { type ConcentrationMeter, copiedShare } from '../groups/concentration.js';
import { areDatesConcentrated, isCoActionConcentrated, isTimeConcentrated } from './acceptance.js';

/**
 * Tests whether groups of an accepted set stand out by themselves in two kinds of evidence, compared with the accounts
 * in no group. Measures the outside only once, and for each group only what is needed: dates, then time, then
 * co-action.
 */
export class GroupMeter {
  readonly #m: Dataset;
  readonly #meter: ConcentrationMeter;
  readonly #families: ReadonlySet<Family>;
  readonly #outside: Uint8Array;
  readonly #known = new Map<readonly number[], boolean>();
  #outsideTime: number | undefined;
  #outsideCopies: number | undefined;
  #outsideRepeated: number | undefined;

  /** @param outside 1 for each account that is in no group, 0 for the others */
  constructor(m: Dataset, meter: ConcentrationMeter, families: ReadonlySet<Family>, outside: Uint8Array) {
    this.#m = m;
    this.#meter = meter;
    this.#families = families;
    this.#outside = outside;
  }

  /** @param accounts the group; results are cached by this array's identity */
  standsOut(accounts: readonly number[]): boolean {
    const known = this.#known.get(accounts) ?? this.#measure(accounts);
    this.#known.set(accounts, known);
    return known;
  }

  /** Whether the creation dates of these accounts are more concentrated than the new accounts outside explain. */
  datesCrowd(accounts: readonly number[]): boolean {
    return this.#families.has('creation') && areDatesConcentrated(this.#meter.datesApart(accounts, this.#outside));
  }

  /**
   * Those of these accounts whose own creation date is as concentrated as `datesCrowd` asks of all, or as `isEnough`
   * asks; none if dates may not be used.
   */
  madeTogether(accounts: readonly number[], isEnough = areDatesConcentrated): readonly number[] {
    if (!this.#families.has('creation')) return [];
    return this.#meter.madeTogether(accounts, this.#outside, isEnough);
  }

  #measure(accounts: readonly number[]): boolean {
    const dates = this.datesCrowd(accounts);
    if (!this.#families.has('sharing')) return false;
    const time = isTimeConcentrated(
      this.#meter.timeOf(accounts) - (this.#outsideTime ??= this.#meter.time(this.#outside)),
    );
    if (dates && time) return true;
    return (dates || time) && this.#actsTogether(membersOf(accounts, this.#outside.length));
  }

  #actsTogether(members: Uint8Array): boolean {
    const copies = copiedShare(this.#m, members) - (this.#outsideCopies ??= copiedShare(this.#m, this.#outside));
    if (isCoActionConcentrated(copies, 0)) return true;
    const repeated = this.#meter.repeated(members);
    if (!isCoActionConcentrated(0, repeated)) return false;
    return isCoActionConcentrated(0, repeated - (this.#outsideRepeated ??= this.#meter.repeated(this.#outside)));
  }
}

/** A mask: 1 for these accounts, 0 for the others. */
function membersOf(some: readonly number[], accounts: number): Uint8Array {
  const members = new Uint8Array(accounts);
  for (const a of some) members[a] = 1;
  return members;
}
