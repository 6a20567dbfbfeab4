/** Texts about an archive and its hashtags, the same on every page. */

import type { Campaign, HashtagStanding, Scan, ScannedHashtag, ScanSource } from '../../documents/scan.js';
import { READING_OPTIONS, typedOptions } from '../../options.js';
import { escapeControls } from '../../text/escape-controls.js';
import { formatCount, formatNumber, formatPercent, joinList, plural, withFullStop } from '../../text/format.js';
import { shortenName } from '../../text/shorten-name.js';
import { accountName } from '../accounts.js';
import { DISCLAIMER } from '../headline.js';
import { quoteForShell } from '../shell-words.js';

/** What each standing is called, and what it means. */
export const STANDING_TEXTS: Readonly<Record<HashtagStanding, { readonly name: string; readonly means: string }>> = {
  pushed: { name: 'pushed', means: 'likely coordinated accounts pushed it' },
  undecided: { name: 'undecided', means: 'one side pushed it, but we cannot tell which: nobody is named' },
  unnamed: {
    name: 'unnamed',
    means:
      'accounts keep together more than a public does, but none meets what a name takes; one hashtag ' +
      'in a hundred is so by chance',
  },
  community: {
    name: 'community',
    means:
      'a group acts together in a way that has an innocent reading (fans, a feed, outlets, an appeal): nobody is named',
  },
  'by-chance': {
    name: 'by chance',
    means: 'alone it would be listed, but among so many hashtags some look so by chance: nobody is named',
  },
  none: { name: 'none found', means: 'no coordination found (not cleared)' },
  insufficient: { name: 'too small', means: 'too few accounts or posts to judge' },
};

/** Maximum number of accounts named in the line of a hashtag. */
const NAMED = 4;

/** Which accounts a hashtag's size counts. */
export const FOUND =
  'found: likely coordinated accounts; else accounts of the larger side, unclear ones where nobody ' +
  'can be named, or those of the community';

/** The hashtag with its `#`, shortened if it is long; escaped. */
export function hashtagName(hashtag: string): string {
  return `#${escapeControls(shortenName(hashtag))}`;
}

/** What was analysed: the numbers of posts, files and hashtags. */
export function extentText({ archive, options, inputs }: Scan): string {
  return (
    `${formatCount(archive.posts, 'post')} in ${formatCount(inputs.length, 'file')} · ` +
    `${formatCount(archive.hashtags, 'hashtag')} with at least ${formatCount(options.least, 'post')}`
  );
}

/** The answer, the most important sentence first. */
export function scanAnswerSentences({ summary, archive }: Scan): string[] {
  const { standings, falseDiscoveryRate, tested, accounts } = summary;
  const { pushed, undecided, unnamed, 'by-chance': byChance, community, insufficient } = standings;
  const first =
    pushed === 0
      ? `Of ${formatCount(archive.hashtags, 'hashtag')}, none is told to be pushed.`
      : `${formatNumber(pushed)} of ${formatCount(archive.hashtags, 'hashtag')} ` +
        `${plural(pushed, 'was', 'were')} pushed by likely coordinated accounts: ` +
        `${formatCount(accounts, 'account')} altogether.`;
  return [
    first,
    ...(undecided === 0
      ? []
      : [`In ${formatNumber(undecided)}${pushed === 0 ? '' : ' more'} one side pushed, but we cannot tell which.`]),
    ...(unnamed === 0
      ? []
      : [
          `In ${formatCount(unnamed, 'hashtag')}, accounts keep together more than a public does, and ` +
            'nobody can be named; one hashtag in a hundred is so by chance.',
        ]),
    ...(byChance === 0
      ? []
      : [
          `${formatNumber(byChance)} would be listed if ` +
            `${plural(byChance, 'it were the only one', 'each were the only one')}, but among so many ` +
            'hashtags some look so by chance.',
        ]),
    ...(community === 0
      ? []
      : [
          `In ${formatNumber(community)} a group acts together in a way that has an innocent reading, such ` +
            "as fans or a service's feed.",
        ]),
    `Corrected for ${formatCount(tested, 'hashtag')}: of those listed as pushed or undecided, at ` +
      `most ${formatPercent(falseDiscoveryRate, 1)} are expected to be without a push.`,
    ...(insufficient === 0
      ? []
      : [
          `${formatCount(insufficient, 'hashtag')} ${plural(insufficient, 'has', 'have')} too few accounts ` +
            'or posts to judge.',
        ]),
    DISCLAIMER,
  ];
}

/** Hashtags in which something was found. */
export function foundHashtags({ hashtags }: Pick<Scan, 'hashtags'>): ScannedHashtag[] {
  return hashtags.filter(({ standing }) => standing !== 'none' && standing !== 'insufficient');
}

