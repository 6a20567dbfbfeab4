import { normalizeColumnName } from '../column-name.js';
import { isProfileHandle } from '../profile-columns.js';
import { type DatabaseTable, sqliteIdentifier, type SqliteDatabase } from './database.js';

/** A table of profiles, and the columns by which posts refer to it. */
export interface ProfileJoin {
  readonly profiles: DatabaseTable;
  /** The column of the posts that identifies the author. */
  readonly column: string;
  /** The column of the profiles to which it refers. */
  readonly key: string;
}

/** Column names of posts that identify their author. */
const AUTHOR = new Set(
  [
    'user',
    'user_id',
    'userid',
    'author',
    'author_id',
    'account',
    'account_id',
    'owner_id',
    'uid',
    'from_id',
    'sender_id',
  ].map(normalizeColumnName),
);

/** Names that look like a foreign key to the author: `user_fk`, `author_ref`, `account_pk`. */
const AUTHOR_KEY =
  /^(?:tweet_?|post_?)?(?:user|author|account|owner|sender|profile|poster)s?_?(?:fk|ref|key|pk|row_?id|id_fk|no|num)$/i;

/**
 * The maximum number of profile tables tested for a column; each takes half a millisecond. If there are more, those
 * with a name similar to the column's come first.
 */
const MOST_TRIED = 8;

/** The tables of a database that may hold profiles. */
export function profileTables(database: SqliteDatabase): DatabaseTable[] {
  return database.tables.filter((table) => table.key.length === 1 && table.columns.some(isProfileHandle));
}

/** The tables to which a column may refer, those with a similar name first: `user_id` and `users`. */
function nearest(all: readonly DatabaseTable[], column: string): DatabaseTable[] {
  if (all.length <= MOST_TRIED) return [...all];
  const [stem] = [normalizeColumnName(column).replace(/id$/, '')];
  const isNear = ({ name }: DatabaseTable): boolean => stem !== '' && normalizeColumnName(name).startsWith(stem);
  return [...all.filter(isNear), ...all.filter((table) => !isNear(table))].slice(0, MOST_TRIED);
}

/**
 * Finds the profile table to which a table of posts refers: by a declared foreign key, else by the name of a column
 * (`user_id`) whose values occur there.
 */
export function findProfiles(
  database: SqliteDatabase,
  posts: DatabaseTable,
  among: readonly DatabaseTable[],
): ProfileJoin[] {
  for (const column of posts.columns) {
    const isAuthor = AUTHOR.has(normalizeColumnName(column)) || AUTHOR_KEY.test(column);
    const declared = posts.references.get(column);
    if (!isAuthor) continue;
    const mayBe = declared
      ? among.filter(({ name }) => name.toLowerCase() === declared.table.toLowerCase())
      : nearest(among, column);
    for (const profiles of mayBe) {
      const [key] = profiles.key;
      if (profiles === posts || key === undefined) continue;
      // A reference to a column that is not a key would join each post with every profile with that value.
      const points = declared
        ? (declared.column || key).toLowerCase() === key.toLowerCase()
        : isFoundIn(database, { posts, column, profiles, key });
      if (points) return [{ profiles, column, key }];
    }
  }
  return [];
}

/** Whether 90% of the first values of a column are keys of another table: some profiles may be missing. */
function isFoundIn(
  database: SqliteDatabase,
  { posts, column, profiles, key }: { posts: DatabaseTable; column: string; profiles: DatabaseTable; key: string },
): boolean {
  const from = sqliteIdentifier(column);
  const [[values = '0', found = '0'] = []] = database.query(
    ['count(*)', `count(known.${sqliteIdentifier(key)})`],
    `FROM (SELECT DISTINCT ${from} AS value FROM (SELECT ${from} FROM ` +
      `${sqliteIdentifier(posts.name)} WHERE ${from} IS NOT NULL LIMIT 2000)) AS own ` +
      `LEFT JOIN ${sqliteIdentifier(profiles.name)} AS known ON known.${sqliteIdentifier(key)} = own.value`,
  );
  return Number(values) > 0 && Number(found) >= 0.9 * Number(values);
}
