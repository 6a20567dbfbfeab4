import { isAscii, isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';
import { formatCount, plural } from '../text/format.js';
import { detectBom, resolveEncoding } from './encodings.js';
import type { Guess } from './guess-encoding.js';
import { peek } from './streams.js';

/** Large enough to recognise the zero bytes of UTF-16. */
const HEAD_BYTES = 64 * 1024;
/** Size of the sample for a guess, from the first non-ASCII byte on; less if it already has enough non-ASCII bytes. */
const SAMPLE_BYTES = 1024 * 1024;
const ENOUGH_BYTES = 64 * 1024;
const ENOUGH_HIGH = 2000;

/** Converts the bytes of one file to UTF-8, and reports the encoding that was used. */
export class Utf8Transcoder {
  readonly #wanted: string | undefined;
  #encoding = 'utf-8';
  #how: 'plain' | 'marked' | 'named' | 'guessed' = 'plain';
  #perhaps = '';
  #repairs = 0;

  /** `wanted` is the encoding given by the user; throws TrendAuditError if it is unknown. */
  constructor(wanted?: string) {
    this.#wanted = wanted === undefined ? undefined : resolveEncoding(wanted);
  }

  /** Length in bytes of the byte order mark before the text. */
  skipped = 0;

  /**
   * Converts to UTF-8 without a byte order mark; characters that cannot be decoded become `�` and are counted. UTF-8
   * input is passed on unchanged, even if invalid: see `repairUtf8`.
   */
  async *transcode(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
    this.#repairs = 0;
    const source = chunks[Symbol.asyncIterator]();
    try {
      const { first, rest } = await peek(source, HEAD_BYTES);
      const mark = detectBom(first);
      const marked = mark !== undefined && (this.#wanted === undefined || sameFamily(mark.encoding, this.#wanted));
      this.skipped = marked ? mark.bytes : 0;
      if (this.#wanted !== undefined) {
        [this.#encoding, this.#how] = [this.#wanted, 'named'];
        yield* this.#as(this.#wanted, marked ? without(rest, mark.bytes) : rest);
      } else if (mark) {
        [this.#encoding, this.#how] = [mark.encoding, 'marked'];
        yield* this.#as(mark.encoding, without(rest, mark.bytes));
      } else yield* this.#guessed(rest);
    } finally {
      await source.return?.();
    }
  }

  account(): { readonly encoding: string; readonly encodingRepairs: number } {
    return { encoding: this.#encoding, encodingRepairs: this.#repairs };
  }

  notes(): string[] {
    const notes: string[] = [];
    if (this.#how === 'named') notes.push(`The file was read as ${this.#encoding}, as --encoding says.`);
    else if (this.#how === 'guessed')
      notes.push(
        `The file is not UTF-8: it was read as ${this.#encoding}, which its letters suggest (--encoding ` +
          'overrides this).',
      );
    else if (this.#encoding !== 'utf-8') notes.push(`The file is ${this.#encoding.toUpperCase()}.`);
    if (this.#repairs > 0) {
      const where =
        `${formatCount(this.#repairs, 'place is', 'places are')} no ` +
        `${this.#encoding === 'utf-8' ? 'UTF-8' : this.#encoding} and ` +
        `${plural(this.#repairs, 'shows', 'show')} as �`;
      notes.push(
        this.#perhaps === ''
          ? `${where}.`
          : `${where}; they may be ${this.#perhaps}, but they are too few to tell (--encoding says so).`,
      );
    }
    return notes;
  }

  /** ASCII is passed on, because it is the same in all encodings; the first other bytes decide. */
  async *#guessed(chunks: AsyncGenerator<Uint8Array>): AsyncGenerator<Buffer> {
    for (;;) {
      const next = await chunks.next();
      if (next.done) return;
      if (isAscii(next.value)) {
        yield bufferOf(next.value);
        continue;
      }
      const start = next.value.findIndex((byte) => byte >= 0x80);
      if (start > 0) yield bufferOf(next.value.subarray(0, start));
      const { first, rest } = await sampleOf(next.value.subarray(start), chunks);
      const guess: Guess = isUtf8ButForItsEnd(first)
        ? { encoding: 'utf-8', alternative: '' }
        : (await import('./guess-encoding.js')).guessEncoding(first);
      this.#perhaps = guess.alternative;
      [this.#encoding, this.#how] = [guess.encoding, guess.encoding === 'utf-8' ? 'plain' : 'guessed'];
      yield* this.#as(guess.encoding, rest);
      return;
    }
  }

  async *#as(encoding: string, chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
    if (encoding === 'utf-8') {
      for await (const chunk of chunks) yield bufferOf(chunk);
      return;
    }
    const decoder = iconv.getDecoder(encoding, { stripBOM: false });
    // A high surrogate, if a chunk ends between the two units of a character.
    let half = '';
    for await (const chunk of chunks) {
      const text = half + decoder.write(bufferOf(chunk));
      half = /[\uD800-\uDBFF]$/.test(text) ? text.slice(-1) : '';
      if (text.length > half.length) yield this.#encoded(half === '' ? text : text.slice(0, -1));
    }
    const last = half + (decoder.end() ?? '');
    if (last !== '') yield this.#encoded(last);
  }

  #encoded(text: string): Buffer {
    // Counted in bytes, where a lone surrogate has become � too.
    const bytes = Buffer.from(text);
    this.#repairs += countOf('\uFFFD', bytes);
    return bytes;
  }

  /** Converts to valid UTF-8. */
  toValidUtf8(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
    return this.repairUtf8(this.transcode(chunks));
  }

  /** Whether the text so far equals the file's own bytes, apart from the byte order mark. */
  get verbatim(): boolean {
    return this.#encoding === 'utf-8';
  }

  /** Counts invalid UTF-8 sequences that were found elsewhere. */
  countReplacements(count: number): void {
    this.#repairs += count;
  }

  /**
   * Makes the output of `transcode` valid UTF-8. Valid bytes are passed on; bytes are copied only if a character is
   * split between chunks, and decoded only if invalid.
   */
  async *repairUtf8(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
    let carried = Buffer.alloc(0);
    for await (const chunk of chunks) {
      const bytes = carried.length === 0 ? bufferOf(chunk) : Buffer.concat([carried, chunk]);
      const end = bytes.length - openEnd(bytes);
      carried = Buffer.from(bytes.subarray(end));
      if (end > 0) yield this.#mended(bytes.subarray(0, end));
    }
    if (carried.length > 0) yield this.#mended(carried);
  }

  #mended(bytes: Buffer): Buffer {
    if (isUtf8(bytes)) return bytes;
    const text = bytes.toString('utf8');
    this.#repairs += countOf('\uFFFD', text) - countOf('\uFFFD', bytes);
    return Buffer.from(text);
  }
}

function bufferOf(chunk: Uint8Array): Buffer {
  return Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
}

function sameFamily(a: string, b: string): boolean {
  return a.replaceAll(/[^a-z\d]/g, '').slice(0, 5) === b.replaceAll(/[^a-z\d]/g, '').slice(0, 5);
}

async function* without(chunks: AsyncIterable<Uint8Array>, bytes: number): AsyncGenerator<Uint8Array> {
  let leave = bytes;
  for await (const chunk of chunks) {
    const rest = leave > 0 ? chunk.subarray(leave) : chunk;
    leave = Math.max(0, leave - chunk.length);
    if (rest.length > 0) yield rest;
  }
}

/** The sample for a guess. It does not depend on how the bytes are split into chunks, so the guess does not either. */
async function sampleOf(
  start: Uint8Array,
  chunks: AsyncGenerator<Uint8Array>,
): Promise<{ first: Uint8Array; rest: AsyncGenerator<Uint8Array> }> {
  async function* all(): AsyncGenerator<Uint8Array> {
    yield start;
    yield* chunks;
  }
  const some = await peek(all(), ENOUGH_BYTES);
  const sample = some.first.subarray(0, ENOUGH_BYTES);
  if (isUtf8ButForItsEnd(sample)) return { first: sample, rest: some.rest };
  let high = 0;
  for (const byte of sample) if (byte >= 0x80) high++;
  if (high >= ENOUGH_HIGH) return { first: sample, rest: some.rest };
  const { first, rest } = await peek(some.rest, SAMPLE_BYTES);
  return { first: first.subarray(0, SAMPLE_BYTES), rest };
}

/** Whether bytes are valid UTF-8, apart from a character cut off at the end. */
function isUtf8ButForItsEnd(bytes: Uint8Array): boolean {
  return isUtf8(bytes.subarray(0, bytes.length - openEnd(bytes)));
}

/** How many bytes at the end belong to an incomplete character. */
function openEnd(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if ((byte & 0xc0) === 0x80) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    return length > back ? back : 0;
  }
  return 0;
}

function countOf(sign: string, text: string | Buffer): number {
  let count = 0;
  for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + 1)) count++;
  return count;
}
