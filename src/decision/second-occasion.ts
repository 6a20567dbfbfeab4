import type { Dataset } from '../dataset/dataset.js';
import { describeShared, isWords, type SharedFinding } from '../signals/shared-items-words.js';
import type { Match, Posterior } from '../signals/signal.js';
import { MEMBER_THRESHOLD } from '../signals/signal.js';
import { outOfRange } from '../stats/array-access.js';
import { formatDuration } from '../text/format-durations.js';
import { SECOND } from '../time/units.js';
import { BearersAmong, type BorneTogether } from './bearers-among.js';
import type { Reason } from './rank-evidence.js';
import type { Candidate } from './side-meter.js';

/** Matching posts that are told. */
const MATCHES_TOLD = 5;

/**
 * That an account acted along once more, an hour or more from its strongest occasion: evidence of its own, for a name may rest
 * on it where its other reasons are of one family. It is told beside those who are counted or, where none of them was with it
 * then, beside other members of the set, who are called unclear. Undefined where there is no such occasion.
 * @returns what tells it of an account, given the account's p-value of sharing
 */
export function secondOccasions(
  m: Dataset,
  { members, occasions }: Pick<Candidate, 'members' | 'occasions'>,
  { probability }: Posterior,
): (a: number, p: number) => Reason | undefined {
  const counted = new BearersAmong(m, (b) => (probability[b] ?? outOfRange()) >= MEMBER_THRESHOLD);
  const set = new BearersAmong(m, (b) => members[b] === 1);
  return (a, p) => {
    const weight = occasions.independent[a] ?? outOfRange();
    const post = occasions.secondPost[a] ?? outOfRange();
    if (weight <= 0 || post < 0) return undefined;
    for (const among of [counted, set]) {
      const best = among.mostShared(post);
      if (!best) continue;
      const matches = among.nearest(best, post, MATCHES_TOLD);
      const strongest = occasions.strongestPost[a] ?? outOfRange();
      return reasonOf(m, best, { post, strongest, matches, weight, p, called: among === set ? 'unclear' : undefined });
    }
    return undefined;
  };
}

interface Occasion extends Pick<Reason, 'weight' | 'p'> {
  readonly post: number;
  readonly strongest: number;
  readonly matches: readonly Match[];
  /** What those are called who were with it; as the others are that are counted where undefined. */
  readonly called: 'unclear' | undefined;
}

function reasonOf(
  m: Dataset,
  { kind, item, inside, others }: BorneTogether,
  { post, strongest, matches, weight, p, called }: Occasion,
): Reason | undefined {
  const time = (each: number): number => m.posts.time[each] ?? outOfRange();
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
  const apart = formatDuration(Math.abs(time(post) - time(strongest)) / SECOND);
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
      `on another occasion, ${apart} from the first, ${describeShared(kind, finding, called === undefined ? told : { ...told, called })}`,
  };
}
