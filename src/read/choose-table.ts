/** Chooses the table with the posts in a file with several tables (sheets of a workbook, tables of a database). */

import { TrendAuditError } from '../errors.js';
import { escapeControls } from '../text/escape-controls.js';
import { suggest } from '../text/suggest.js';
import { detectTable, type TableFile } from './detect-table.js';
import { HEADER_SEARCH_ROWS } from './find-header.js';
import { likenessToProfiles } from './profile-columns.js';
import type { Row } from './row.js';
import { takeBatches } from './streams.js';

export interface NamedTable {
  readonly name: string;
  /** Returns a new generator of its rows on each call, from the first row on, including the header. */
  readonly rows: () => AsyncGenerator<Row[]>;
}

export interface ChosenTable<Table> {
  readonly table: Table;
  /** For the reader of the result: what was chosen, and which other tables hold posts. */
  readonly notes: readonly string[];
}

/** The number of rows from which it is decided whether a table holds posts. */
const TRIED_ROWS = 500;
/**
 * A limit for hostile files: real files have less than a tenth as many tables, and trying one costs some
 * milliseconds.
 */
const MAX_TRIED = 1000;

/** How a table was selected among several with posts, for the note. */
const ORDER = {
  sheet: 'the first that holds some',
  table: 'the one with the most rows of those that hold some',
} as const;

/**
 * Chooses the first table that holds posts, or the one that the user names with `--sheet`.
 *
 * @param noun `sheet` or `table`
 * @param onTried called before each table, to report progress
 * @throws TrendAuditError if no table holds posts: what is missing in the table most similar to posts
 */
export async function chooseTable<Table extends NamedTable>(
  tables: readonly Table[],
  noun: 'sheet' | 'table',
  file: Pick<TableFile, 'name' | 'options'>,
  onTried: () => void = () => undefined,
): Promise<ChosenTable<Table>> {
  const { sheet: wanted } = file.options;
  if (wanted !== undefined) return { table: byName(tables, wanted, noun, file.name), notes: [] };
  const [first, ...others] = tables;
  if (first === undefined)
    throw new TrendAuditError('empty', `has no ${noun} with rows in it`, {
      file: file.name,
      hint: 'give a dump with a header and at least one post below it',
    });
  if (others.length === 0) return { table: first, notes: [] };
  if (file.options.profiles === true) return { table: await mostLikeProfiles(tables), notes: [] };
  const withPosts: Table[] = [];
  const without: Table[] = [];
  const failures: TrendAuditError[] = [];
  for (const table of tables.slice(0, MAX_TRIED)) {
    onTried();
    const failure = await whyNoPosts(table, file);
    if (!failure) withPosts.push(table);
    else if (failure.code !== 'empty') {
      without.push(table);
      failures.push(failure);
    }
  }
  const [chosen, ...more] = withPosts;
  if (chosen === undefined) throw noneHolds(tables, failures, noun, file.name);
  return { table: chosen, notes: notesOn(chosen, more, without, noun) };
}

/** The table whose column names are most like those of profiles; the first table if none is. */
async function mostLikeProfiles<Table extends NamedTable>(tables: readonly Table[]): Promise<Table> {
  let best: { table: Table; likeness: number } | undefined;
  for (const table of tables.slice(0, MAX_TRIED)) {
    const batches = firstRows(table.rows());
    const rows = await takeBatches(batches, (taken) => taken.length > 0);
    await batches.return(undefined);
    const likeness = Math.max(0, ...rows.slice(0, HEADER_SEARCH_ROWS).map(({ cells }) => likenessToProfiles(cells)));
    if (!best || likeness > best.likeness) best = { table, likeness };
  }
  if (!best) throw new Error('there is no table');
  return best.table;
}

function notesOn(
  chosen: NamedTable,
  more: readonly NamedTable[],
  without: readonly NamedTable[],
  noun: keyof typeof ORDER,
): string[] {
  const read = `Posts were read from the ${noun} ${quoted(chosen.name)}`;
  if (more.length > 0)
    return [
      `${read}, ${ORDER[noun]}. ${listed(more)} ` +
        `${more.length === 1 ? 'holds posts as well and was' : 'hold posts as well and were'} not read: ` +
        '--sheet names another.',
    ];
  return without.length === 0 ? [] : [`${read}; ${listed(without)} ${without.length === 1 ? 'holds' : 'hold'} none.`];
}

/** Why a table holds no posts; undefined if it does. */
async function whyNoPosts(
  { rows }: NamedTable,
  file: Pick<TableFile, 'name' | 'options'>,
): Promise<TrendAuditError | undefined> {
  const batches = firstRows(rows());
  try {
    await detectTable(batches, file, undefined);
    return undefined;
  } catch (error) {
    if (error instanceof TrendAuditError && error.code !== 'too-large') return error;
    throw error;
  } finally {
    await batches.return(undefined);
  }
}

async function* firstRows(batches: AsyncGenerator<Row[]>): AsyncGenerator<Row[]> {
  let left = TRIED_ROWS;
  for await (const rows of batches) {
    yield rows.slice(0, left);
    left -= rows.length;
    if (left <= 0) return;
  }
}

function byName<Table extends NamedTable>(tables: readonly Table[], wanted: string, noun: string, file: string): Table {
  const found =
    tables.find(({ name }) => name === wanted) ??
    tables.find(({ name }) => name.toLowerCase() === wanted.trim().toLowerCase());
  if (found) return found;
  const near = suggest(
    wanted,
    tables.map(({ name }) => name),
  );
  throw new TrendAuditError('usage', `--sheet: there is no ${noun} ${quoted(wanted)}`, {
    file,
    hint: near === undefined ? `its ${noun}s are ${listed(tables)}` : `did you mean --sheet ${quoted(near)}?`,
    unquoted: { hint: `look at the names of its ${noun}s` },
  });
}

/** The error for a file without posts: prefers a table that lacks single columns to one that lacks all. */
function noneHolds(
  tables: readonly NamedTable[],
  failures: readonly TrendAuditError[],
  noun: string,
  file: string,
): TrendAuditError {
  const [nearest = failures[0]] = failures.filter(({ code }) => code === 'missing-column');
  return new TrendAuditError(
    nearest?.code ?? 'not-posts',
    `has no ${noun} that holds posts, of ${listed(tables)}${nearest ? `: one ${nearest.message}` : ''}`,
    {
      file,
      hint:
        `name the ${noun} with --sheet, and its columns with --map account=COLUMN --map time=COLUMN ` +
        '--map text=COLUMN',
      unquoted: { message: `has no ${noun} that holds posts` },
    },
  );
}

function quoted(name: string): string {
  const letters = [...escapeControls(name)];
  return `“${letters.length > 60 ? `${letters.slice(0, 59).join('')}…` : letters.join('')}”`;
}

const LISTED = 10;

function listed(tables: readonly NamedTable[]): string {
  const names = tables.slice(0, LISTED).map(({ name }) => quoted(name));
  const more = tables.length - names.length;
  return `${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