/**
 * What was found under a hashtag, in sentences without names; escaped.
 * @param most maximum number of groups described
 */
export function findingSentences({ standing, groups, undecided }: ScannedHashtag, most = Infinity): string[] {
  if (standing === 'undecided' && undecided)
    return undecided.sides.map(({ says }, side) => `Side ${side + 1}: ${escapeControls(says)}.`);
  if (standing !== 'pushed' && standing !== 'community') return [];
  const told = groups.filter(({ coordinated }) => standing === 'community' || coordinated > 0);
  return [
    ...told.slice(0, most).map(({ says, alsoExplainedBy }) => `${escapeControls(says)}. ${alsoExplainedBy}`),
    ...(told.length > most ? [`And ${formatCount(told.length - most, 'more group')}.`] : []),
  ];
}

/** Who is likely coordinated under a hashtag, as one sentence; none if nobody is named; escaped. */
export function namesSentences({ named }: Pick<ScannedHashtag, 'named'>): string[] {
  if (named.length === 0) return [];
  const names = named.slice(0, NAMED).map(accountName);
  const more = named.length - names.length;
  return [`Highest scores: ${joinList([...names, ...(more > 0 ? [`${formatNumber(more)} more`] : [])])}.`];
}

/** The accounts of a campaign, in sentences; escaped. */
export function campaignSentences({ hashtags, accounts, recurring }: Campaign, most = NAMED): string[] {
  const names = recurring
    .slice(0, most)
    .map((account) => `${accountName(account)} (${formatNumber(account.hashtags.length)})`);
  const more = recurring.length - names.length;
  return [
    `${hashtags.map(hashtagName).join(', ')}: ` +
      `${formatCount(accounts, 'likely coordinated account')}, of whom ` +
      `${formatNumber(recurring.length)} under more than one hashtag.`,
    `Under most: ${joinList([...names, ...(more > 0 ? [`${formatNumber(more)} more`] : [])])}.`,
  ];
}

/** The heading above `floodSentences`. */
export const FLOODED = 'Hashtags in which accounts repeat themselves, alone';

/**
 * One sentence for each hashtag with flooding accounts, sorted by the share of posts that these wrote; escaped. The
 * ranking does not contain them, because it is by what accounts do together.
 */
export function floodSentences({ hashtags }: Pick<Scan, 'hashtags'>): string[] {
  return hashtags
    .filter(({ verdicts }) => verdicts.accounts.flooding > 0)
    .map((hashtag) => ({ hashtag, share: hashtag.verdicts.posts.flooding / hashtag.posts }))
    .sort((a, b) => b.share - a.share || (a.hashtag.hashtag < b.hashtag.hashtag ? -1 : 1))
    .map(
      ({ hashtag: { hashtag, verdicts, posts } }) =>
        `${hashtagName(hashtag)}: ${formatCount(verdicts.accounts.flooding, 'account')} wrote ${formatPercent(verdicts.posts.flooding, posts)} of its posts.`,
    );
}

/**
 * Notes that several inputs have in common, each once, with the number of inputs that have it; and for each input its
 * other notes.
 */
export function notesOfInputs(inputs: Scan['inputs']): {
  readonly shared: readonly { readonly note: string; readonly files: number }[];
  readonly own: readonly (readonly string[])[];
} {
  const files = new Map<string, number>();
  for (const { notes } of inputs) for (const note of new Set(notes)) files.set(note, (files.get(note) ?? 0) + 1);
  return {
    shared: [...files].flatMap(([note, count]) => (count > 1 ? [{ note, files: count }] : [])),
    own: inputs.map(({ notes }) => notes.filter((note) => files.get(note) === 1)),
  };
}

/** A note that several of the inputs have. */
export function sharedNote(note: string, files: number, inputs: number): string {
  return `${files === inputs ? `All ${formatCount(files, 'file')}` : `${formatNumber(files)} of ${formatCount(inputs, 'file')}`}: ${withFullStop(note)}`;
}

/** The command that analyses a hashtag in detail, without the program's name. */
export function nextStep(
  { options, inputs }: Scan,
  { hashtag }: Pick<ScannedHashtag, 'hashtag'>,
  asked?: ScanSource,
): string {
  const { least: _, ...others } = options;
  const { sources, read } = asked ?? {
    sources: [...inputs.slice(0, 1).map(({ path }) => path), ...(inputs.length > 1 ? ['…'] : [])],
    read: true,
  };
  // For a store, the options for reading were already given when it was loaded.
  const typed = typedOptions(others, read ? [] : READING_OPTIONS);
  return ['analyze', ...sources, '--hashtag', hashtag, ...typed].map(quoteForShell).join(' ');
}
