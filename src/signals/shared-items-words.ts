import { isQuotedText, type ItemKind } from '../documents/evidence.js';
import type { TextLikeness } from '../text/compare-texts.js';
import { formatDuration, granularityName } from '../text/format-durations.js';
import { cutText, joinList, plural, quoteText } from '../text/format.js';
import { SECOND } from '../time/units.js';
import type { FindingContext } from './signal.js';

export interface SharedFinding {
  /** Number of items that it shares with members. */
  readonly items: number;
  /** Number of likely members that share at least one of them. */
  readonly members: number;
  /** Whether there may be more such members: with very many, counting stops early. */
  readonly orMore: boolean;
  /** Number of other accounts that share the item shown. */
  readonly otherSharers: number;
  /**
   * Milliseconds between the account's post and the nearest post of a member with that item; and the dump's time
   * resolution.
   */
  readonly gapMs: number;
  readonly stepMs: number;
  /** For objects: the columns of these items, that of the item shown first. */
  readonly columns?: readonly string[];
}

/** Verb and noun for each kind of item; an object is called by its column. */
const ACTIONS: Readonly<Record<Exclude<ItemKind, 'object'>, { readonly verb: string; readonly noun: string }>> = {
  retweet: { verb: 'retweeted', noun: 'post' },
  text: { verb: 'wrote', noun: 'text' },
  link: { verb: 'shared', noun: 'link' },
  target: { verb: 'mentioned', noun: 'account' },
  tags: { verb: 'used', noun: 'combination of hashtags' },
};

/** Singular and plural for an item; a column's name has no plural. */
function actionOf(
  kind: ItemKind,
  columns: readonly string[],
): { readonly verb: string; readonly noun: string; readonly nouns: string } {
  if (kind !== 'object') return { ...ACTIONS[kind], nouns: plural(2, ACTIONS[kind].noun) };
  const [first = '', ...more] = columns.map(cutText);
  return {
    verb: 'posted',
    noun: first,
    nouns: more.length === 0 ? `${first} values` : `values of ${joinList([first, ...more])}`,
  };
}

/** What an account shares with others, as a sentence. */
export function describeSharedFinding(
  kind: ItemKind,
  { items, members, orMore, otherSharers, gapMs, stepMs, columns = [] }: SharedFinding,
  { quoted, called, likeness }: FindingContext,
): string {
  const { verb, noun, nouns } = actionOf(kind, columns);
  const whom = `${orMore ? 'at least ' : ''}${members} ${called} ${plural(members, 'account')}`;
  const what =
    items === 1
      ? `${verb} ${sameText(noun, likeness)} as ${whom}`
      : `${verb} ${items} of the same ${nouns}${likeness ? ', or nearly the same,' : ''} as ${whom}`;
  const shownToo = items > 1 && likeness ? `, there ${sameText(noun, likeness)}` : '';
  const others = otherSharers === 0 ? 'nobody else did' : `so did ${otherSharers} ${plural(otherSharers, 'other')}`;
  const which = columns.length > 1 ? `${noun} ` : '';
  const shown = isQuotedText(kind) || kind === 'object' ? quoteText(quoted) : cutText(quoted);
  return `${what}, ${gapText(gapMs, stepMs)}${shownToo}: ${which}${shown} (${others})`;
}

/** `the same text`, `nearly the same text (9 of 10 words)`. */
function sameText(noun: string, likeness: TextLikeness | undefined): string {
  if (likeness === undefined || likeness.identical) return `the same ${noun}`;
  return likeness.common === likeness.words
    ? 'the same words (but for links, names, hashtags or marks)'
    : `nearly the same ${noun} (${likeness.common} of ${likeness.words} words)`;
}

/** The time between the nearest two posts, in the dump's resolution. */
function gapText(gapMs: number, stepMs: number): string {
  if (gapMs >= stepMs) return `the nearest ${formatDuration(gapMs / SECOND)} apart`;
  if (stepMs <= SECOND) return 'the nearest in the same second';
  const step = granularityName(stepMs / SECOND).replace(/s$/u, '');
  return `the nearest in the same ${step} (times are told to the ${step})`;
}
