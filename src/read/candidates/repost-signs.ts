/**
 * Finds a column that tells which rows are reposts by what these have: texts that another account posted before. It may
 * have any name, and codes or words of any language.
 */

import { idsOfUrl, readId } from '../ids.js';
import { preview } from '../row-counts.js';
import { isBoolean } from '../values.js';
import { OF_KINDS } from './by-words.js';
import { type ColumnChoice, quoteName } from './column-choice.js';
import { type ColumnValues, timesOf } from './column-values.js';
import { postIds, rowAuthors } from './row-identities.js';
import { OF_ANALYSTS, OF_REPOSTS } from './second-accounts.js';

/** The cells of the column `retweet` that stand for a repost, if they are no yes and no: these, or any that is filled. */
export type RepostSign = ReadonlySet<string> | 'filled';

/** Shorter texts are the same by chance. */
const SHORTEST = 15;
/** This many texts must stand first in a row without the sign, and then in rows with it. */
const ENOUGH = 5;
/** At most this share of the texts that several accounts have may contradict. */
const FEW = 0.1;
/** At least this share of the rows with the sign must have a text that another row has. */
const LEAST_SHARED = 0.3;
/** At least this share of the ids that differ must be those of the posts with the same text. */
const MOST_NAMED = 0.8;
/** A column of kinds has few values. */
const MOST_VALUES = 12;
/** This share of the rows at most is filled in a column that only reposts fill. */
const MOST_FILLED = 0.9;
/** This many accounts must have rows with the sign and rows without. */
const ENOUGH_ACCOUNTS = 3;

/** The rows of one text that several accounts posted, the earliest first. */
type SharedText = readonly number[];

/** Whether a cell has the sign. */
export function hasSign(sign: RepostSign, cell: string): boolean {
  return sign === 'filled' ? cell !== '' : sign.has(cell);
}

/**
 * Takes the column that tells reposts, if no other column and no mark in the texts does, or adds a note on a column that
 * may. Returns what in it stands for a repost.
 */
export function findRepostSign(choice: ColumnChoice): RepostSign | undefined {
  const { plan, places, notes } = choice;
  if (OF_REPOSTS.some((field) => places[field] ?? plan.mapped.has(field)) || plan.mapped.has('text')) return undefined;
  const rows = new SharedRows(choice);
  if (rows.shared.length < ENOUGH) return undefined;
  const ofPosts = choice.columnsExcept(choice.used()).find((column) => rows.areIdsOfOriginals(column));
  if (ofPosts) {
    choice.set('retweeted_id', ofPosts);
    notes.push(
      `${quoteName(ofPosts)} is the id of another post in rows whose texts other accounts posted before: these were read as ` +
        'reposts. --map retweeted_id= overrides this.',
    );
    return undefined;
  }
  const columns = choice
    .columnsExcept(new Set([...choice.used()].filter((at) => at !== places.quote?.[0])))
    .filter(({ name }) => name !== '');
  const found = columns.flatMap((column) => rows.signIn(column) ?? []);
  found.sort((a, b) => b.score - a.score);
  const best = found.find(({ column }) => !OF_FINDINGS.test(column.name)) ?? found[0];
  if (!best) {
    noteUnreadKinds(columns, rows, notes);
    return undefined;
  }
  const { column, sign } = best;
  const what =
    sign === 'filled' ? 'filled' : [...sign].map((value) => (value === '' ? 'empty' : preview(value))).join();
  const why = `${quoteName(column)} is ${what} in rows whose texts other accounts posted before`;
  if (OF_FINDINGS.test(column.name)) {
    notes.push(
      `${why}, and was not read: if these are reposts, ` +
        (column.cells.every(isBoolean)
          ? '--map retweet=COLUMN reads it.'
          : 'write it as yes and no, and name it with --map retweet=COLUMN.'),
    );
    return undefined;
  }
  if (sign === 'filled' && rows.nameOriginals(column)) {
    choice.set('retweeted_id', column);
    notes.push(
      `${why}, and has the ids of these posts: the rows were read as reposts. --map retweeted_id= overrides this.`,
    );
    return undefined;
  }
  choice.set('retweet', column);
  notes.push(`${why}: these were read as reposts. --map retweet= overrides this.`);
  return sign;
}

