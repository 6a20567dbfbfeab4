import type { Dataset, Items } from '../dataset/dataset.js';
import { isQuotedText, type ItemKind } from '../documents/evidence.js';
import { outOfRange } from '../stats/array-access.js';
import { LogProductAccumulator } from '../stats/log-product.js';
import { clamp, PROBABILITY_EPSILON } from '../stats/logistic.js';
import { SECOND } from '../time/units.js';
import { binOf, cachedMemberShare } from './bin-shares.js';
import { MAX_LOG_RATIO, MAX_EVIDENCE_POSTS } from './constants.js';
import { MemberItemIndex } from './member-item-index.js';
import { memoizeWeak } from './memoize-weak.js';
import { describeSharedFinding, type SharedFinding } from './shared-items-words.js';
import { defineSignal, type ExplainedFinding, type Posterior, type FittedSignal, type Signal } from './signal.js';

/**
 * Pseudo-count of non-member sharers per item. For each shared item we assume two more people who share it and are not
 * in the dump, such as the author of a post and a reader.
 */
const PSEUDO_SHARERS = 2;

/** Maximum number of matching posts reported for a finding. */
const MATCHES_TOLD = 5;

/**
 * Upper limit of the effective number of independent items: an account's items are not independent, because they come
 * from the same habits.
 */
const MAX_EFFECTIVE_ITEMS = 2;

/** The parameters of a signal about shared items. */
export interface SharedItemsDefinition<Name extends string> extends Pick<Signal, 'means' | 'missing'> {
  readonly name: Name;
  readonly kind: ItemKind;
  /** Limit at which its log-likelihood ratio is clipped, in nats. */
  readonly maxLogRatio?: number;
}

/** Defines a signal that measures how many items of one kind an account shares with suspected accounts. */
export function defineSharedItemsSignal<const Name extends string>(
  definition: SharedItemsDefinition<Name>,
): Signal<Name, SharedFinding> {
  const { name, kind, maxLogRatio = MAX_LOG_RATIO, means, missing } = definition;
  return defineSignal({
    name,
    family: 'sharing',
    ...(kind === 'text' ? { comparesTexts: true } : {}),
    fit: (dataset) => fit(dataset, kind, maxLogRatio),
    describe: (finding, told) => describeSharedFinding(kind, finding, told),
    figures: ({ items, members, otherSharers, gapMs }) => ({
      value: items,
      accounts: members,
      others: otherSharers,
      gapSeconds: gapMs / SECOND,
    }),
    isTelling: ({ members }) => members >= 1,
    means,
    missing,
  });
}

function fit(measurements: Dataset, kind: ItemKind, loudest: number): FittedSignal<SharedFinding> {
  const items = measurements.items[kind];
  const accounts = measurements.accounts.count;
  const likely = memoizeWeak(({ probability }: Posterior) => new MemberItemIndex(measurements, items, probability));
  const learned = new Float64Array(PER_ITEM * items.count);
  /** The time bin of each post with an item. */
  const moments = new Uint32Array(items.postsOf.values.length);
  for (let k = 0; k < moments.length; k++) moments[k] = binOf(items.postsOf.values[k] ?? outOfRange());
  return {
    measurable: items.measurable,
    // Addressing the same account is ordinary conversation.
    initialScore: () => (kind === 'target' ? new Float64Array(accounts) : strongestTies(items, accounts)),
    logLikelihoodRatio: (membership, into = new Float64Array(accounts)) => {
      updateItemStatistics(measurements, items, moments, membership, learned);
      return weigh(items, membership, loudest, learned, into);
    },
    explain: (a, membership) => explain(measurements, kind, a, likely(membership)),
    // An account that shares an item with a member has a match and a partner for it.
    tells: (a, membership) => items.itemsOf.row(a).some((item) => likely(membership).coSharers(a, item) > 0),
  };
}

/**
 * Items with more sharers are skipped when pairs are counted: the cost is quadratic, and such items carry almost no
 * information.
 */
const MAX_PAIRWISE_SHARERS = 50;

/**
 * For each account the weight of its strongest tie to one other account: the sum, over the items that the two share, of
 * the item's rarity, ln(accounts / accounts that share it). Unrelated accounts may share one headline, but rarely
 * several rare items with the same account.
 */
function strongestTies({ count, itemsOf, accountsOf }: Items, accounts: number): Float64Array {
  const rarities = new Float64Array(count);
  for (let i = 0; i < count; i++) rarities[i] = Math.log(accounts / accountsOf.rowSize(i));
  const strongest = new Float64Array(accounts);
  const ties = new Float64Array(accounts);
  for (let a = 0; a < accounts; a++) {
    let most = 0;
    for (let k = itemsOf.start(a); k < itemsOf.end(a); k++) {
      const i = itemsOf.values[k] ?? outOfRange();
      const rarity = rarities[i] ?? outOfRange();
      if (accountsOf.rowSize(i) > MAX_PAIRWISE_SHARERS) {
        most = Math.max(most, rarity);
        continue;
      }
      for (let n = accountsOf.start(i); n < accountsOf.end(i); n++) {
        const b = accountsOf.values[n] ?? outOfRange();
        if (b === a) continue;
        const tied = (ties[b] ?? outOfRange()) + rarity;
        ties[b] = tied;
        if (tied > most) most = tied;
      }
    }
    strongest[a] = most;
    // Reset for the next account.
    for (let k = itemsOf.start(a); k < itemsOf.end(a); k++) {
      const i = itemsOf.values[k] ?? outOfRange();
      if (accountsOf.rowSize(i) > MAX_PAIRWISE_SHARERS) continue;
      for (let n = accountsOf.start(i); n < accountsOf.end(i); n++) ties[accountsOf.values[n] ?? outOfRange()] = 0;
    }
  }
  return strongest;
}

