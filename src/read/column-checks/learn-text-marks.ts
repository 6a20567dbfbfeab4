/**
 * Finds what a file writes beside the words of other posts (`🔄 Ann Lee: …`, `… | QT: …`, `… (via @ann)`): texts that
 * hold a whole post of another account show it.
 */

import { formatNumber } from '../../text/format.js';
import { preview } from '../row-counts.js';
import type { TextMark } from '../text-marks.js';
import type { ColumnDraft } from './column-draft.js';
import { type ContainedPost, findContainedPosts, withNamesFound } from './contained-posts.js';
import { END, isMarkTemplate, patternOf, saysShared, shownMark, START } from './mark-template.js';

/** What must show a mark: rows, accounts that wrote them, and posts that stand beside it. */
const ENOUGH = 5;
const ENOUGH_ACCOUNTS = 3;
/** At least this share of the texts with a mark must be proven: of one with a name alone, and of one for sharing. */
const MOST_NAMED = 0.8;
const MOST_SHARED = 0.4;
const LONGEST_MARK = 60;
const MOST_MARKS = 4;
/** Of marks that nearly as many rows have, the longest is taken. */
const NEARLY_ALL = 0.9;

/** Finds the marks of a file, and adds a note on each. */
export function findTextMarks(draft: ColumnDraft): TextMark[] {
  const { texts, before, behind } = findContainedPosts(draft);
  return [...marksAmong(withNamesFound(before), 'before', texts, draft), ...marksAmong(behind, 'behind', texts, draft)];
}

function marksAmong(
  all: readonly ContainedPost[],
  place: TextMark['place'],
  texts: readonly string[],
  { notes }: ColumnDraft,
): TextMark[] {
  const marks: TextMark[] = [];
  let left = all;
  while (left.length >= ENOUGH && marks.length < MOST_MARKS) {
    const mark = commonMark(left, place);
    if (mark === undefined) break;
    const pattern = patternOf(mark);
    const matching = texts.flatMap((text, row) => (pattern.test(text) ? [row] : []));
    const those = left.filter(({ beside }) => beside.endsWith(mark));
    const proven = new Set(those.map(({ row }) => row));
    left = left.filter(({ row }) => !proven.has(row));
    const most = saysShared(mark) ? MOST_SHARED : MOST_NAMED;
    if (place === 'before' && !mark.startsWith(START) && !areOwnWords(those, mark)) continue;
    if (matching.filter((row) => proven.has(row)).length < most * matching.length) continue;
    marks.push({ pattern, place });
    const where = `${preview(shownMark(mark))} stands ${place} words that other accounts posted, in`;
    const count = `${formatNumber(matching.length)} of ${formatNumber(texts.length)} texts`;
    notes.push(
      place === 'behind' || mark.startsWith(START)
        ? `${where} ${count}: these were read as reposts.`
        : `${where} ${count}: only what stands before it was read as the account’s own.`,
    );
  }
  return marks;
}

/** Whether what stands before a mark differs: `Please` before each `RT:` is part of an appeal that others copy. */
function areOwnWords(all: readonly ContainedPost[], mark: string): boolean {
  const counts = new Map<string, number>();
  for (const { beside } of all) {
    const own = beside.slice(0, beside.length - mark.length).trim();
    counts.set(own, (counts.get(own) ?? 0) + 1);
  }
  return counts.size >= ENOUGH_ACCOUNTS && Math.max(...counts.values()) * 2 <= all.length;
}

/** The longest mark that most of these texts have. */
function commonMark(all: readonly ContainedPost[], place: TextMark['place']): string | undefined {
  const support = new Map<string, ContainedPost[]>();
  for (const each of all) {
    const { length } = each.beside;
    if (place === 'behind' && length > LONGEST_MARK) continue;
    const shortest = place === 'behind' ? length : 1;
    for (let size = shortest; size <= Math.min(LONGEST_MARK, length); size++) {
      const mark = each.beside.slice(-size);
      const known = support.get(mark);
      if (known) known.push(each);
      else support.set(mark, [each]);
    }
  }
  const fit = [...support].filter(
    ([mark, of]) =>
      of.length >= ENOUGH &&
      new Set(of.map(({ author }) => author)).size >= ENOUGH_ACCOUNTS &&
      new Set(of.map(({ post }) => post)).size >= ENOUGH_ACCOUNTS &&
      isMarkTemplate(mark) &&
      (place === 'before' || mark.endsWith(END)),
  );
  const most = Math.max(0, ...fit.map(([, of]) => of.length));
  return fit.filter(([, of]) => of.length >= NEARLY_ALL * most).sort(([a], [b]) => b.length - a.length)[0]?.[0];
}