/** What stands for a repost in a column that was taken for it, if it is no yes and no. */
export function repostSignOf(choice: ColumnChoice): RepostSign | undefined {
  const { plan, places } = choice;
  const [at] = places.retweet ?? [];
  if (at === undefined || plan.mapped.has('retweet') || plan.format.name !== 'generic') return undefined;
  const column = choice.column(at);
  return column.cells.every(isBoolean) && !OF_OWN.test(column.name)
    ? undefined
    : new SharedRows(choice).signIn(column)?.sign;
}

/** Names of counts. */
const OF_COUNTS =
  /count|like|favou?rit|share[sd]?$|views?$|follow|friend|reaction|comments?$|replies|number|retweets$|rank/i;

/** Whether a column has few values, and no counts: copies may have fewer likes than what was copied. */
function mayBeKinds({ name, cells, distinct }: ColumnValues): boolean {
  if (distinct > MOST_VALUES) return false;
  if (!cells.every((cell) => /^[\d.,]*$/.test(cell))) return true;
  return !OF_COUNTS.test(name) && (distinct <= 2 || OF_KINDS.test(name));
}

/** Names of columns that say no in rows of reposts. */
const OF_OWN = /own|orig|self|nativ|first.?hand|auth/i;

/** Names of what an analyst found out about a post, which may depend on whether its text is a copy. */
const OF_FINDINGS = new RegExp(
  String.raw`${OF_ANALYSTS.source}|dup|repeat|identic|unique|redundan|plagia|(?:^|[^a-z])same|label|(?:^|[^a-z])class|spam|bot(?:$|[^a-z])|troll|coord|suspic|fake|camp|annot|coder|sentim|stance|topic|score|prob`,
  'i',
);

/** Adds a note on a column that is called by the kinds of posts and has values that are no known words for these. */
function noteUnreadKinds(columns: readonly ColumnValues[], rows: SharedRows, notes: string[]): void {
  const column = columns.find(
    (each) =>
      OF_KINDS.test(each.name) &&
      !OF_FINDINGS.test(each.name) &&
      each.distinct >= 2 &&
      each.distinct <= MOST_VALUES &&
      each.filled > each.cells.length / 2 &&
      each.cells.every((cell) => cell.length <= LONGEST_KIND) &&
      rows.mayTell(each),
  );
  if (!column) return;
  const values = [...new Set(column.cells)].filter((cell) => cell !== '').slice(0, 4);
  notes.push(
    `${quoteName(column)} (${values.map(preview).join(', ')}) was not read: if it tells which posts are reposts, their ` +
      'texts count as the accounts’ own. Write it in words (original, repost), or as yes and no for --map retweet=COLUMN.',
  );
}

const LONGEST_KIND = 30;

interface FoundSign {
  readonly column: ColumnValues;
  readonly sign: RepostSign;
  /** The share of its rows that have the text of another row. */
  readonly score: number;
}

/** The rows whose texts several accounts posted, and what a sign would say about them. */
class SharedRows {
  readonly shared: readonly SharedText[];
  readonly #authors: readonly string[];
  readonly #ids: readonly string[];
  readonly #times: readonly (number | undefined)[];

