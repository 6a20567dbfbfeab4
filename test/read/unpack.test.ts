import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DecompressionLimit } from '../../src/read/unpack/decompression-limit.js';
import { readBytes, readFile } from './collect.js';
import { zip } from './zip.js';

const TABLE = Buffer.from(
  'id,username,created_at,text\n1,ann,2020-01-01T00:00:00Z,hello #tag\n2,bob,2020-01-01T00:00:05Z,привет\n',
);
/** The same, by `zstd` and `bzip2`: also as two frames and two streams, one for each half. */
const ZSTD =
  'KLUv/QRY5QIAJAVpZCx1c2VybmFtZSxjcmVhdGVkX2F0LHRleHQKMSxhbm4sMjAyMC0wMS0wMVQwMDpaLGhlbGxvICN0YWcKMixib2I1WizQv9GA0LjQstC10YIKAgCSygBebg/Ef+Z/';
const ZSTD_TWICE =
  'KLUv/QRYEQIAaWQsdXNlcm5hbWUsY3JlYXRlZF9hdCx0ZXh0CjEsYW5uLDIwMjAtMDEtMDFUMDA6MDA6MDBaLGhlbGxvICN0YWcKxXkvBSi1L/0EWEEBADIsYm9iLDIwMjAtMDEtMDFUMDA6MDA6MDVaLNC/0YDQuNCy0LXRggrKMvhu';
const BZIP2 =
  'QlpoOTFBWSZTWUu5AHUAACXbygAQSAZyEAQQvueeQFAAEkDgACAAVEUZHqeo0aAB6nqaDT1BqaRkNA08o0NAAaJxFkUqrgboLeGhoQIowJAtig8gCIGCUJgSOc8cn3tDZp8EaMMriSayljdUHmAwlcE6goB9GIqv4u5IpwoSCXcgDqA=';
const BZIP2_TWICE =
  'QlpoOTFBWSZTWet04b0AABhbgAAQSAZwEAQQrueeQCAASImU2p5QZPSaHqeoxQNAAADSLPN9b8Jeh1ZgYMjlUZMIIK6bnahdk/qPBOtVicGnR0PCAmcQPi7kinChIdbpw3pCWmg5MUFZJlNZqNMOoQAACNtKABAABnIQBBAQANAAEkDgACAAIahoaHqBpoUwmmgNMTRUrZCcBJUAvHEYKczLhwPM1Xf4u5IpwoSFRph1CA==';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'trend-audit-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function written(bytes: Uint8Array, name = 'file'): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

const half = TABLE.indexOf('2,bob');
const PACKED: Readonly<Record<string, () => Uint8Array>> = {
  gzip: () => gzipSync(TABLE),
  'gzip of two members': () => Buffer.concat([gzipSync(TABLE.subarray(0, half)), gzipSync(TABLE.subarray(half))]),
  zstd: () => Buffer.from(ZSTD, 'base64'),
  'zstd of two frames': () => Buffer.from(ZSTD_TWICE, 'base64'),
  bzip2: () => Buffer.from(BZIP2, 'base64'),
  'bzip2 of two streams': () => Buffer.from(BZIP2_TWICE, 'base64'),
  zip: () => zip({ 'dump.csv': TABLE }),
  'zip, stored': () => zip({ 'dump.csv': TABLE }, 0),
  'zip with what a Mac adds': () =>
    zip({ 'folder/': Buffer.alloc(0), 'folder/dump.csv': TABLE, '__MACOSX/folder/._dump.csv': Buffer.from('x') }),
};

it.each(Object.entries(PACKED).filter(([kind]) => !kind.startsWith('zip')))(
  '%s is read from a stream, however it is cut',
  async (_, pack) => {
    const plain = await readBytes(TABLE);
    for (const chunk of [1, 7, 1000]) expect((await readBytes(pack(), {}, chunk)).posts).toEqual(plain.posts);
  },
);

it.each(Object.entries(PACKED).filter(([kind]) => kind.startsWith('zip')))(
  '%s cannot be read from a stream, and it is said',
  async (_, pack) => {
    await expect(readBytes(pack())).rejects.toMatchObject({ code: 'not-readable' });
  },
);

