import { normalizeColumnName } from '../column-name.js';
import { isProfileHandle } from '../read-profiles.js';
import { type DatabaseTable, identifier, type SqliteDatabase } from './database.js';

/** A table of profiles, and how posts point to it. */
export interface ProfileJoin {
  readonly profiles: DatabaseTable;
  /** Column of the posts that names the author. */
  readonly column: string;
  /** The column of the profiles that it names. */
  readonly key: string;
}

/** Columns of posts that name their author. */
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

/**
 * The table of profiles that a table of posts points to, by a declared reference, else by the name of a column (`user_id`)
 * whose values are found there. None where the posts have their authors' handles themselves.
 */
export function findProfiles(database: SqliteDatabase, posts: DatabaseTable): ProfileJoin[] {
  for (const column of posts.columns) {
    const isAuthor = AUTHOR.has(normalizeColumnName(column));
    const declared = posts.references.get(column);
    if (!isAuthor && !declared) continue;
    for (const profiles of database.tables) {
      const [key] = profiles.key;
      if (profiles === posts || profiles.key.length !== 1 || key === undefined || !holdsProfiles(profiles)) continue;
      // A reference to what is no key would join each post with every profile that has the value.
      const points = declared
        ? declared.table.toLowerCase() === profiles.name.toLowerCase() &&
          (declared.column || key).toLowerCase() === key.toLowerCase()
        : isFoundIn(database, { posts, column, profiles, key });
      if (points && isAuthor) return [{ profiles, column, key }];
    }
  }
  return [];
}

function holdsProfiles({ columns }: DatabaseTable): boolean {
  return columns.some(isProfileHandle);
}

/** Whether of the first values of a column nine in ten are keys of another table: some profiles may be gone. */
function isFoundIn(
  database: SqliteDatabase,
  { posts, column, profiles, key }: { posts: DatabaseTable; column: string; profiles: DatabaseTable; key: string },
): boolean {
  const from = identifier(column);
  const [[values = '0', found = '0'] = []] = database.query(
    ['count(*)', `count(known.${identifier(key)})`],
    `FROM (SELECT DISTINCT ${from} AS value FROM (SELECT ${from} FROM ${identifier(posts.name)} WHERE ${from} IS NOT NULL LIMIT 2000)) AS own ` +
      `LEFT JOIN ${identifier(profiles.name)} AS known ON known.${identifier(key)} = own.value`,
  );
  return Number(values) > 0 && Number(found) >= 0.9 * Number(values);
}
