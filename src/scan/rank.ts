/** Ranks the findings in one list, corrected for the number of hashtags. */

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
 * Number of simulated hashtags without a push, a third of them with fans and activists, of which none was called pushed
 * or undecided (`npm run bench -- scan`, seven archives).
 */
const NEVER_CALLED = 7137;
/** Probability of such a call, after none in n: 1 / (n + 2), the posterior mean (Laplace's rule of succession). */
const CHANCE_OF_CALL = 1 / (NEVER_CALLED + 2);

/**
 * For a hashtag without a push, the probability of p ≤ x and of being called is about this factor times x: hashtags are
 * called where p ≤ `MAX_NULL_PROBABILITY`, so at that point it is the probability of being called at all. It is not the
 * share of calls among accepted sets: these are 7% of the hashtags and not 1%, because groups of fans also make p
 * small. That the probability is proportional to x is an assumption: there were no calls to measure it with.
 */
const CALLED_SHARE = CHANCE_OF_CALL / MAX_NULL_PROBABILITY;

type Ranked = Omit<ScannedHashtag, 'campaign'>;

/** Sort order of standings; standings with the same number form one list, sorted by size. */
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
 * that could be judged, because among many hashtags some look pushed by chance. Names are kept only for hashtags called
 * pushed.
 */
export function rankHashtags(findings: readonly HashtagFinding[]): Ranked[] {
  // The order does not depend on which thread finished first: folded tags are distinct, so there are no ties.
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
    // Nobody is named where chance explains the finding, even if the hashtag alone would give names.
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

/** The standing of the hashtag if it were the only one. */
function standingAlone({ named, undecided, p, groups }: HashtagFinding): HashtagStanding {
  if (named.length > 0) return 'pushed';
  if (undecided) return 'undecided';
  if (p > MAX_NULL_PROBABILITY) return 'none';
  return groups.some(({ kind }) => hasInnocentReading(kind)) ? 'community' : 'unnamed';
}

/**
 * Approximate probability that ordinary accounts contain an equally one-sided set and are called pushed or undecided
 * for it; 1 for a hashtag that is called neither.
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

/** The number of accounts that it is ranked by, and of their posts. */
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
