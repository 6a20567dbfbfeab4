import { stat } from 'node:fs/promises';
import { chooseTable, type NamedTable } from '../choose-table.js';
import type { Decoder, Task } from '../decoder-thread/reply.js';
import type { Row } from '../row.js';
import { type DatabaseTable, sqliteIdentifier, SqliteDatabase } from './database.js';
import { findProfiles, type ProfileJoin, profileTables } from './find-profiles.js';

/** Size of a batch in characters. */
const BATCH = 2 ** 20;
/** Number of rows between two calls of `beat`. */
const BEAT = 1000;

/**
 * Yields the rows of the table with the posts, in the order of the database. If the profiles of the authors are in a
 * separate table, they are joined.
 *
 * @throws DecodingError for a damaged file; TrendAuditError if no table holds posts
 */
export async function* decodeSqlite({ path, name, options }: Task, beat: () => void): Decoder {
  const database = SqliteDatabase.open(path);
  beat();
  try {
    const profiles = options.profiles === true ? [] : profileTables(database);
    const tables = database.tables
      .map((table) => {
        beat();
        return joined(database, table, profiles);
      })
      .toSorted((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
    const { table, notes } = await chooseTable(tables, 'table', { name, options }, beat);
    const rows = table.count;
    yield {
      kind: 'opened',
      columns: table.columns,
      rows,
      bytes: (await stat(path)).size,
      cells: rows * table.columns.length,
      notes: [...notes, ...table.joins.map(noteOn)],
    };
    let [batch, size, count]: [string[][], number, number] = [[], 0, 0];
    for (const cells of table.query()) {
      if (++count % BEAT === 0) beat();
      batch.push(cells);
      for (const cell of cells) size += cell.length + 1;
      if (size < BATCH) continue;
      yield { kind: 'rows', rows: batch, size };
      [batch, size] = [[], 0];
    }
    if (batch.length > 0) yield { kind: 'rows', rows: batch, size };
  } finally {
    database.close();
  }
}

interface JoinedTable extends NamedTable {
  /** Number of rows. */
  readonly count: number;
  readonly joins: readonly ProfileJoin[];
  readonly columns: readonly string[];
  /** Yields the cells of each row. */
  readonly query: () => Generator<string[]>;
}

/** @param among the tables of the database that may hold profiles */
function joined(database: SqliteDatabase, table: DatabaseTable, among: readonly DatabaseTable[]): JoinedTable {
  const joins = findProfiles(database, table, among);
  const columns = [
    ...table.columns.map((name) => ({ name, sql: `posts.${sqliteIdentifier(name)}` })),
    ...joins.flatMap(({ profiles }, j) =>
      profiles.columns.map((name) => ({ name: `user_${name}`, sql: `profiles${j}.${sqliteIdentifier(name)}` })),
    ),
  ];
  const from = [
    `FROM ${sqliteIdentifier(table.name)} AS posts`,
    ...joins.map(
      ({ profiles, column, key }, j) =>
        `LEFT JOIN ${sqliteIdentifier(profiles.name)} AS profiles${j} ON ` +
        `profiles${j}.${sqliteIdentifier(key)} = posts.${sqliteIdentifier(column)}`,
    ),
  ].join(' ');
  const names = columns.map(({ name }) => name);
  const query = (): Generator<string[]> =>
    database.query(
      columns.map(({ sql }) => sql),
      from,
    );
  async function* rows(): AsyncGenerator<Row[]> {
    yield [{ cells: names, line: 1 }];
    let line = 1;
    for (const cells of query()) yield [{ cells, line: ++line }];
  }
  return { name: table.name, count: countRows(database, table), joins, columns: names, query, rows };
}

function countRows(database: SqliteDatabase, { name }: DatabaseTable): number {
  const [[count = '0'] = []] = database.query(['count(*)'], `FROM ${sqliteIdentifier(name)}`);
  return Number(count);
}

function noteOn({ profiles, column }: ProfileJoin): string {
  return `Profiles of the authors were read from the table “${profiles.name}”, by “${column}”.`;
}
