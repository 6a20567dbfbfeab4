import { isAscii, isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';
import { formatCount, plural } from '../text/format.js';
import { detectBom, resolveEncoding } from './encodings.js';
import type { Guess } from './guess-encoding.js';
import { peek } from './streams.js';

/** Enough to see the zeros of UTF-16 in. */
const HEAD_BYTES = 64 * 1024;
/** What a guess is made from: this many bytes from the first that is not ASCII on, or fewer where they hold enough. */
const SAMPLE_BYTES = 1024 * 1024;
const ENOUGH_BYTES = 64 * 1024;
const ENOUGH_HIGH = 2000;

/** Turns the bytes of one file into UTF-8, and tells afterwards what it took them for. */
export class Utf8Transcoder {
  readonly #wanted: string | undefined;
  #encoding = 'utf-8';
  #how: 'plain' | 'marked' | 'named' | 'guessed' = 'plain';
  #perhaps = '';
  #repairs = 0;

  /** `wanted` is what the user says it is in; throws TrendAuditError where there is no such encoding. */
  constructor(wanted?: string) {
    this.#wanted = wanted === undefined ? undefined : resolveEncoding(wanted);
  }

  /** How many bytes of a mark stood before the text. */
  skipped = 0;

  /**
   * The same text in UTF-8 without a byte order mark: what cannot be decoded is `�`, and counted. What is UTF-8 already
   * passes byte for byte, be it broken: see `repairUtf8`.
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
          'says otherwise).',
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

  /** ASCII passes as it is, being the same in all of them; the first other bytes decide. */
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
    // Half a letter of UTF-16, where a chunk ends between its two units.
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
    // As bytes, where half a letter shows as � too.
    const bytes = Buffer.from(text);
    this.#repairs += countOf('\uFFFD', bytes);
    return bytes;
  }

  /** The same text as valid UTF-8. */
  toValidUtf8(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
    return this.repairUtf8(this.transcode(chunks));
  }

  /** Whether the text so far is the file's own bytes, but for the mark. */
  get verbatim(): boolean {
    return this.#encoding === 'utf-8';
  }

  /** Counts places that somebody else has found to be no UTF-8. */
  countReplacements(count: number): void {
    this.#repairs += count;
  }

  /**
   * What `transcode` gave as valid UTF-8. It is only looked at: bytes are copied where a letter lies across two chunks,
   * decoded where one is broken.
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

/** A sample for a guess; the same one however the bytes are divided into chunks, so that the same is guessed. */
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

/** Whether bytes are UTF-8; a letter that the end cuts off is forgiven. */
function isUtf8ButForItsEnd(bytes: Uint8Array): boolean {
  return isUtf8(bytes.subarray(0, bytes.length - openEnd(bytes)));
}

/** How many bytes at the end are the beginning of a letter that goes on. */
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
