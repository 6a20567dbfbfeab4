import { parquetWriteBuffer } from 'hyparquet-writer';

const START = Date.UTC(2020, 3, 19, 19, 22, 23);

const idOf = (at: number): bigint => 1_251_954_312_772_812_001n + BigInt(at) * 4_194_304_001n;

/** A table of these rows, in row groups of so many. */
export function parquetOf(rows: readonly number[], rowGroupSize: number): Uint8Array {
  return new Uint8Array(
    parquetWriteBuffer({
      rowGroupSize,
      columnData: [
        { name: 'tweetid', data: rows.map(idOf), type: 'INT64' },
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

/** The same table as CSV. */
export function csvOf(rows: readonly number[]): string {
  const lines = rows.map((at) => {
    const text = at % 7 === 0 ? '"привет, #тег"' : `"hello ""${at}"""`;
    return `${idOf(at)},${100 + (at % 50)},user${at % 50},${new Date(START + at * 1000).toISOString()},${text}`;
  });
  return `tweetid,userid,user_screen_name,tweet_time,tweet_text\n${lines.join('\n')}\n`;
}
