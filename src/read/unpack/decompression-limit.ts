import { TrendAuditError } from '../../errors.js';

const GIB = 1024 ** 3;
/** Always allowed: a very small file may consist of repetitions. */
const AT_LEAST = 64 * 1024 ** 2;
/** Always allowed: the window of Zstandard, except at its highest levels. It is larger than any table in memory. */
const WINDOW_AT_LEAST = 8 * 1024 ** 2;
/** Dumps of posts shrink to a tenth, at most to a fiftieth. */
const RATIO = 100;

/**
 * Limits the unpacked size of a file. Unless the user sets another limit, it is 100 times the packed size, and at
 * least 64 MiB. A proportional limit never stops a real dump, however large, but stops a decompression bomb within a
 * minute.
 */
export class DecompressionLimit {
  readonly #file: string;
  readonly #limit: number | undefined;
  readonly #packed: () => number;
  #taken = 0;

  constructor(file: string, limit: number | undefined, packed: () => number) {
    this.#file = file;
    this.#limit = limit;
    this.#packed = packed;
  }

  /** Counts bytes. Throws TrendAuditError if there are too many in total. */
  take(bytes: number): void {
    this.#taken += bytes;
    this.allow(this.#taken);
  }

  /**
   * Throws TrendAuditError if a file needs too many bytes of memory at once. Called before its first byte is
   * unpacked.
   */
  allowWindow(bytes: number): void {
    if (bytes <= Math.max(WINDOW_AT_LEAST, this.#limit ?? RATIO * this.#packed())) return;
    throw new TrendAuditError(
      'too-large',
      `needs ${inUnits(bytes)} of memory at once to unpack, more than such a small file should`,
      {
        file: this.#file,
        hint: 'if you trust it, unpack it yourself: zstd -dc --long=31 FILE | trend-audit analyze -',
      },
    );
  }

  /** Throws TrendAuditError if this total is too large. */
  allow(bytes: number): void {
    if (bytes <= (this.#limit ?? AT_LEAST)) return;
    if (this.#limit === undefined && bytes <= RATIO * this.#packed()) return;
    throw new TrendAuditError(
      'too-large',
      this.#limit === undefined
        ? `unpacks to more than ${RATIO} times its size, which no dump of posts does`
        : `unpacks to more than ${inUnits(this.#limit)} (--max-bytes)`,
      {
        file: this.#file,
        hint:
          this.#limit === undefined
            ? 'if you trust it, allow more with --max-bytes, such as --max-bytes 20G'
            : 'allow more with --max-bytes',
      },
    );
  }
}

/** `64G`, `1.5M`: the notation of `--max-bytes`. */
function inUnits(bytes: number): string {
  for (const [unit, size] of [
    ['G', GIB],
    ['M', 1024 ** 2],
    ['K', 1024],
  ] as const)
    if (bytes >= size) return `${Number((bytes / size).toFixed(2))}${unit}`;
  return `${bytes} bytes`;
}
