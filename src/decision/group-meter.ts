import type { Dataset } from '../dataset/dataset.js';
import type { Family } from '../documents/evidence.js';
import { type ConcentrationMeter, copiedShare } from '../groups/concentration.js';
import { areDatesConcentrated, isCoActionConcentrated, isTimeConcentrated } from './acceptance.js';

/**
 * Whether groups of an accepted set stand out in two kinds themselves, against the accounts that are in no group. What is
 * asked of the outside is measured once, and of a group no more than is needed: dates, then time, then what it does together.
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

  /** @param accounts the same array for the same group: it is known again by it */
  standsOut(accounts: readonly number[]): boolean {
    const known = this.#known.get(accounts) ?? this.#measure(accounts);
    this.#known.set(accounts, known);
    return known;
  }

  /** Whether the creation dates of some accounts crowd beyond what the newcomers outside explain. */
  datesCrowd(accounts: readonly number[]): boolean {
    return this.#families.has('creation') && areDatesConcentrated(this.#meter.datesApart(accounts, this.#outside));
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

/** 1 for each of some accounts, 0 for the others. */
function membersOf(some: readonly number[], accounts: number): Uint8Array {
  const members = new Uint8Array(accounts);
  for (const a of some) members[a] = 1;
  return members;
}
