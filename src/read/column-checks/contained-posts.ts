/** Finds texts that begin or end with the whole post of another account, and what stands beside it. */

import { foldHandle } from '../../text/fold-handle.js';
import { findQuotation } from '../../text/quotations.js';
import { stripAt } from '../values.js';
import type { ColumnDraft } from './column-draft.js';
import { END, NAME_PLACE, type Names, START, templateOf } from './mark-template.js';

/** Shorter posts stand in another by chance. */
const SHORTEST = 20;
/** So much is looked at for what stands before or behind a post; longer texts are left out, as they would cost much. */
const LONGEST_BESIDE = 600;
const LONGEST_TEXT = 4000;

/** What stands beside the post of another account in a text. */
export interface ContainedPost {
  readonly row: number;
  readonly author: string;
  /** A template, from the beginning of the text or to its end. */
  readonly beside: string;
  /** The other post, and who wrote it. */
  readonly post: string;
  readonly postAuthor: string;
}

export interface ContainedPosts {
  /** The texts that say nothing themselves of whose words they have; '' for others. */
  readonly texts: readonly string[];
  readonly before: readonly ContainedPost[];
  readonly behind: readonly ContainedPost[];
}

/** Looks through the texts of the sample. */
export function findContainedPosts(draft: ColumnDraft): ContainedPosts {
  const texts = draft
    .column('text')
    .map((text) => (text.length < SHORTEST || text.length > LONGEST_TEXT || isMarked(text) ? '' : text));
  const handles = draft.column('handle').map((cell) => stripAt(cell));
  const [ids, names] = [draft.column('account'), draft.column('name')];
  const authors = texts.map((_, row) => foldHandle(handles[row] ?? '') || (ids[row] ?? '') || (names[row] ?? ''));
  const cores = texts.map((text) => text.replace(ENDING, ''));
  const posts = new Map<string, number[]>();
  cores.forEach((core, row) => {
    if (core.length < SHORTEST || !/\S\s+\S+\s+\S/.test(core)) return;
    const known = posts.get(core);
    if (!known) posts.set(core, [row]);
    else if (known.length < 2 && authors[known[0] ?? -1] !== authors[row]) known.push(row);
  });
  const lengths = new Set([...posts.keys()].map(({ length }) => length));
  const [before, behind]: [ContainedPost[], ContainedPost[]] = [[], []];
  cores.forEach((core, row) => {
    const author = authors[row] ?? '';
    if (author === '' || core.length < SHORTEST) return;
    const add = (to: ContainedPost[], post: string, template: (names: Names) => string): boolean => {
      const other = (lengths.has(post.length) ? posts.get(post) : undefined)?.find(
        (each) => authors[each] !== author && authors[each] !== '',
      );
      if (other === undefined) return false;
      const beside = template({ handle: handles[other] ?? '', names: [names[other] ?? '', names[row] ?? ''] });
      to.push({ row, author, beside, post, postAuthor: authors[other] ?? '' });
      return true;
    };
    for (let at = 1; at < Math.min(LONGEST_BESIDE, core.length - SHORTEST); at++)
      if (!isInWord(core, at) && add(before, core.slice(at), (of) => START + templateOf(core.slice(0, at), of))) break;
    const text = (texts[row] ?? '').trimEnd();
    for (let at = text.length - 1; at >= Math.max(SHORTEST, text.length - LONGEST_BESIDE); at--)
      if (
        !isInWord(text, at) &&
        OF_WORD.test(text.slice(at)) &&
        add(behind, text.slice(0, at), (of) => templateOf(text.slice(at), of) + END)
      )
        break;
  });
  return { texts, before, behind };
}

/** Signs at the end of a post, which may be lost where it stands in another. */
const ENDING = /[\s\p{P}\p{S}]+$/u;
const OF_WORD = /[\p{L}\p{M}\p{N}]/u;

/** Whether letters or digits stand on both sides of a position. */
function isInWord(text: string, at: number): boolean {
  return OF_WORD.test(text.charAt(at - 1)) && OF_WORD.test(text.charAt(at));
}

/** Whether a text says itself that it has the words of another. */
function isMarked(text: string): boolean {
  return /^\s*["“«]?RT\s?[@＠:]/i.test(text) || findQuotation(text) !== undefined;
}

/** This many authors must each have one beginning of their own in the texts that have their posts. */
const ENOUGH = 3;
const MOST = 0.8;
const LONGEST_NAME = 40;

/**
 * Display names that no column has are found by what depends on whose post follows: `🔄 Ann Lee: ` before all posts of
 * Ann, and `🔄 Bob Dee: ` before all of Bob.
 */
export function withNamesFound(all: readonly ContainedPost[]): readonly ContainedPost[] {
  const groups = new Map<string, ContainedPost[]>();
  for (const each of all) {
    const known = groups.get(each.postAuthor);
    if (known) known.push(each);
    else groups.set(each.postAuthor, [each]);
  }
  const several = [...groups.values()].filter((group) => new Set(group.map(({ author }) => author)).size > 1);
  const own = several.flatMap((group) => {
    const [first] = group;
    return first && group.every(({ beside }) => beside === first.beside) ? [first.beside] : [];
  });
  if (new Set(own).size < ENOUGH || own.length < MOST * several.length) return all;
  const [from, to] = [commonStart(own), commonStart(own.map(reversed)).length];
  const last = (own[0] ?? '').slice((own[0] ?? '').length - to);
  return all.map((each) => {
    const name = each.beside.slice(from.length, each.beside.length - to);
    const isName =
      name !== '' && name.length <= LONGEST_NAME && each.beside.startsWith(from) && each.beside.endsWith(last);
    return isName ? { ...each, beside: `${from}${NAME_PLACE}${last}` } : each;
  });
}

function commonStart(texts: readonly string[]): string {
  const [first = '', ...others] = texts;
  let length = first.length;
  for (const other of others) while (!other.startsWith(first.slice(0, length))) length--;
  return first.slice(0, length);
}

function reversed(text: string): string {
  return [...text].reverse().join('');
}
