import { describe, expect, it } from 'vitest';
import { TrendAuditError } from '../../src/errors.js';
import { readBytes, readText } from './collect.js';
import { samples } from './mutations.js';

async function read(bytes: Uint8Array, chunk: number): Promise<unknown> {
  try {
    return await readBytes(bytes, {}, chunk);
  } catch (error) {
    if (!(error instanceof TrendAuditError)) throw error;
    return `${error.message}. ${error.hint}`;
  }
}

function times<T>(count: number, make: (at: number) => T): T[] {
  return Array.from({ length: count }, (_, at) => make(at));
}

/** As a slow pipe brings them. */
describe('what comes in small parts', () => {
  // Parquet, SQLite and workbooks are read from a file alone.
  const streamed = [...samples()].filter(([name]) => !/\.(?:parquet|zip|xlsx|db|sqlite)$/u.test(name));

  it.each(streamed)('is read as what comes at once: %s', async (_, bytes) => {
    expect(await read(bytes, 11)).toEqual(await read(bytes, bytes.length));
  });

  it.each(['[1, 22, 3 "a"]', '["a", "b"} {}', '[true, nul]', '{"a":1}{"b":2}x', '"a" 1 2 [}', '[1\n,\n2\n3'])(
    'breaks off where what comes at once does: %s',
    async (json) => {
      const bytes = Buffer.from(`[]${json}`);
      for (let chunk = 1; chunk < bytes.length; chunk++)
        expect(await read(bytes, chunk)).toEqual(await read(bytes, bytes.length));
    },
  );

  it('breaks off so in a piece that is too long to be held, too', async () => {
    const bytes = Buffer.from(`[{"a":"${'long }} '.repeat(5000)}"},${' '.repeat(40_000)}{"a":1}, 2 3]`);
    for (const chunk of [509, 16_384, 16_385])
      expect(await read(bytes, chunk)).toEqual(await read(bytes, bytes.length));
  });

  const posts = (count: number, from = 0): object[] =>
    times(count, (at) => ({
      id: String(from + at),
      user: { id_str: `${at % 9}`, screen_name: `a${at % 9}` },
      created_at: `2014-02-26 12:00:${String(at % 60).padStart(2, '0')}`,
      text: `words ${at}`,
    }));
  const late = [...times(60, () => ({ note: 'x' })), ...posts(30)];
  const HEADER = 'id,user,created_at,text';

  // Formats are recognised by the first values, columns judged by the first rows: as many however they come.
  it.each([
    ['a list of JSON', JSON.stringify(late)],
    ['lines of JSON', late.map((one) => JSON.stringify(one)).join('\n')],
    [
      'a list longer than a batch',
      JSON.stringify([
        ...posts(400).map((one) => ({ ...one, note: 'x'.repeat(700) })),
        ...posts(400, 9e6).map((one) => ({ ...one, lang: 'ru' })),
      ]),
    ],
    [
      'a table longer than its sample',
      [HEADER, ...times(5200, (at) => `${at},a${at % 9},${at < 5050 ? '01' : '13'}/02/2014 12:00,words ${at}`)].join(
        '\n',
      ),
    ],
    [
      'a table whose first rows give nothing',
      [HEADER, ...times(14_000, (at) => `${at},a,${at < 5050 ? `never ${at}` : '2014-02-26 12:00'},words ${at}`)].join(
        '\n',
      ),
    ],
  ])('is recognised by as much of it: %s', async (_, text) => {
    const bytes = Buffer.from(text);
    const whole = JSON.stringify(await read(bytes, bytes.length));
    for (const chunk of [Math.ceil(bytes.length / 500), 70_001])
      expect(JSON.stringify(await read(bytes, chunk))).toBe(whole);
  });

  it('keeps what stands before a break, be it in one line and without commas', async () => {
    const { posts: kept, input } = await readText(
      `[${JSON.stringify(posts(1, 9)[0])}]${posts(3)
        .map((one) => JSON.stringify(one))
        .join('')}{"id":x`,
      { maxBadRows: 1 },
    );
    expect([kept.length, input.notes.join()]).toEqual([4, expect.stringContaining('breaks off')]);
  });

  it('is no row without an end because its parts are many', async () => {
    const text = `id,user,created_at,text\n1,a,2014-02-26 12:00:00,${'long '.repeat(300)}\n`;
    expect(await readBytes(Buffer.from(text), {}, 1)).toEqual(await readText(text));
  });
});
