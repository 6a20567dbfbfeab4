/** Findings → their places in one list, corrected for how many hashtags were looked at. */

import { MAX_NULL_PROBABILITY } from '../decision/acceptance.js';
import {
  type HashtagFinding,
  type HashtagStanding,
  SCAN_FALSE_DISCOVERY_RATE,
  type ScannedHashtag,
} from '../documents/scan.js';
import { hasInnocentReading } from '../groups/group-kind.js';
import { outOfRange } from '../stats/array-access.js';
import { benjaminiHochberg } from '../stats/benjamini-hochberg.js';

/**
 * Simulated hashtags without a push, a third of them with fans and activists, of which none was called pushed or
 * undecided (`npm run bench -- scan`, seven archives).
 */
const NEVER_CALLED = 7137;
/** The chance that one is, with none in n: 1 / (n + 2), the mean of what it may be (Laplace's rule of succession). */
const CHANCE_OF_CALL = 1 / (NEVER_CALLED + 2);

/**
 * A hashtag without a push has a p of at most x, and is called, with a chance of about this times x: it is called
 * where p is at most `MAX_NULL_PROBABILITY`, so that there the chance is that of being called at all. It is not the
 * share of those called among the sets that were accepted: these are 7% of the hashtags and not 1%, as groups of fans
 * make p small, too. That the chance falls as x does is assumed: none was called by which it could be measured.
 */
const CALLED_SHARE = CHANCE_OF_CALL / MAX_NULL_PROBABILITY;

type Ranked = Omit<ScannedHashtag, 'campaign'>;

/** In which order standings come; those of one place are one list, by size. */
const ORDER: Readonly<Record<HashtagStanding, number>> = {
  pushed: 0,
  undecided: 0,
  unnamed: 1,
  'by-chance': 1,
  community: 2,
  none: 3,
  insufficient: 4,
};

/**
 * Ranks the hashtags. To be called pushed or undecided, a hashtag must pass a false discovery rate over all hashtags
 * that could be judged, as some of many look pushed by chance. Names are kept only for hashtags called pushed.
 */
export function rankHashtags(findings: readonly HashtagFinding[]): Ranked[] {
  // The order does not depend on which thread was done first: folded tags are distinct, so there are no ties.
  const judged = findings.filter((finding) => !isInsufficient(finding));
  const q = benjaminiHochberg(Float64Array.from(judged, chanceOfCalling));
  const qOf = new Map(judged.map((finding, k) => [finding, q[k] ?? outOfRange()]));
  return findings.map((finding) => place(finding, qOf.get(finding))).sort(byRank);
}

function place(finding: HashtagFinding, q: number | undefined): Ranked {
  const standing = standingOf(finding, q);
  const { accounts, posts } = sizeOf(finding, standing);
  return {
    ...finding,
    // Where chance explains it, nobody is named: neither are those that the hashtag by itself would name.
    named: standing === 'pushed' ? finding.named : [],
    standing,
    q: q === undefined ? 1 : Number(q.toPrecision(3)),
    size: accounts,
    postsPercent: Math.round((1000 * posts) / finding.posts) / 10,
  };
}

function isInsufficient({ verdicts, accounts }: HashtagFinding): boolean {
  return verdicts.accounts.insufficient === accounts;
}

/** What it would be called if it were the only hashtag. */
function standingAlone({ named, undecided, p, groups }: HashtagFinding): HashtagStanding {
  if (named.length > 0) return 'pushed';
  if (undecided) return 'undecided';
  if (p > MAX_NULL_PROBABILITY) return 'none';
  return groups.some(({ kind }) => hasInnocentReading(kind)) ? 'community' : 'unnamed';
}

/**
 * About the chance that a public has as one-sided a set, and is called pushed or undecided for it; 1 where it is called
 * neither.
 */
function chanceOfCalling(finding: HashtagFinding): number {
  return isCalled(standingAlone(finding)) ? finding.p * CALLED_SHARE : 1;
}

function isCalled(standing: HashtagStanding): boolean {
  return standing === 'pushed' || standing === 'undecided';
}

/** @param q over hashtags; undefined for one that cannot be judged */
function standingOf(finding: HashtagFinding, q: number | undefined): HashtagStanding {
  if (q === undefined) return 'insufficient';
  const alone = standingAlone(finding);
  return isCalled(alone) && q > SCAN_FALSE_DISCOVERY_RATE ? 'by-chance' : alone;
}

/** How many accounts it ranks by, and how many posts they wrote. */
function sizeOf(
  { verdicts, undecided, groups }: HashtagFinding,
  standing: HashtagStanding,
): { readonly accounts: number; readonly posts: number } {
  if (standing !== 'undecided' && verdicts.accounts.coordinated > 0)
    return { accounts: verdicts.accounts.coordinated, posts: verdicts.posts.coordinated };
  if (undecided)
    return undecided.sides.reduce<{ readonly accounts: number; readonly posts: number }>(
      (larger, side) => (side.accounts > larger.accounts ? side : larger),
      { accounts: 0, posts: 0 },
    );
  if (standing === 'unnamed') return { accounts: verdicts.accounts.unclear, posts: verdicts.posts.unclear };
  if (standing === 'community') return { accounts: groups.reduce((sum, group) => sum + group.accounts, 0), posts: 0 };
  return { accounts: 0, posts: 0 };
}

function byRank(a: Ranked, b: Ranked): number {
  return (
    ORDER[a.standing] - ORDER[b.standing] ||
    b.size - a.size ||
    b.postsPercent - a.postsPercent ||
    a.p - b.p ||
    b.posts - a.posts ||
    (a.hashtag < b.hashtag ? -1 : 1)
  );
}
