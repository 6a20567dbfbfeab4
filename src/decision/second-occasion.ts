import { type Dataset, EDGE_KINDS } from '../dataset/dataset.js';
import type { ItemKind } from '../documents/evidence.js';
import { describeShared, isWords, type SharedFinding } from '../signals/shared-items-words.js';
import type { Match, Posterior } from '../signals/signal.js';
import { MEMBER_THRESHOLD } from '../signals/signal.js';
import { outOfRange } from '../stats/array-access.js';
import { lowerBound } from '../stats/search.js';
import { formatDuration } from '../text/format-durations.js';
import { SECOND } from '../time/units.js';
import type { Reason } from './rank-evidence.js';
import type { Candidate } from './side-meter.js';

/** Matching posts that are told. */
const MATCHES_TOLD = 5;

/**
 * That an account acted along once more, an hour or more from its strongest occasion: evidence of its own, for a name may rest
 * on it where its other reasons are of one family. It is told beside those who are counted or, where none of them was with it
 * then, beside other members of the set, who are called unclear. Undefined where there is no such occasion.
 * @param p the account's p-value of sharing
 */
export function secondOccasion(
  m: Dataset,
  { members, occasions: { independent, strongestPost, secondPost } }: Pick<Candidate, 'members' | 'occasions'>,
  { probability }: Posterior,
  a: number,
  p: number,
): Reason | undefined {
  const weight = independent[a] ?? outOfRange();
  const post = secondPost[a] ?? outOfRange();
  if (weight <= 0 || post < 0) return undefined;
  const isCounted = (b: number): boolean => b !== a && (probability[b] ?? outOfRange()) >= MEMBER_THRESHOLD;
  const isMember = (b: number): boolean => b !== a && members[b] === 1;
  const counted = mostShared(m, a, post, isCounted);
  const best = counted ?? mostShared(m, a, post, isMember);
  if (!best) return undefined;
  const { kind, item, inside, others } = best;
  const time = (each: number): number => m.posts.time[each] ?? outOfRange();
  const matches = nearest(m, kind, item, post, counted ? isCounted : isMember);
  const [first] = matches;
  if (!first) return undefined;
  const finding: SharedFinding = {
    ...(kind === 'object' ? { columns: [m.objectColumns[item] ?? outOfRange()] } : {}),
    items: 1,
    members: inside,
    orMore: false,
    otherSharers: others,
    gapMs: Math.abs(time(first.post) - time(post)),
    stepMs: m.timeGranularityMs,
  };
  const apart = formatDuration(Math.abs(time(post) - time(strongestPost[a] ?? outOfRange())) / SECOND);
  return {
    signal: 'second-occasion',
    family: 'sharing',
    corroboratingOnly: false,
    comparesTexts: kind === 'text',
    weight: Math.round(100 * weight) / 100,
    p: Number(p.toPrecision(3)),
    posts: [post],
    matches,
    example: isWords(kind) ? { of: 'post', post } : { of: kind, item },
    figures: { value: inside, accounts: inside, others, gapSeconds: finding.gapMs / SECOND },
    says: (told) =>
      `on another occasion, ${apart} from the first, ${describeShared(kind, finding, counted ? told : { ...told, called: 'unclear' })}`,
  };
}

/** Of what one post of an account bears, what most of some accounts bear, too; undefined where none does. */
function mostShared(
  m: Dataset,
  a: number,
  post: number,
  isInside: (account: number) => boolean,
): { kind: (typeof EDGE_KINDS)[number]; item: number; inside: number; others: number } | undefined {
  const all = EDGE_KINDS.flatMap((kind) => {
    const { itemsOf, postsOf, accountsOf } = m.items[kind];
    return [...itemsOf.row(a)].flatMap((item) => {
      const posts = postsOf.row(item);
      if (posts[lowerBound(posts, post)] !== post) return [];
      const bearers = accountsOf.row(item);
      const inside = bearers.filter(isInside).length;
      return [{ kind, item, inside, others: bearers.length - 1 - inside }];
    });
  });
  // Equals stay in the order of kinds and items.
  return all.filter(({ inside }) => inside > 0).sort((x, y) => y.inside - x.inside)[0];
}

/** The posts of others with the item that are nearest to this one, one an account. */
function nearest(
  m: Dataset,
  kind: ItemKind,
  item: number,
  ownPost: number,
  isCounted: (account: number) => boolean,
): Match[] {
  const { time, account } = m.posts;
  const met = new Set<number>();
  const gap = (p: number): number => Math.abs((time[p] ?? outOfRange()) - (time[ownPost] ?? outOfRange()));
  return [...m.items[kind].postsOf.row(item)]
    .filter((p) => isCounted(account[p] ?? outOfRange()))
    .sort((x, y) => gap(x) - gap(y) || (account[x] ?? outOfRange()) - (account[y] ?? outOfRange()) || x - y)
    .filter((p) => met.size < met.add(account[p] ?? outOfRange()).size)
    .slice(0, MATCHES_TOLD)
    .map((post) => ({ post, ownPost }));
}
