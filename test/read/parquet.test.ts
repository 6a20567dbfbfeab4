import { parquetWriteBuffer } from 'hyparquet-writer';
import { describe, expect, it } from 'vitest';
import { readBytes, readFile, readText } from './collect.js';
import { temporaryFile } from './temporary.js';

const MANY = 120_000;
const index = Array.from({ length: MANY }, (_, at) => at);
const START = Date.UTC(2020, 3, 19, 19, 22, 23);

const written = temporaryFile('file.parquet');

function parquet(rows: readonly number[]): Uint8Array {
  return new Uint8Array(
    parquetWriteBuffer({
      rowGroupSize: 70_000,
      columnData: [
        {
          name: 'tweetid',
          data: rows.map((at) => 1_251_954_312_772_812_001n + BigInt(at) * 4_194_304_001n),
          type: 'INT64',
        },
        { name: 'userid', data: rows.map((at) => BigInt(100 + (at % 50))), type: 'INT64' },
        { name: 'user_screen_name', data: rows.map((at) => `user${at % 50}`), type: 'STRING' },
        { name: 'tweet_time', data: rows.map((at) => new Date(START + at * 1000)), type: 'TIMESTAMP' },
        {
          name: 'tweet_text',
          data: rows.map((at) => (at % 7 === 0 ? 'привет, #тег' : `hello "${at}"`)),
          type: 'STRING',
        },
      ],
    }),
  );
}

describe('Parquet', () => {
  it('gives the same posts as the same table in CSV, over slices and row groups', async () => {
    const lines = index.map(
      (at) =>
        `${1_251_954_312_772_812_001n + BigInt(at) * 4_194_304_001n},${100 + (at % 50)},user${at % 50},${new Date(START + at * 1000).toISOString()},${at % 7 === 0 ? '"привет, #тег"' : `"hello ""${at}"""`}`,
    );
    const plain = await readText(`tweetid,userid,user_screen_name,tweet_time,tweet_text\n${lines.join('\n')}\n`);
    const bytes = parquet(index);
    const { posts, input } = await readFile(written(bytes));
    expect(posts.length).toBe(MANY);
    expect(posts[MANY - 1]).toEqual(plain.posts[MANY - 1]);
    expect(posts).toEqual(plain.posts);
    expect(input).toMatchObject({ format: 'information-operations', bytes: bytes.length });
  });

  it('is an error wherever it is cut off, and from a pipe', async () => {
    const bytes = parquet(index.slice(0, 20));
    await expect(readBytes(bytes)).rejects.toMatchObject({ code: 'not-readable' });
    for (let end = 12; end < bytes.length; end += 41) {
      await expect(readFile(written(bytes.subarray(0, end)))).rejects.toMatchObject({ name: 'TrendAuditError' });
    }
  });

  it('is stopped at --max-bytes', async () => {
    await expect(readFile(written(parquet(index.slice(0, 1000))), { maxBytes: 10_000 })).rejects.toMatchObject({
      code: 'too-large',
    });
  });
});
