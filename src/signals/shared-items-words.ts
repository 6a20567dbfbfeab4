import { isQuotedText, type ItemKind } from '../documents/evidence.js';
import type { TextLikeness } from '../text/compare-texts.js';
import { formatDuration, granularityName } from '../text/format-durations.js';
import { cutText, joinList, plural, quoteText } from '../text/format.js';
import { SECOND } from '../time/units.js';
import type { FindingContext } from './signal.js';

export interface SharedFinding {
  /** How many items it shares with members. */
  readonly items: number;
  /** How many likely members share at least one of them. */
  readonly members: number;
  /** Whether there may be more such members: in a crowd not all are looked at. */
  readonly orMore: boolean;
  /** How many accounts that are no likely members share the item that is shown. */
  readonly otherSharers: number;
  /** Milliseconds from the account's post to the nearest of a member with that item, and the dump's step of time. */
  readonly gapMs: number;
  readonly stepMs: number;
  /** The columns of these items, that of the shown one first, where they are objects. */
  readonly columns?: readonly string[];
}

/** What an account did, and with what; an object is called as its column is. */
const ACTIONS: Readonly<Record<Exclude<ItemKind, 'object'>, { readonly verb: string; readonly noun: string }>> = {
  retweet: { verb: 'retweeted', noun: 'post' },
  text: { verb: 'wrote', noun: 'text' },
  link: { verb: 'shared', noun: 'link' },
  target: { verb: 'mentioned', noun: 'account' },
  tags: { verb: 'used', noun: 'combination of hashtags' },
};

/** What an account did with one item, and with several: the object's column has no plural of its own. */
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

/** How near the nearest two posts are, as finely as the dump tells time. */
function gapText(gapMs: number, stepMs: number): string {
  if (gapMs >= stepMs) return `the nearest ${formatDuration(gapMs / SECOND)} apart`;
  if (stepMs <= SECOND) return 'the nearest in the same second';
  const step = granularityName(stepMs / SECOND).replace(/s$/u, '');
  return `the nearest in the same ${step} (times are told to the ${step})`;
}
