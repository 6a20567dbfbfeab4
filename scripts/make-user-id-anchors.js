/**
 * Makes src/time/account-age-anchors.ts from a table `user_id_rounded,created_at_utc,branch`:
 *
 *   node scripts/make-user-id-anchors.js user-id-anchors.csv
 */

import { readFileSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { parse } from 'csv-parse/sync';

const DAY = 86_400_000;
const PER_LINE = 8;
const BRANCHES = { single: 'SINGLE', low: 'LOW', high: 'HIGH', merged: 'MERGED' };

const [, , path] = process.argv;
if (path === undefined) throw new Error('name the table of anchors');
const rows = parse(readFileSync(path), { columns: true }).filter((row) => /^\d+$/.test(row.user_id_rounded));

const tables = Object.entries(BRANCHES).map(([branch, name]) => {
  const pairs = rows
    .filter((row) => row.branch === branch)
    .map((row) => [Number(row.user_id_rounded), Math.round(Date.parse(row.created_at_utc) / DAY)])
    .sort((a, b) => a[0] - b[0]);
  const lines = [];
  for (let at = 0; at < pairs.length; at += PER_LINE)
    lines.push(
      `  ${pairs
        .slice(at, at + PER_LINE)
        .map(([id, day]) => `[${id}, ${day}]`)
        .join(', ')},`,
    );
  return `export const ${name}: readonly Anchor[] = [\n${lines.join('\n')}\n];\n`;
});

writeFileSync(
  new URL('../src/time/account-age-anchors.ts', import.meta.url),
  `/**
 * Weekly anchors of user id against creation time, 2006–2016, computed from public data: facts to interpolate from,
 * rounded, and no row is an account. Made by scripts/make-user-id-anchors.js.
 *
 * Until 2013-10-21 there was one counter (\`SINGLE\`); then two ran in parallel (\`LOW\`, \`HIGH\`), in some weeks too close
 * together to be told apart (\`MERGED\`).
 */

/** A user id, rounded, and the day (since 1970, UTC) on which such ids were given. */
export type Anchor = readonly [id: number, day: number];

${tables.join('\n')}`,
);
