import type { Measurements, Items, ItemKind } from '../measure/measurements.js';
import { rowLength, rowOf } from '../measure/measurements.js';
import { clamp, logit } from '../stats/logistic.js';
import { LOUDEST, POSTS_SHOWN } from './constants.js';
import { MOMENT, presence } from './presence.js';
import { LIKELY, type Membership, type PreparedSignal, type Signal } from './signal.js';

/**
 * How many strangers' worth of doubt stand beside every shared item: a text that one member copied from another must
 * be expected to have been copied by two people whom we do not see (a post's author and its readers).
 */
const DOUBT = 2;

/** An account's many items come from the same habit: however many, they speak at most as two independent ones. */
const MOST_INDEPENDENT = 2;

/** The same retweeted post, text, link or addressee as the suspected: one signal for each kind. */
export function sharedItems(name: string, kind: ItemKind, loudest = LOUDEST): Signal {
  return {
    name,
    family: 'sharing',
    prepare: (measurements) => prepare(measurements, kind, loudest),
  };
}

function prepare(measurements: Measurements, kind: ItemKind, loudest: number): PreparedSignal {
  const items = measurements.items[kind];
  const accounts = measurements.accounts.count;
  return {
    able: items.able,
    first: () => strongestTies(items, accounts).map((tie) => (kind === "target" ? 0 : 1) * tie),
    weigh: (membership) => weigh(measurements, items, membership, loudest),
    explain: (a, membership) => explain(measurements, kind, a, membership),
  };
}

/** In an item that more accounts bear, nobody's partners are counted: it would cost the square of their number, and say next to nothing. */
const PAIRWISE = 50;

/**
 * For each account the weight of its strongest tie to one other account: the sum, over the items that the two share, of
 * the items' rarity ln(accounts / accounts that bear it). Strangers share one headline; who shares several rare things
 * with the same other is no stranger.
 */
function strongestTies(items: Items, accounts: number): Float64Array {
  const strongest = new Float64Array(accounts);
  const ties = new Map<number, number>();
  for (let a = 0; a < accounts; a++) {
    ties.clear();
    for (const i of rowOf(items.itemsOf, a)) {
      const bearers = rowOf(items.accountsOf, i);
      const rarity = Math.log(accounts / bearers.length);
      if (bearers.length > PAIRWISE) strongest[a] = Math.max(strongest[a] ?? 0, rarity);
      else for (const b of bearers) if (b !== a) ties.set(b, (ties.get(b) ?? 0) + rarity);
    }
    for (const tie of ties.values()) strongest[a] = Math.max(strongest[a] ?? 0, tie);
  }
  return strongest;
}

/**
 * The mean shift of log odds by an account's items, the more items the more, up to `MOST_INDEPENDENT`. An item's members
 * are held against those of the moments in which it went round: had everybody acted alone, then whoever was there could
 * as well have posted it. This is what shuffling contents within moments would give on average.
 */
function weigh({ posts, accounts }: Measurements, items: Items, { probability }: Membership, loudest: number): Float64Array {
  const { members, posts: all, overall } = presence(posts.account, probability);
  const expected = new Float64Array(items.count);
  const suspected = new Float64Array(items.count);
  for (let i = 0; i < items.count; i++) {
    const bearing = rowOf(items.postsOf, i);
    let there = 0;
    for (const p of bearing) there += (members[Math.floor(p / MOMENT)] ?? 0) / (all[Math.floor(p / MOMENT)] ?? 1);
    expected[i] = Math.max(overall, there / bearing.length);
    let bearers = 0;
    for (const a of rowOf(items.accountsOf, i)) bearers += probability[a] ?? 0;
    suspected[i] = bearers;
  }
  return Float64Array.from({ length: accounts.count }, (_, a) => {
    const own = rowOf(items.itemsOf, a);
    if (own.length === 0) return 0;
    let total = 0;
    for (const i of own) {
      const others = rowLength(items.accountsOf, i) - 1;
      const suspects = (suspected[i] ?? 0) - (probability[a] ?? 0);
      const prior = expected[i] ?? overall;
      total += logit((suspects + DOUBT * prior) / (others + DOUBT)) - logit(prior);
    }
    const independent = Math.min(MOST_INDEPENDENT, 1 + Math.log(own.length));
    return clamp((total / own.length) * independent, -loudest, loudest);
  });
}

function explain(measurements: Measurements, kind: ItemKind, a: number, { probability }: Membership): ReturnType<PreparedSignal['explain']> {
  const items = measurements.items[kind];
  const { account, time } = measurements.posts;
  const partners = new Set<number>();
  const shown: { item: number; members: number; others: number }[] = [];
  for (const item of rowOf(items.itemsOf, a)) {
    const others = rowOf(items.accountsOf, item).filter((b) => b !== a);
    const members = others.filter((b) => (probability[b] ?? 0) >= LIKELY);
    for (const b of members) partners.add(b);
    if (members.length > 0) shown.push({ item, members: members.length, others: others.length });
  }
  const best = shown.sort((x, y) => y.members / (y.others + DOUBT) - x.members / (x.others + DOUBT) || x.item - y.item)[0];
  if (!best) return undefined;
  const posts = shown.flatMap(({ item }) => [...rowOf(items.postsOf, item)].filter((p) => account[p] === a));
  const mine = [...rowOf(items.postsOf, best.item)].filter((p) => account[p] === a);
  let gap = Infinity;
  for (const p of rowOf(items.postsOf, best.item)) {
    if (account[p] === a || (probability[account[p] ?? 0] ?? 0) < LIKELY) continue;
    for (const own of mine) gap = Math.min(gap, Math.abs((time[p] ?? 0) - (time[own] ?? 0)));
  }
  return {
    finding: { kind, items: shown.length, members: partners.size, strangers: best.others - best.members, minutes: gap / 60_000, example: { of: kind, item: best.item } },
    posts: [...new Set(posts)].slice(0, POSTS_SHOWN),
  };
}
