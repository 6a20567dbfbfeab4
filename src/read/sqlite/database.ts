import sqlite from 'node-sqlite3-wasm';
import { DecodingError } from '../decoder-thread/decoding-error.js';
import { valueText } from './value-text.js';

const { Database } = sqlite;
type Database = InstanceType<typeof Database>;

/** A table that is one, no view, no index of full texts, and none of SQLite's own. */
export interface DatabaseTable {
  readonly name: string;
  readonly columns: readonly string[];
  /** The columns that are its primary key. */
  readonly key: readonly string[];
  /** Columns that are declared to point to another table: its name, and the column there ('' for its key). */
  readonly references: ReadonlyMap<string, { readonly table: string; readonly column: string }>;
}

/**
 * An SQLite database, read by SQLite itself as WebAssembly: nothing of a hostile file leaves the sandbox, and nothing
 * is installed or compiled. Nothing in it is run: views, triggers and generated columns are left out.
 */
export class SqliteDatabase {
  readonly #database: Database;
  readonly tables: readonly DatabaseTable[];

  private constructor(database: Database) {
    this.#database = database;
    this.tables = this.#readTables();
  }

  /** @throws DecodingError for what is damaged; errors of the library */
  static open(path: string): SqliteDatabase {
    const database = new Database(path, { readOnly: true });
    try {
      const opened = new SqliteDatabase(database);
      // Every page once: what is damaged is found before the first row is given, and no page can be reached twice.
      const [check = 'it cannot be checked'] = Object.values(database.get('PRAGMA quick_check(1)') ?? {});
      if (check !== 'ok') throw new DecodingError(String(check).split('\n', 1)[0] ?? '');
      return opened;
    } catch (error) {
      database.close();
      throw error;
    }
  }

  /**
   * The rows of a statement that only reads, each value as text.
   *
   * @param values what is selected, as SQL
   * @param from the rest of the statement
   */
  *query(values: readonly string[], from: string): Generator<string[]> {
    // Named by number: two columns may have one name.
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
    // An index of words keeps its data in tables that are called after it.
    const own = ['sqlite', ...all.flatMap(([name = '', type]) => (type === 'virtual' ? [name] : []))];
    return all
      .filter(([name = '', type]) => type === 'table' && !own.some((index) => name.startsWith(`${index}_`)))
      .map(([name = '']) => this.#describe(name))
      .filter(({ columns }) => columns.length > 0);
  }

  #describe(name: string): DatabaseTable {
    // A `hidden` of 0: neither generated nor of a virtual table.
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

/** A name as SQL has it. */
export function sqliteIdentifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
