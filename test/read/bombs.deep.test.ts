import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readBytes, readText } from './collect.js';

const HEADER = 'id,username,created_at,text\n';

describe('a bomb', () => {
  it('is stopped in proportion to its size where nothing is said', async () => {
    const member = gzipSync(Buffer.alloc(40_000_000, '1,ann,2020-01-01T00:00:00Z,hello\n'));
    await expect(readBytes(Buffer.concat([gzipSync(HEADER), member, member]))).rejects.toMatchObject({
      code: 'too-large',
    });
  });

  it('of blank lines or zeros is stopped as no table', async () => {
    await expect(readBytes(gzipSync(`${HEADER}${'\n'.repeat(200_000)}`))).rejects.toMatchObject({ code: 'malformed' });
    await expect(readBytes(gzipSync(Buffer.alloc(10_000_000)))).rejects.toMatchObject({ code: 'not-text' });
  });

  it('of one line without an end is looked at no further than its beginning', async () => {
    // As many cells as this in the first line took a quarter of an hour, and ten times as many the whole process.
    await expect(readText('\t'.repeat(2_000_000))).rejects.toMatchObject({ code: 'not-posts' });
    await expect(readText('\t'.repeat(20_000_000))).rejects.toMatchObject({ code: 'malformed', line: 1 });
    await expect(readText(`${HEADER}${','.repeat(20_000_000)}\n`)).rejects.toMatchObject({
      code: 'malformed',
      line: 2,
    });
  });
});
