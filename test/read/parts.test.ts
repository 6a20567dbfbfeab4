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

/** As a slow pipe brings them. */
describe('what comes in small parts', () => {
  // Parquet, SQLite and workbooks are read from a file alone.
  const streamed = [...samples()].filter(([name]) => !/\.(?:parquet|zip|xlsx|db|sqlite)$/u.test(name));

  it.each(streamed)('is read as what comes at once: %s', async (_, bytes) => {
    expect(await read(bytes, 11)).toEqual(await read(bytes, bytes.length));
  });

  it('is no row without an end because its parts are many', async () => {
    const text = `id,user,created_at,text\n1,a,2014-02-26 12:00:00,${'long '.repeat(300)}\n`;
    expect(await readBytes(Buffer.from(text), {}, 1)).toEqual(await readText(text));
  });
});