describe.each(Object.entries(PACKED))('%s', (kind, pack) => {
  it('gives the same posts as the table itself, and counts its own bytes', async () => {
    const plain = await readBytes(TABLE);
    const bytes = pack();
    const { posts, input } = await readFile(written(bytes));
    expect(posts).toEqual(plain.posts);
    expect(input.bytes).toBe(bytes.length);
    expect(input.notes.join()).toContain(`The file is packed (${kind.split(/[ ,]/)[0]}`);
  });

  it('is an error wherever it is cut off or broken, and nothing else', async () => {
    const bytes = Buffer.from(pack());
    for (let end = 12; end < bytes.length - 1; end += 5) {
      const outcome = await readFile(written(bytes.subarray(0, end))).then(
        ({ posts }) => posts.length,
        ({ name }: Error) => name,
      );
      // Cut off just where a member ends it is a whole file of one.
      expect(kind.includes('two') ? [1, 2, 'TrendAuditError'] : [2, 'TrendAuditError']).toContain(outcome);
      const broken = Buffer.from(bytes);
      broken[end] = (broken[end] ?? 0) ^ 0x55;
      const read = await readFile(written(broken)).then(
        ({ posts }) => posts.length,
        ({ name }: Error) => name,
      );
      expect([1, 2, 'TrendAuditError']).toContain(read);
    }
    await expect(readFile(written(bytes.subarray(0, Math.floor(bytes.length / 3))))).rejects.toMatchObject({
      code: 'malformed',
    });
  });
});

describe('what is packed and not read', () => {
  it.each([
    ['xz', Buffer.from([0xfd, 0x37, 0x7a, 0x58, 0x5a, 0]), 'xz -dc FILE'],
    ['7z', Buffer.from([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]), '7z x FILE'],
    ['rar', Buffer.from([0x52, 0x61, 0x72, 0x21, 0x1a, 0x07, 1]), 'unrar x FILE'],
    ['a gzip of a gzip', gzipSync(gzipSync(TABLE)), 'unpack it once'],
    [
      'a tar.gz',
      gzipSync(Buffer.concat([Buffer.alloc(257, 'a'), Buffer.from('ustar'), Buffer.alloc(250)])),
      'tar -xf FILE',
    ],
    ['a zip of two', zip({ 'a.csv': TABLE, 'b.csv': TABLE }), 'unzip FILE'],
    ['an empty zip', zip({}), 'one dump'],
    ['a document', zip({ '[Content_Types].xml': TABLE, 'word/document.xml': TABLE }), 'open it where it was made'],
  ])('%s is refused with what to do', async (_, bytes, hint) => {
    const refusal = await readFile(written(bytes)).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ name: 'TrendAuditError', hint: expect.stringContaining(hint) });
  });
});

const MIB = 2 ** 20;

describe('a bomb', () => {
  const header = 'id,username,created_at,text\n';
  const lines = (row: string): Buffer => Buffer.from(header + row.repeat(200_000));
  it('is stopped at --max-bytes', async () => {
    const bytes = gzipSync(lines('1,ann,2020-01-01T00:00:00Z,hello\n'));
    expect(bytes.length).toBeLessThan(40_000);
    await expect(readBytes(bytes, { maxBytes: 1_000_000 })).rejects.toMatchObject({
      code: 'too-large',
      hint: 'allow more with --max-bytes',
    });
    await expect(readFile(written(zip({ a: lines('\n') })), { maxBytes: 100_000 })).rejects.toMatchObject({
      code: 'too-large',
    });
  });
  it('may be 64 MiB, and 100 times its size, where nothing is said', () => {
    for (const [packed, most] of [
      [1000, 64 * MIB],
      [MIB, 100 * MIB],
    ] as const) {
      const limit = new DecompressionLimit('bomb', undefined, () => packed);
      limit.take(most);
      expect(() => limit.take(1)).toThrow('unpacks to more than 100 times its size');
    }
  });
  it('of blank lines or zeros is stopped as no table', async () => {
    await expect(readBytes(gzipSync(`${header}${'\n'.repeat(101_000)}`))).rejects.toMatchObject({ code: 'malformed' });
    await expect(readBytes(gzipSync(Buffer.alloc(500_000)))).rejects.toMatchObject({ code: 'not-text' });
  });
});
