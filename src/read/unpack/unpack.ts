import { TrendAuditError } from '../../errors.js';
import type { Source } from '../open.js';
import { peek } from '../streams.js';
import { CorruptArchiveError } from './corrupt-archive.js';
import { DecompressionLimit } from './decompression-limit.js';
import { gunzip, inflate, unbzip2, unzstd } from './decompressors.js';
import {
  type Compression,
  type Container,
  detectContainer,
  isTableContainer,
  rejectUnsupported,
} from './detect-container.js';
import type { ZipEntry } from './zip.js';

/** Large enough to recognise a tar archive. */
const HEAD_BYTES = 512;

export interface Unpacked {
  /** The unpacked content; for binary files that hold tables, the file's own bytes. */
  readonly chunks: AsyncGenerator<Uint8Array>;
  /** Reads the content a second time; absent if that is not possible. */
  readonly again?: () => AsyncIterable<Uint8Array>;
  readonly container: Container | undefined;
  /** Reads the content a second time if possible, and throws if it is damaged: the checksum is at its end. */
  readonly verify: () => Promise<void>;
  /** Messages for the reader of the result. */
  readonly notes: readonly string[];
}

/**
 * Unpacks a source, whose compression is recognised by its content. `chunks` are the source's bytes, which the caller
 * may count and hash. `packed` returns their number, at least so far. Throws TrendAuditError, also while the bytes
 * are read.
 */
export async function unpack(
  source: Source,
  chunks: AsyncIterable<Uint8Array>,
  maxBytes: number | undefined,
  packed: () => number,
): Promise<Unpacked> {
  const { first, rest } = await peek(chunks, HEAD_BYTES);
  const { again } = source;
  const asItIs = (container: Container | undefined): Unpacked => ({
    chunks: rest,
    container,
    notes: [],
    verify: async () => {},
    ...(again ? { again } : {}),
  });
  const container = detectContainer(first);
  if (container === undefined || isTableContainer(container)) {
    rejectUnsupported(first, source.name);
    return asItIs(container);
  }
  const packing = await opener(container, source);
  if (packing === 'workbook') return asItIs(packing);
  const { open, what } = packing;
  const opened = (bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> =>
    explained(open(bytes, new DecompressionLimit(source.name, maxBytes, packed)), container, source.name);
  const inner = await peek(opened(rest), HEAD_BYTES);
  const nested = detectContainer(inner.first);
  if (nested !== undefined) {
    throw new TrendAuditError('not-text', `is ${container} of ${nested}: packed twice`, {
      file: source.name,
      hint: 'unpack it once, and give what comes out',
    });
  }
  rejectUnsupported(inner.first, source.name);
  const verify = async (): Promise<void> => {
    if (again) for await (const chunk of opened(again())) void chunk;
  };
  return {
    chunks: inner.rest,
    container,
    verify,
    notes: [`The file is packed (${what}).`],
    ...(again ? { again: () => opened(again()) } : {}),
  };
}

type Open = (chunks: AsyncIterable<Uint8Array>, budget: DecompressionLimit) => AsyncGenerator<Uint8Array>;

async function opener(
  container: Compression,
  source: Source,
): Promise<'workbook' | { readonly open: Open; readonly what: string }> {
  switch (container) {
    case 'gzip':
      return { open: (chunks, budget) => gunzip(chunks, (bytes) => budget.take(bytes)), what: 'gzip' };
    case 'zstd':
      return {
        open: (chunks, budget) =>
          unzstd(
            chunks,
            (bytes) => budget.take(bytes),
            (bytes) => budget.allowWindow(bytes),
          ),
        what: 'zstd',
      };
    case 'bzip2':
      return { open: (chunks, budget) => unbzip2(chunks, (bytes) => budget.take(bytes)), what: 'bzip2' };
    case 'zip': {
      if (!source.again) {
        throw new TrendAuditError(
          'not-readable',
          'is a zip archive or a workbook, which cannot be read from a pipe: its directory is at its end',
          {
            file: source.name,
            hint: 'give the file by its name, or unpack it into the pipe: unzip -p FILE | trend-audit analyze -',
          },
        );
      }
      const [{ findEntry, slice }, { verifyCrc }] = await Promise.all([import('./zip.js'), import('./archive.js')]);
      const member: ZipEntry | 'workbook' = await findEntry(source.path ?? source.name, source.name).catch(
        (error: unknown) => {
          throw explainCorrupt(error, container, source.name);
        },
      );
      if (member === 'workbook') return member;
      return {
        open: (chunks, budget) => {
          const bytes = slice(chunks, member.offset, member.length);
          return verifyCrc(member.packed ? inflate(bytes, (size) => budget.take(size)) : bytes, member);
        },
        what: `zip, ${member.name}`,
      };
    }
  }
}

async function* explained(
  chunks: AsyncGenerator<Uint8Array>,
  container: Container,
  name: string,
): AsyncGenerator<Uint8Array> {
  try {
    yield* chunks;
  } catch (error) {
    throw explainCorrupt(error, container, name);
  }
}

const BY_HAND: Readonly<Partial<Record<Container, string>>> = {
  gzip: 'gunzip -c FILE | trend-audit analyze -',
  zstd: 'zstd -dc FILE | trend-audit analyze -',
  bzip2: 'bzip2recover FILE',
  zip: 'zip -FF FILE --out REPAIRED.zip',
};

const NOUNS: Readonly<Partial<Record<Container, string>>> = { workbook: 'a workbook (.xlsx)' };

/** The error for a damaged file; other errors are returned unchanged. */
export function explainCorrupt(error: unknown, container: Container, name: string): unknown {
  if (!(error instanceof CorruptArchiveError)) return error;
  return new TrendAuditError(
    'malformed',
    error.cutOff
      ? `is ${NOUNS[container] ?? container} that ends in the middle: the file is cut off`
      : `is ${NOUNS[container] ?? container} that is broken`,
    {
      file: name,
      hint:
        'get the whole file again, or save what is left in it: ' +
        `${BY_HAND[container] ?? 'open it where it was made and save it anew'}`,
    },
  );
}
