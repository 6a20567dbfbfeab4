/** The files that the examples of the documents are about, all made of the small fixture. */

import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import iconv from 'iconv-lite';
import { CAMPAIGNER, SMALL_DUMP } from '../fixture-cases.js';

type Row = Readonly<Record<string, string>>;

let made: string | undefined;

/** A new folder with yours.csv and those of the files that an example names. */
export function readersFolder(example: string): string {
  made ??= makeFiles();
  const folder = mkdtempSync(path.join(tmpdir(), 'trend-audit-reader-'));
  for (const name of readdirSync(made))
    if (name === 'yours.csv' || example.includes(name))
      cpSync(path.join(made, name), path.join(folder, name), { recursive: true });
  return folder;
}

function makeFiles(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'trend-audit-examples-'));
  const write = (name: string, content: string | Uint8Array): void => writeFileSync(path.join(folder, name), content);
  // The documents speak of one @somebody.
  const dump = readFileSync(SMALL_DUMP, 'utf8').replaceAll(CAMPAIGNER, 'somebody');
  const rows: readonly Row[] = parse(dump, { columns: true });
  const table = (columns: Row, some: readonly Row[] = rows, header = true): string =>
    stringify(
      some.map((row) => Object.values(columns).map((column) => row[column] ?? '')),
      { header, columns: Object.keys(columns) },
    );
  const usual = { account: 'user_screen_name', time: 'tweet_time', text: 'tweet_text' };
  const whole = Object.fromEntries(Object.keys(rows[0] ?? {}).map((column) => [column, column]));
  const half = rows.length / 2;

  write('yours.csv', dump);
  write('archive.csv', dump);
  mkdirSync(path.join(folder, 'folder-of-dumps'));
  write('folder-of-dumps/all.csv', dump);
  write('labels.csv', readFileSync(path.join(path.dirname(SMALL_DUMP), 'labels.csv')));
  write('monday.csv', table(whole, rows.slice(0, half)));
  write('tuesday.csv', table(whole, rows.slice(half)));
  mkdirSync(path.join(folder, 'dumps'));
  write('dumps/monday.csv', table(usual, rows.slice(0, half)));
  write('profiles.csv', table({ screen_name: 'user_screen_name', created_at: 'account_creation_date' }));
  write('wer.csv', table({ Wer: usual.account, Wann: usual.time, Was: usual.text, Dabei: 'account_creation_date' }));
  write('numbered.csv', table(usual, rows, false));
  write('old.csv', iconv.encode(table(usual), 'windows-1251'));
  write('images.csv', table({ ...usual, image_hash: 'tweetid' }));
  write(
    'dayfirst.csv',
    table(
      usual,
      rows.map((row) => ({ ...row, tweet_time: dayFirst(row['tweet_time'] ?? '') })),
    ),
  );
  write(
    'nested.json',
    JSON.stringify({
      data: {
        videos: rows.map((row) => ({
          author: { name: row[usual.account] },
          when: row[usual.time],
          desc: row[usual.text],
        })),
      },
    }),
  );
  write('key.txt', `${'0123456789abcdef'.repeat(4)}\n`);
  return folder;
}

/** `2014-02-28 07:18` as `28/02/2014 07:18`. */
function dayFirst(time: string): string {
  return time.replace(/^(\d+)-(\d+)-(\d+)/u, '$3/$2/$1');
}
