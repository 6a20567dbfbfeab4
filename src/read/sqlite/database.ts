import sqlite from 'node-sqlite3-wasm';
import { DecodingError } from '../decoder-thread/decoding-error.js';
import { valueText } from './value-text.js';

const { Database } = sqlite;
type Database = InstanceType<typeof Database>;

/** An ordinary table: not a view, a full-text index or one of SQLite's internal tables. */
export interface DatabaseTable {
  readonly name: string;
  readonly columns: readonly string[];
  /** The columns of its primary key. */
  readonly key: readonly string[];
  /** The declared foreign keys by column: the other table's name, and the column there ('' for its primary key). */
  readonly references: ReadonlyMap<string, { readonly table: string; readonly column: string }>;
}

/**
 * An SQLite database, read by SQLite compiled to WebAssembly: a hostile file cannot escape the sandbox, and nothing
 * needs to be installed or compiled. No code in the file is run: views, triggers and generated columns are left out.
 */
export class SqliteDatabase {
  readonly #database: Database;
  readonly tables: readonly DatabaseTable[];

  private constructor(database: Database) {
    this.#database = database;
    this.tables = this.#readTables();
  }

  /** @throws DecodingError for a damaged file, or errors of the library */
  static open(path: string): SqliteDatabase {
    const database = new Database(path, { readOnly: true });
    try {
      const opened = new SqliteDatabase(database);
      // Checks every page once: damage is found before the first row is returned, and no page can be reached twice.
      const [check = 'it cannot be checked'] = Object.values(database.get('PRAGMA quick_check(1)') ?? {});
      if (check !== 'ok') throw new DecodingError(String(check).split('\n', 1)[0] ?? '');
      return opened;
    } catch (error) {
      database.close();
      throw error;
    }
  }

  /**
   * The rows of a read-only statement, each value as text.
   *
   * @param values the selected SQL expressions
   * @param from the rest of the statement
   */
  *query(values: readonly string[], from: string): Generator<string[]> {
    // Named by number, because two columns may have the same name.
    const selected = values.map((value, at) => `${value} AS c${at}`);
    const statement = this.#database.prepare(`SELECT ${selected.join(', ')} ${from}`);
    try {
      for (const row of statement.iterate()) yield Object.values(row).map(valueText);
    } finally {
      statement.finalize();
    }
  }

  close(): void {
    this.#database.close();
  }

  #readTables(): DatabaseTable[] {
    for (const pragma of ['trusted_schema = OFF', 'query_only = ON', 'cell_size_check = ON'])
      this.#database.exec(`PRAGMA ${pragma}`);
    const all = [...this.query(['name', 'type'], `FROM pragma_table_list WHERE schema = 'main'`)];
    // A full-text index stores its data in tables whose names begin with its own name.
    const own = ['sqlite', ...all.flatMap(([name = '', type]) => (type === 'virtual' ? [name] : []))];
    return all
      .filter(([name = '', type]) => type === 'table' && !own.some((index) => name.startsWith(`${index}_`)))
      .map(([name = '']) => this.#describe(name))
      .filter(({ columns }) => columns.length > 0);
  }

  #describe(name: string): DatabaseTable {
    // `hidden` 0: neither generated nor a hidden column of a virtual table.
    const columns = [...this.query(['name', 'pk'], `FROM pragma_table_xinfo(${literal(name)}) WHERE hidden = 0`)];
    const references = this.query(['"from"', '"table"', '"to"'], `FROM pragma_foreign_key_list(${literal(name)})`);
    return {
      name,
      columns: columns.map(([column = '']) => column),
      key: columns.filter(([, key]) => key !== '0').map(([column = '']) => column),
      references: new Map([...references].map(([from = '', table = '', column = '']) => [from, { table, column }])),
    };
  }
}

/** A name as an SQL identifier. */
export function sqliteIdentifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