  constructor(choice: ColumnChoice) {
    const { places, rows } = choice;
    this.#authors = rowAuthors(rows, places).map((author) => author.toLowerCase());
    this.#ids = postIds(rows, places);
    const [at] = places.time ?? [];
    this.#times = (at === undefined ? undefined : timesOf(choice.column(at)))?.times ?? [];
    const columns = (places.text ?? []).map((place) => choice.column(place).cells);
    const groups = new Map<string, number[]>();
    rows.forEach((_, row) => {
      const text = columns.map((cells) => cells[row] ?? '').find((cell) => cell !== '') ?? '';
      if (text.length < SHORTEST || MARKED.test(text) || (this.#authors[row] ?? '') === '') return;
      const known = groups.get(text);
      if (known) known.push(row);
      else groups.set(text, [row]);
    });
    this.shared = [...groups.values()]
      .filter((group) => new Set(group.map((row) => this.#authors[row])).size > 1)
      .map((group) => group.sort((a, b) => (this.#times[a] ?? 0) - (this.#times[b] ?? 0)));
  }

  /** The surest sign in a column; undefined if none of its values tells reposts. */
  signIn(column: ColumnValues): FoundSign | undefined {
    const signs: RepostSign[] = [];
    if (mayBeKinds(column))
      for (const value of new Set(column.cells))
        if (
          (value !== '' || column.distinct === 1) &&
          (!/^(?:0(?:\.0)?|false|f|no|n)$/i.test(value) || OF_OWN.test(column.name) || OF_KINDS.test(column.name))
        )
          signs.push(new Set([value]));
    if (column.filled < MOST_FILLED * column.cells.length) signs.push('filled');
    const found = signs.flatMap((sign) => {
      const score = this.#score(column, sign);
      return score === undefined ? [] : [{ column, sign, score }];
    });
    return found.sort((a, b) => b.score - a.score)[0];
  }

  /** Whether shared texts stand in rows with different values of a column, and its values differ within accounts. */
  mayTell(column: ColumnValues): boolean {
    const several = this.shared.filter((group) => new Set(group.map((row) => column.cells[row])).size > 1);
    return several.length >= ENOUGH && this.#differsWithin((row) => column.cells[row] ?? '') >= ENOUGH_ACCOUNTS;
  }

  /** Whether the cells of reposts are the ids or addresses of the posts that have their text. */
  nameOriginals({ cells }: ColumnValues): boolean {
    let [named, of] = [0, 0];
    for (const [first = 0, ...others] of this.shared)
      for (const row of others) {
        const cell = cells[row] ?? '';
        if (cell === '' || this.#ids[first] === '') continue;
        of++;
        if ((idsOfUrl(cell)?.id ?? readId(cell)) === this.#ids[first]) named++;
      }
    return named >= ENOUGH && named > of / 2;
  }

  /** Whether a column repeats the id of most rows, and has in others the id of the post with their text. */
  areIdsOfOriginals({ cells, filled }: ColumnValues): boolean {
    if (filled < cells.length / 2) return false;
    const same = cells.filter((cell, row) => cell !== '' && readId(cell) === this.#ids[row]).length;
    let [named, of] = [0, 0];
    for (const [first = 0, ...others] of this.shared)
      for (const row of others) {
        const id = readId(cells[row] ?? '');
        if (id === '' || id === this.#ids[row] || this.#authors[row] === this.#authors[first]) continue;
        of++;
        if (id === this.#ids[first]) named++;
      }
    return same * 2 >= cells.length && named >= ENOUGH && named >= MOST_NAMED * of && same + of >= MOST_NAMED * filled;
  }

  /** The share of the rows with the sign that have a shared text; undefined if the rows contradict it. */
  #score(column: ColumnValues, sign: RepostSign): number | undefined {
    const has = (row: number): boolean => hasSign(sign, column.cells[row] ?? '');
    let [first, alone, contradicting, rows] = [0, 0, 0, 0];
    for (const group of this.shared) {
      const others = group.filter((row) => !has(row));
      const [original] = others;
      if (original === undefined) alone++;
      else if (others.some((row) => this.#authors[row] !== this.#authors[original])) contradicting++;
      else if (others.length < group.length) {
        if (group.some((row) => has(row) && this.#isBefore(row, original))) contradicting++;
        else first++;
      } else continue;
      rows += group.length - others.length;
    }
    const of = column.cells.filter((_, row) => has(row)).length;
    const isProven =
      first >= ENOUGH &&
      contradicting <= FEW * (first + contradicting) &&
      first >= alone &&
      rows >= LEAST_SHARED * of &&
      this.#differsWithin((row) => String(has(row))) >= ENOUGH_ACCOUNTS;
    return isProven ? rows / of : undefined;
  }

  #isBefore(row: number, other: number): boolean {
    const [time, its] = [this.#times[row], this.#times[other]];
    return time !== undefined && its !== undefined && time < its;
  }

  /** The number of accounts whose rows have different values. */
  #differsWithin(value: (row: number) => string): number {
    const first = new Map<string, string>();
    const differing = new Set<string>();
    this.#authors.forEach((author, row) => {
      if (author === '') return;
      const known = first.get(author);
      if (known === undefined) first.set(author, value(row));
      else if (known !== value(row)) differing.add(author);
    });
    return differing.size;
  }
}

/** Texts that say themselves that they are reposts. */
const MARKED = /^\s*["“«]?RT\s?[@＠:]/i;