/**
 * The statistics of each item in one iteration, interleaved for locality: the expected number of members among its
 * sharers (sum of posteriors), the members among its pseudo-sharers, the prior odds against a member, and the number of
 * other sharers and pseudo-sharers of each sharer.
 */
const PER_ITEM = 4;
const [SUSPECTS, DOUBT, AGAINST, ALL] = [0, 1, 2, 3] as const;

/**
 * Updates the item statistics. The expected share of members among an item's sharers is that of the time bins in which
 * it was posted: if all accounts acted independently, anybody active then could have posted it. This equals the mean
 * over random shuffles of the contents within bins.
 */
function updateItemStatistics(
  m: Dataset,
  { count, postsOf, accountsOf }: Items,
  moments: Uint32Array,
  membership: Posterior,
  learned: Float64Array,
): void {
  const { members, posts, overall } = cachedMemberShare(m)(membership);
  const shares = members.map((theirs, moment) => theirs / (posts[moment] ?? outOfRange()));
  const { probability } = membership;
  for (let i = 0; i < count; i++) {
    let there = 0;
    for (let k = postsOf.start(i); k < postsOf.end(i); k++) there += shares[moments[k] ?? outOfRange()] ?? outOfRange();
    const expected = Math.max(overall, there / postsOf.rowSize(i));
    const held = clamp(expected, PROBABILITY_EPSILON, 1 - PROBABILITY_EPSILON);
    let bearers = 0;
    for (let k = accountsOf.start(i); k < accountsOf.end(i); k++)
      bearers += probability[accountsOf.values[k] ?? outOfRange()] ?? outOfRange();
    learned[PER_ITEM * i + SUSPECTS] = bearers;
    learned[PER_ITEM * i + DOUBT] = PSEUDO_SHARERS * expected;
    learned[PER_ITEM * i + AGAINST] = (1 - held) / held;
    learned[PER_ITEM * i + ALL] = accountsOf.rowSize(i) - 1 + PSEUDO_SHARERS;
  }
}

/**
 * The log-likelihood ratio of each account: the mean shift of the log odds by its items, times their effective number,
 * at most `MAX_EFFECTIVE_ITEMS`.
 */
function weigh(
  { itemsOf }: Items,
  { probability }: Posterior,
  loudest: number,
  learned: Float64Array,
  into: Float64Array,
): Float64Array {
  const odds = new LogProductAccumulator();
  for (let a = 0; a < into.length; a++) {
    const start = itemsOf.start(a);
    const end = itemsOf.end(a);
    if (start === end) {
      into[a] = 0;
      continue;
    }
    const own = probability[a] ?? outOfRange();
    odds.reset();
    for (let k = start; k < end; k++) {
      const at = PER_ITEM * (itemsOf.values[k] ?? outOfRange());
      const all = learned[at + ALL] ?? outOfRange();
      const suspected = clamp(
        (learned[at + SUSPECTS] ?? outOfRange()) - own + (learned[at + DOUBT] ?? outOfRange()),
        PROBABILITY_EPSILON * all,
        (1 - PROBABILITY_EPSILON) * all,
      );
      odds.add(suspected * (learned[at + AGAINST] ?? outOfRange()), all - suspected);
    }
    const size = end - start;
    const independent = Math.min(MAX_EFFECTIVE_ITEMS, 1 + Math.log(size));
    into[a] = clamp((odds.sum / size) * independent, -loudest, loudest);
  }
  return into;
}

function explain(
  measurements: Dataset,
  kind: ItemKind,
  a: number,
  likely: MemberItemIndex,
): ExplainedFinding<SharedFinding> | undefined {
  const items = measurements.items[kind];
  const shown: { item: number; members: number; others: number }[] = [];
  for (const item of items.itemsOf.row(a)) {
    const members = likely.coSharers(a, item);
    if (members > 0) shown.push({ item, members, others: items.accountsOf.rowSize(item) - 1 });
  }
  const best = shown.sort(
    (x, y) => y.members / (y.others + PSEUDO_SHARERS) - x.members / (x.others + PSEUDO_SHARERS) || x.item - y.item,
  )[0];
  if (!best) return undefined;
  const matches = likely.nearest(a, best.item, MATCHES_TOLD);
  const [first] = matches;
  if (!first) return undefined;
  // The quoted post comes first.
  const posts = new Set<number>([first.ownPost]);
  for (const { item } of [best, ...shown]) {
    if (posts.size >= MAX_EVIDENCE_POSTS) break;
    for (const p of likely.postsBy(a, item)) posts.add(p);
  }
  const partners = likely.distinctCoSharers(a, shown);
  const time = (p: number): number => measurements.posts.time[p] ?? outOfRange();
  return {
    finding: {
      ...(kind === 'object'
        ? { columns: [...new Set(shown.map(({ item }) => measurements.objectColumns[item] ?? outOfRange()))] }
        : {}),
      items: shown.length,
      members: partners.size,
      orMore: partners.orMore,
      otherSharers: best.others - best.members,
      gapMs: Math.abs(time(first.post) - time(first.ownPost)),
      stepMs: measurements.timeGranularityMs,
    },
    example: isQuotedText(kind) ? { of: 'post', post: first.ownPost } : { of: kind, item: best.item },
    matches,
    posts: [...posts].slice(0, MAX_EVIDENCE_POSTS),
  };
}
