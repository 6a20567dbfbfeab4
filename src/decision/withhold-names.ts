import type { Dataset } from '../dataset/dataset.js';
import type { GroupKind, WithheldReason } from '../documents/verdict.js';
import { type Community, findCommunities } from '../groups/communities.js';
import { hasInnocentReading, kindOfGroup } from '../groups/group-kind.js';
import { accountsWithValidatedTies } from '../groups/validated-ties.js';
import { datesCrowd } from './acceptance.js';
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
  const add = (community: Community, kind: GroupKind, named: readonly number[]): void => {
    // Of a group that names nobody all who act along in it are told why.
    if (named.length === 0 && hasInnocentReading(kind)) for (const a of community.accounts) withheld.set(a, kind);
    groups.push({ community, kind, named });
  };
  for (const community of findCommunities(m, members, seed)) {
    const { accounts } = community;
    const able = accounts.filter((a) => withheld.has(a));
    const standing = accounts.length < SELF_SUPPORTING ? accountsWithValidatedTies(m, able) : able;
    const kind = kindOfGroup(m, standing.length < SMALLEST ? accounts : standing);
    if (standing.length < SMALLEST) {
      // What has an innocent reading is told, too, where nobody in it could be named; a few who do so are no group.
      if (hasInnocentReading(kind) && accounts.length >= SELF_SUPPORTING) add(community, kind, []);
      continue;
    }
    const innocent =
      kind === 'public-appeal' ||
      (hasInnocentReading(kind) && !datesCrowd(meter.of(hardAssignment(standing, m.accounts.count)).levels));
    if (!innocent) for (const a of standing) withheld.delete(a);
    add(community, kind, innocent ? [] : standing);
  }
  return { groups, withheld };
}
