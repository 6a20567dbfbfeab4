import type { Dataset } from '../dataset/dataset.js';
import type { GroupKind, WithheldReason } from '../documents/verdict.js';
import { type Community, countTies, findCommunities } from '../groups/communities.js';
import { hasInnocentReading, kindOfGroup, withOneStem } from '../groups/group-kind.js';
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
  /** All of the push who act along in it, and what ties them. */
  readonly community: Community;
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
  const add = (accounts: readonly number[], kind: GroupKind, named: readonly number[]): void => {
    // Of a group that names nobody all who act along in it are told why.
    if (named.length === 0 && hasInnocentReading(kind)) for (const a of accounts) withheld.set(a, kind);
    groups.push({ community: { accounts, ties: countTies(m, accounts) }, kind, named });
  };
  const refused = new Set<number>();
  const outside = new Uint8Array(m.accounts.count).fill(1);
  for (const a of members) outside[a] = 0;
  for (const { accounts } of findCommunities(m, members, seed)) {
    const able = accounts.filter((a) => withheld.has(a));
    const standing = accounts.length < SELF_SUPPORTING ? accountsWithValidatedTies(m, able) : able;
    const kind = kindOfGroup(m, standing.length < SMALLEST ? accounts : standing);
    if (standing.length < SMALLEST) {
      // What has an innocent reading is told, too, where nobody in it could be named; a few who do so are no group.
      if (hasInnocentReading(kind) && accounts.length >= SELF_SUPPORTING) add(accounts, kind, []);
      continue;
    }
    // Of a publisher's outlets are those with its name, whoever copies their headlines.
    const own = kind === 'outlets' ? withOneStem(m, standing) : standing;
    const isRefused = accounts.length >= SELF_SUPPORTING && !standsOutItself(meter, accounts, outside);
    const isInnocent =
      kind === 'public-appeal' ||
      (hasInnocentReading(kind) &&
        (isRefused || !datesCrowd(meter.datesApart(membersOf(own, m.accounts.count), outside))));
    const isNamed = !isRefused && !isInnocent;
    if (!isNamed || own.length < standing.length) for (const a of accounts) refused.add(a);
    if (isNamed) for (const a of own) withheld.delete(a);
    if (isNamed || isInnocent) add(kind === 'outlets' ? own : accounts, kind, isNamed ? own : []);
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
