import { type Dataset, EDGE_KINDS } from '../dataset/dataset.js';
import type { GroupKind, InnocentKind, WithheldReason } from '../documents/verdict.js';
import { type Community, countTies, findCommunities } from '../groups/communities.js';
import { accountsThatCopy, accountsWithCommonPrefix, hasInnocentReading, kindOfGroup } from '../groups/group-kind.js';
import { accountsOutOfStep } from '../groups/in-step.js';
import { shareOnlyTags } from '../groups/shared-posts.js';
import { accountsWithValidatedTies, hasValidatedTie } from '../groups/validated-ties.js';
import type { GroupMeter } from './group-meter.js';
import { madeForConversation, madeTogetherBefore } from './made-together.js';
import { MIN_GROUP_SIZE, SELF_SUPPORTING, type SideMeter } from './side-meter.js';

/** One copy may be of a text that went round; two are a habit, as with `LEAST_OCCASIONS`. */
const LEAST_COPIES = 2;

export interface NamedGroup {
  readonly kind: GroupKind;
  /** All members of the push that act together in this group, and what ties them. */
  readonly community: Community;
  /** The accounts that are named; empty if the group has an innocent reading. */
  readonly named: readonly number[];
}

export interface NamingDecision {
  readonly groups: readonly NamedGroup[];
  /** Why an account is not named, by account number. */
  readonly withheld: ReadonlyMap<number, WithheldReason>;
  /** Accounts of groups in which nobody is named, because the group has an innocent reading or does not stand out. */
  readonly refused: ReadonlySet<number>;
}

/** The communities of a set, and the meter that compares each with the accounts outside; computed once per set. */
export interface GroupsOfSet {
  readonly communities: readonly Community[];
  readonly meter: GroupMeter;
  /** Whether the set is the core of one that is not accepted by itself. */
  readonly isCore: boolean;
}

/**
 * Finds the communities, by shared items, of all members of a push that act together.
 * @param seed for the random order in community detection
 */
export function groupsOfSet(
  m: Dataset,
  meter: SideMeter,
  members: readonly number[],
  seed: number,
  isCore: boolean,
): GroupsOfSet {
  const outside = new Uint8Array(m.accounts.count).fill(1);
  for (const a of members) outside[a] = 0;
  return { communities: findCommunities(m, members, seed), meter: meter.groups(outside), isCore };
}

/**
 * The accounts of a group that do what the group does: of outlets those with the publisher's name, not others that copy
 * their headlines; of a group that copies texts those that copy one, or that have a tie that chance does not explain.
 * An innocent account can have retweeted what a few members retweeted for camouflage.
 */
function takingPart(m: Dataset, kind: GroupKind, accounts: readonly number[]): readonly number[] {
  if (kind === 'outlets') return accountsWithCommonPrefix(m, accounts);
  if (kind !== 'copies-texts') return accounts;
  const copying = new Set(accountsThatCopy(m, accounts));
  const isTied = hasValidatedTie(m, accounts);
  return accounts.filter((a) => copying.has(a) || isTied(a));
}

/**
 * As few accounts as one publisher makes in one go. Such a batch speaks against its reading only if it was made in the
 * year before the conversation; a larger one always does.
 */
const AS_A_PUBLISHER = SELF_SUPPORTING;

/** The readings of a group that retweets, as an audience does. */
const OF_AN_AUDIENCE: ReadonlySet<GroupKind> = new Set(['amplifies-few', 'mostly-retweets']);

/**
 * The accounts to which the innocent reading of a group does not apply, if its creation dates crowd: those that were made
 * together. It holds for the others: fans may retweet the same account as a ring does. But fans do not copy the ring's
 * own texts. Outlets were made together by their publisher, unless it was for this conversation.
 */
