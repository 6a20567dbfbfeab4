import { array, assert, asyncProperty, constantFrom, integer, record, shuffledSubarray, uniqueArray } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readText } from './collect.js';

/** A dump as a table: 12 to 40 posts of at most six accounts, one of which at least posts twice. */
const posts = array(
  record({
    account: integer({ min: 0, max: 5 }),
    /** Seconds after the one before. */
    gap: integer({ min: 1, max: 40_000 }),
    word: constantFrom('river', 'lantern', 'bridge', 'candle', 'paper', 'boat'),
  }),
  { minLength: 12, maxLength: 40 },
);

const NAMES = {
  id: ['id', 'tweet_id', 'status_id', 'post_id', 'message_id'],
  account: ['user_id', 'author_id', 'account_id', 'userid'],
  handle: ['username', 'screen_name', 'user', 'author', 'handle', 'account'],
  time: ['created_at', 'date', 'timestamp', 'datetime', 'time', 'posted_at', 'publish_date', 'created', 'when posted'],
  text: ['text', 'content', 'tweet', 'message', 'body', 'full_text', 'post'],
} as const;

const START = Date.UTC(2021, 4, 14, 18, 3, 7);
const ACCOUNTS = ['lina_w', 'otto_h', 'mira_s', 'tomas_k', 'yara_b', 'pia_m'];
const two = (part: number): string => String(part).padStart(2, '0');

/** How a moment can be written so that nothing is lost. */
const STYLES: Readonly<Record<string, (time: Date) => string>> = {
  iso: (time) => time.toISOString(),
  plain: (time) => time.toISOString().slice(0, 19).replace('T', ' '),
  unix: (time) => String(time.getTime() / 1000),
  milliseconds: (time) => String(time.getTime()),
  twitter: (time) =>
    `${time.toUTCString().slice(0, 3)} ${time.toUTCString().slice(8, 11)} ${two(time.getUTCDate())} ${time.toISOString().slice(11, 19)} +0000 ${time.getUTCFullYear()}`,
  'day first': (time) =>
    `${two(time.getUTCDate())}/${two(time.getUTCMonth() + 1)}/${time.getUTCFullYear()} ${time.toISOString().slice(11, 19)}`,
  offset: (time) => `${new Date(time.getTime() + 19_800_000).toISOString().slice(0, 19)}+05:30`,
};

const NO_ID = 0;

/** Columns that are none of a post's own, by what they hold in a row of an account. */
const DECOYS: Readonly<Record<string, (row: number, account: number, time: number) => string>> = {
  scraped_at: (row) => new Date(START + 90 * 86_400_000 + row * 1000).toISOString(),
  collected: () => '2021-09-01 00:00:00',
  annotated_at: (row) => new Date(START + 100 * 86_400_000 + ((row * 7919) % 9000) * 1000).toISOString(),
  user_created_at: (_, account) => new Date(Date.UTC(2012 + account, account, 3, 4, 5, 6)).toISOString(),
  created_date: () => '2021-09-01',
  'display name': (_, account) => ['Lina W', 'Lina W', 'Mira Sol', 'Tomas', 'Yara B.', 'Pia Möller'][account] ?? '',
  worker: (row) => String(70 + (row % 3)),
  query_id: () => '5',
  likes: (row) => String((row * 31) % 17),
};

const how = record({
  names: record({
    id: constantFrom(...NAMES.id),
    account: constantFrom(...NAMES.account),
    handle: constantFrom(...NAMES.handle),
    time: constantFrom(...NAMES.time),
    text: constantFrom(...NAMES.text),
  }),
  style: constantFrom(...Object.keys(STYLES)),
  decoys: shuffledSubarray(Object.keys(DECOYS)),
  order: uniqueArray(integer({ min: 0, max: 1000 }), { minLength: 20, maxLength: 20 }),
  without: constantFrom('nothing', 'id', 'account'),
});

/** The platform's own id of a moment. */
function idOf(time: number, row: number): string {
  return String(((BigInt(time) - 1_288_834_974_657n) << 22n) + BigInt(row * 4099 + 11));
}

describe('a dump with its columns renamed, joined by decoys, in any style of dates', () => {
  it('gives the same posts', async () => {
    await assert(
      asyncProperty(posts, how, async (drawn, { names, style, decoys, order, without }) => {
        let time = START;
        const rows = drawn.map(({ account, gap, word }, row) => {
          time += gap * 1000;
          return { id: idOf(time, row), account, time, text: `the ${word} of tonight number ${row} #lanterns` };
        });
        const columns: Record<string, (row: (typeof rows)[number], index: number) => string> = {
          ...(without === 'id' ? {} : { [names.id]: ({ id }) => id }),
          ...(without === 'account' ? {} : { [names.account]: ({ account }) => String(7_100_000_011 + account * 97) }),
          [names.handle]: ({ account }) => ACCOUNTS[account] ?? '',
          [names.time]: (row) => STYLES[style]?.(new Date(row.time)) ?? '',
          [names.text]: ({ text }) => text,
          ...Object.fromEntries(
            decoys.map((name) => [name, (row, index) => DECOYS[name]?.(index, row.account, row.time) ?? '']),
          ),
        };
        const header = Object.keys(columns).sort(
          (a, b) => (order[a.length % 20] ?? NO_ID) - (order[b.length % 20] ?? NO_ID) || (a < b ? -1 : 1),
        );
        const text = [
          header.join(','),
          ...rows.map((row, index) => header.map((name) => columns[name]?.(row, index) ?? '').join(',')),
        ].join('\n');
        const { posts: found } = await readText(`${text}\n`);
        const told = found.map((post) => [post.time, post.account.handle, post.text]);
        const wanted = rows.map((row) => [row.time, ACCOUNTS[row.account] ?? '', row.text]);
        expect(told).toEqual(wanted);
      }),
      { numRuns: 120 },
    );
  });
});
