import type { Dataset } from '../dataset/dataset.js';
import { outOfRange } from '../stats/array-access.js';
import { HOUR, MINUTE } from '../time/units.js';

/** As close in time as posts that count as together in `Concentration.time`. */
const SOON = 10 * MINUTE;
/** As far apart as two occasions of acting together (see occasions.ts). */
const APART = 3 * HOUR;
/** As many as of different items: see `LEAST_OCCASIONS`. */
const LEAST_TIMES = 2;
const LEAST_PARTNERS = 2;
/** An account and two others: no more are needed to find two partners. */
const RECENT = LEAST_PARTNERS + 1;
/**
 * At least half of those who repeat a text together must have been made together: among people who wish each other the
 * same every morning a few were, too.
 */
const MOSTLY = 0.5;

/**
 * The accounts that posted one text again and again together: at two times or more, three hours apart, within ten
 * minutes of the same text by two others of them or more. Those who push one slogan share nothing else. But
 * people who repeat a slogan for reasons of their own do the same; so only accounts in `made` are found, and only for
 * texts that mostly these repeat.
 * @param accounts those who act together
 * @param made those of them that were made together for the conversation
 */
export function repeatedTogether(
  m: Dataset,
  accounts: readonly number[],
  made: ReadonlySet<number>,
): ReadonlySet<number> {
  const found = new Set<number>();
  // If times are coarser, everything seems to be together.
  if (made.size === 0 || m.timeGranularityMs > SOON) return found;
  const isAsked = new Uint8Array(m.accounts.count);
  for (const a of accounts) isAsked[a] = 1;
  const { itemsOf, postsOf } = m.items.text;
  for (const item of new Set(Array.from(made, (a) => [...itemsOf.row(a)]).flat())) {
    const posts = postsOf.row(item).filter((p) => isAsked[m.posts.account[p] ?? outOfRange()] === 1);
    const repeating = repeatingIn(m, posts);
    const ofMade = repeating.filter((a) => made.has(a));
    if (ofMade.length >= MOSTLY * repeating.length) for (const a of ofMade) found.add(a);
  }
  return found;
}

/** The accounts that repeat a text together. @param posts all posts with the text, in order of time */
function repeatingIn({ posts: { account, time } }: Dataset, posts: Uint32Array): number[] {
  const all = new Map<number, { times: number; last: number; readonly partners: Set<number> }>();
  const visit = (p: number, others: readonly number[]): void => {
    const [a, at] = [account[p] ?? outOfRange(), time[p] ?? outOfRange()];
    const near = others.filter((other) => Math.abs((time[other] ?? outOfRange()) - at) <= SOON);
    if (near.length === 0) return;
    const known = all.get(a) ?? { times: 0, last: Number.NEGATIVE_INFINITY, partners: new Set() };
    all.set(a, known);
    for (const other of near) known.partners.add(account[other] ?? outOfRange());
    if (Math.abs(at - known.last) < APART) return;
    known.times++;
    known.last = at;
  };
  const after = nearestByOthers(account, posts.toReversed());
  for (const [k, others] of nearestByOthers(account, posts).entries())
    visit(posts[k] ?? outOfRange(), [...others, ...(after[posts.length - 1 - k] ?? outOfRange())]);
  return [...all].flatMap(([a, { times, partners }]) =>
    times >= LEAST_TIMES && partners.size >= LEAST_PARTNERS ? [a] : [],
  );
}

/** For each post the last ones before it by two other accounts. */
function nearestByOthers(account: Uint32Array, posts: Uint32Array): number[][] {
  let recent: number[] = [];
  return Array.from(posts, (p) => {
    const others = recent.filter((other) => account[other] !== account[p]);
    recent = [p, ...others].slice(0, RECENT);
    return others.slice(0, LEAST_PARTNERS);
  });
}
