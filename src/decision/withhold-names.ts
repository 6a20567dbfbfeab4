import type { Dataset } from '../dataset/dataset.js';
import type { GroupKind, WithheldReason } from '../documents/verdict.js';
import { type Community, countTies, findCommunities } from '../groups/communities.js';
import { hasInnocentReading, kindOfGroup, accountsWithCommonPrefix } from '../groups/group-kind.js';
import { accountsWithValidatedTies } from '../groups/validated-ties.js';
import type { SideMeter } from './candidate-sets.js';
import type { GroupMeter } from './group-meter.js';

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

export interface NamingDecision {
  readonly groups: readonly NamedGroup[];
  /** Accounts that are not named, and why. */
  readonly withheld: ReadonlyMap<number, WithheldReason>;
  /** Whoever is in a group of which nobody is named, because it has an innocent reading or does not stand out itself. */
  readonly refused: ReadonlySet<number>;
}

/** The groups of a set, and what each is measured against: found once, however often names are withheld. */
export interface GroupsOfSet {
  readonly communities: readonly Community[];
  readonly meter: GroupMeter;
}

/**
 * Communities, by what they share, of all members of a push who act along.
 * @param seed of the communities
 */
export function groupsOfSet(m: Dataset, meter: SideMeter, members: readonly number[], seed: number): GroupsOfSet {
  const outside = new Uint8Array(m.accounts.count).fill(1);
  for (const a of members) outside[a] = 0;
  return { communities: findCommunities(m, members, seed), meter: meter.groups(outside) };
}

/** Which of those who may be named are, group by group. */
export function withholdNames(
  m: Dataset,
  { communities, meter }: GroupsOfSet,
  candidates: readonly number[],
): NamingDecision {
  const groups: NamedGroup[] = [];
  const withheld = new Map<number, WithheldReason>(candidates.map((a) => [a, 'few']));
  const add = (accounts: readonly number[], kind: GroupKind, named: readonly number[]): void => {
    // Of a group that names nobody all who act along in it are told why.
    if (named.length === 0 && hasInnocentReading(kind)) for (const a of accounts) withheld.set(a, kind);
    groups.push({ community: { accounts, ...countTies(m, accounts) }, kind, named });
  };
  const refused = new Set<number>();
  for (const { accounts } of communities) {
    const able = accounts.filter((a) => withheld.has(a));
    const standing = accounts.length < SELF_SUPPORTING ? accountsWithValidatedTies(m, able) : able;
    const kind = kindOfGroup(m, standing.length < SMALLEST ? accounts : standing);
    if (standing.length < SMALLEST) {
      // What has an innocent reading is told, too, where nobody in it could be named; a few who do so are no group.
      if (hasInnocentReading(kind) && accounts.length >= SELF_SUPPORTING) add(accounts, kind, []);
      continue;
    }
    // Of a publisher's outlets are those with its name, whoever copies their headlines.
    const own = kind === 'outlets' ? accountsWithCommonPrefix(m, standing) : standing;
    const isRefused = accounts.length >= SELF_SUPPORTING && !meter.standsOut(accounts);
    const isInnocent = kind === 'public-appeal' || (hasInnocentReading(kind) && (isRefused || !meter.datesCrowd(own)));
    const isNamed = !isRefused && !isInnocent;
    if (!isNamed || own.length < standing.length) for (const a of accounts) refused.add(a);
    if (isNamed) for (const a of own) withheld.delete(a);
    if (isNamed || isInnocent) add(kind === 'outlets' ? own : accounts, kind, isNamed ? own : []);
  }
  return { groups, withheld, refused };
}
