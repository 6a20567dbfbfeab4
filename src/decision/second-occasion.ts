import type { Dataset } from '../dataset/dataset.js';
import { isQuotedText } from '../documents/evidence.js';
import { describeSharedFinding, type SharedFinding } from '../signals/shared-items-words.js';
import type { Match, Posterior } from '../signals/signal.js';
import { MEMBER_THRESHOLD } from '../signals/signal.js';
import { outOfRange } from '../stats/array-access.js';
import { formatDuration } from '../text/format-durations.js';
import { SECOND } from '../time/units.js';
import type { Reason } from './rank-evidence.js';
import { SharerIndex, type MostSharedItem } from './sharer-index.js';
import type { Candidate } from './side-meter.js';

/** Maximum number of matching posts that are reported. */
const MATCHES_TOLD = 5;

/**
 * The evidence that an account acted together with the set a second time, at least three hours from its strongest
 * occasion. It is a separate reason, because it allows an account to be named whose other reasons are all of one
 * family. Its partners are the counted accounts or, if none of them took part in that occasion, other members of the
 * set, which are called unclear.
 */
export class SecondOccasions {
  readonly #m: Dataset;
  readonly #occasions: Candidate['occasions'];
  readonly #counted: SharerIndex;
  readonly #set: SharerIndex;

  constructor(
    m: Dataset,
    { members, occasions }: Pick<Candidate, 'members' | 'occasions'>,
    { probability }: Posterior,
  ) {
    this.#m = m;
    this.#occasions = occasions;
    this.#counted = new SharerIndex(m, (b) => (probability[b] ?? outOfRange()) >= MEMBER_THRESHOLD);
    this.#set = new SharerIndex(m, (b) => members[b] === 1);
  }

  /** Whether the account has a second occasion. */
  has(a: number): boolean {
    const post = this.#postOf(a);
    return (
      post !== undefined && (this.#counted.mostShared(post) !== undefined || this.#set.mostShared(post) !== undefined)
    );
  }

  /**
   * The reason; undefined if there is no such occasion.
   * @param p the account's p-value in the family `sharing`
   */
  reasonOf(a: number, p: number): Reason | undefined {
    const post = this.#postOf(a);
    if (post === undefined) return undefined;
    for (const among of [this.#counted, this.#set]) {
      const best = among.mostShared(post);
      if (!best) continue;
      const matches = among.nearest(best, post, MATCHES_TOLD);
      const { independent, strongestPost } = this.#occasions;
      return reasonOf(this.#m, best, {
        post,
        strongest: strongestPost[a] ?? outOfRange(),
        matches,
        weight: independent[a] ?? outOfRange(),
        p,
        called: among === this.#set ? 'unclear' : undefined,
      });
    }
    return undefined;
  }

  #postOf(a: number): number | undefined {
    const post = this.#occasions.secondPost[a] ?? outOfRange();
    return (this.#occasions.independent[a] ?? outOfRange()) <= 0 || post < 0 ? undefined : post;
  }
}

interface Occasion extends Pick<Reason, 'weight' | 'p'> {
  readonly post: number;
  readonly strongest: number;
  readonly matches: readonly Match[];
  /** What a report calls the accounts that took part with it; undefined: the same as the counted accounts. */
  readonly called: 'unclear' | undefined;
}

function reasonOf(
  m: Dataset,
  { kind, item, inside, others }: MostSharedItem,
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
    example: isQuotedText(kind) ? { of: 'post', post } : { of: kind, item },
    figures: { value: inside, accounts: inside, others, gapSeconds: finding.gapMs / SECOND },
    says: (told) =>
      `on another occasion, ${apart} from the first, ${describeSharedFinding(kind, finding, called === undefined ? told : { ...told, called })}`,
  };
}