function crowdOf(
  m: Dataset,
  meter: GroupMeter,
  reading: InnocentKind,
  accounts: readonly number[],
): ReadonlySet<number> {
  const before = madeTogetherBefore(m, meter, accounts);
  const isOfPublisher = reading === 'outlets' || (reading === 'service-feed' && before.length < AS_A_PUBLISHER);
  const made = new Set(isOfPublisher ? madeForConversation(m, meter, accounts) : before);
  const { itemsOf, accountsOf } = m.items.text;
  const copies = (a: number): number =>
    itemsOf.row(a).filter((i) => accountsOf.row(i).some((b) => b !== a && made.has(b))).length;
  const belongs = (a: number): boolean => made.has(a) || (OF_AN_AUDIENCE.has(reading) && copies(a) >= LEAST_COPIES);
  return new Set(accounts.filter(belongs));
}

/**
 * The accounts of a group that copy or share less closely in time than the group does, compared with those of them that
 * were made together or, if these are few, with the whole group.
 */
function outOfStep(m: Dataset, meter: GroupMeter, kind: GroupKind, accounts: readonly number[]): ReadonlySet<number> {
  const made = meter.madeTogether(accounts);
  const items = kind === 'copies-texts' ? [m.items.text] : EDGE_KINDS.map((each) => m.items[each]);
  return accountsOutOfStep(m, items, accounts, made.length < SELF_SUPPORTING ? [] : made);
}

/** Decides for each group which of the `candidates` are named, and why the others are not. */
export function withholdNames(
  m: Dataset,
  { communities, meter, isCore }: GroupsOfSet,
  candidates: readonly number[],
): NamingDecision {
  const groups: NamedGroup[] = [];
  const withheld = new Map<number, WithheldReason>(candidates.map((a) => [a, 'few']));
  const add = (accounts: readonly number[], kind: GroupKind, named: readonly number[]): void => {
    // If nobody in a group is named, all its members get the reason.
    if (named.length === 0 && hasInnocentReading(kind)) for (const a of accounts) withheld.set(a, kind);
    groups.push({ community: { accounts, ...countTies(m, accounts) }, kind, named });
  };
  const refused = new Set<number>();
  for (const { accounts } of communities) {
    const able = accounts.filter((a) => withheld.has(a));
    const standing = accounts.length < SELF_SUPPORTING ? accountsWithValidatedTies(m, able) : able;
    const kind = kindOfGroup(m, standing.length < MIN_GROUP_SIZE ? accounts : standing);
    if (standing.length < MIN_GROUP_SIZE) {
      // A group with an innocent reading is reported even if none of its members could be named, unless it is small.
      if (hasInnocentReading(kind) && accounts.length >= SELF_SUPPORTING) add(accounts, kind, []);
      continue;
    }
    const own = takingPart(m, kind, standing);
    const isRefused =
      accounts.length >= SELF_SUPPORTING &&
      (!meter.standsOut(accounts) || (!meter.datesCrowd(own) && shareOnlyTags(m, accounts)));
    // A core was accepted for its creation dates, so these are no further evidence against an innocent reading.
    const isInnocent =
      kind === 'public-appeal' || (hasInnocentReading(kind) && (isCore || isRefused || !meter.datesCrowd(own)));
    const reading = hasInnocentReading(kind) ? kind : undefined;
    const crowd = reading && !isRefused && !isInnocent ? crowdOf(m, meter, reading, accounts) : undefined;
    const late = reading ? new Set<number>() : outOfStep(m, meter, kind, own);
    const suspect = own.filter((a) => (crowd ? crowd.has(a) : !late.has(a)));
    const isNamed = !isRefused && !isInnocent && suspect.length >= MIN_GROUP_SIZE;
    if (!isNamed || (kind === 'outlets' && own.length < standing.length)) for (const a of accounts) refused.add(a);
    if (isNamed && crowd && reading) {
      for (const a of accounts) if (!crowd.has(a)) refused.add(a);
      for (const a of own) withheld.set(a, reading);
    }
    if (isNamed) {
      for (const a of late) withheld.set(a, 'out-of-step');
      for (const a of suspect) withheld.delete(a);
    }
    if (isNamed || reading) add(kind === 'outlets' ? own : accounts, kind, isNamed ? suspect : []);
  }
  return { groups, withheld, refused };
}
