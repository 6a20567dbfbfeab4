import type { Dataset } from '../dataset/dataset.js';
import type { WithheldReason } from '../documents/evidence.js';
import { findCommunities } from '../groups/communities.js';
import { type GroupKind, kindOfGroup, withOneStem } from '../groups/group-kind.js';
import { accountsWithValidatedTies } from '../groups/validated-ties.js';
import { datesCrowd, groupStandsOut } from './acceptance.js';
import type { SideMeter } from './candidate-sets.js';
import { hardAssignment } from './fit-mixture.js';

/** Fewer make no group: two people who quote each other are a conversation. */
const SMALLEST = 3;
/** A group of fewer is named only by ties that no chance explains: what a few have in common, people of one place or trade have, too. */
const SELF_SUPPORTING = 8;

export interface NamedGroup {
  readonly kind: GroupKind;
  /** All of the push who act along in it. */
  readonly members: readonly number[];
  /** Those who are named; none where it has an innocent reading. */
  readonly named: readonly number[];
}

export interface Naming {
  readonly groups: readonly NamedGroup[];
  /** Accounts that are not named, and why. */
  readonly withheld: ReadonlyMap<number, WithheldReason>;
  /** Whoever is in a group of which nobody is named, because it has an innocent reading or does not stand out itself. */
  readonly refused: ReadonlySet<number>;
}

/**
 * Which of those who may be named are: group by group (communities, by what they share, of all members of the push who act along).
 * @param seed of the communities
 */
export function withholdNames(
  m: Dataset,
  meter: SideMeter,
  members: readonly number[],
  candidates: readonly number[],
  seed: number,
): Naming {
  const groups: NamedGroup[] = [];
  const withheld = new Map<number, WithheldReason>(candidates.map((a) => [a, 'few']));
  const refused = new Set<number>();
  const outside = new Uint8Array(m.accounts.count).fill(1);
  for (const a of members) outside[a] = 0;
  for (const { accounts } of findCommunities(m, members, seed)) {
    const able = accounts.filter((a) => withheld.has(a));
    const standing = accounts.length < SELF_SUPPORTING ? accountsWithValidatedTies(m, able) : able;
    const kind = kindOfGroup(m, standing.length < SMALLEST ? accounts : standing);
    if (standing.length < SMALLEST) {
      // What has an innocent reading is told, too, where nobody in it could be named.
      if (kind !== 'acts-together') groups.push({ kind, members: accounts, named: [] });
      continue;
    }
    // Of a publisher's outlets are those with its name, whoever copies their headlines.
    const own = kind === 'outlets' ? withOneStem(m, standing) : standing;
    const isRefused = accounts.length >= SELF_SUPPORTING && !standsOutItself(meter, accounts, outside);
    const isInnocent =
      kind === 'public-appeal' ||
      (kind !== 'acts-together' &&
        (isRefused || !datesCrowd(meter.datesApart(membersOf(own, m.accounts.count), outside))));
    const isNamed = !isRefused && !isInnocent;
    if (!isNamed) for (const a of accounts) refused.add(a);
    else if (own.length < standing.length) for (const a of accounts) refused.add(a);
    for (const a of own) {
      if (isNamed) withheld.delete(a);
      else if (isInnocent) withheld.set(a, kind);
    }
    if (isNamed || isInnocent)
      groups.push({ kind, members: kind === 'outlets' ? own : accounts, named: isNamed ? own : [] });
  }
  return { groups, withheld, refused };
}

/** @param outside 1 for each account that is in no group */
function standsOutItself(meter: SideMeter, accounts: readonly number[], outside: Uint8Array): boolean {
  const { members, levels, size } = meter.of(hardAssignment(accounts, outside.length));
  return groupStandsOut(levels, meter.datesApart(members, outside), size);
}

/** 1 for each of some accounts, 0 for the others. */
function membersOf(some: readonly number[], accounts: number): Uint8Array {
  const members = new Uint8Array(accounts);
  for (const a of some) members[a] = 1;
  return members;
}
