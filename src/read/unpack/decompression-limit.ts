import { TrendAuditError } from '../../errors.js';

const GIB = 1024 ** 3;
/** Of a very small file a little more may be repetition. */
const AT_LEAST = 64 * 1024 ** 2;
/** What Zstandard takes for its window without being asked for its highest levels, and more than any table of ours. */
const WINDOW_AT_LEAST = 8 * 1024 ** 2;
/** Dumps of posts shrink to a tenth, at best to a fiftieth. */
const RATIO = 100;

/**
 * How much may come out of a packed file. Unless the user says otherwise, 100 times its own size, and 64 MiB in any
 * case: a limit in proportion stops no true dump, however large, and a bomb of any size before it has cost a minute.
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

  /** Throws TrendAuditError where these bytes are too many. */
  take(bytes: number): void {
    this.#taken += bytes;
    this.allow(this.#taken);
  }

  /** Throws TrendAuditError where a file needs so many bytes at once, before the first comes out of it. */
  allowWindow(bytes: number): void {
    if (bytes <= Math.max(WINDOW_AT_LEAST, this.#limit ?? RATIO * this.#packed())) return;
    throw new TrendAuditError(
      'too-large',
      `is packed such that unpacking it takes ${inUnits(bytes)} of memory at once, more than so small a file needs`,
      {
        file: this.#file,
        hint: 'if you trust it, unpack it yourself: zstd -dc --long=31 FILE | trend-audit analyze -',
      },
    );
  }

  /** Throws TrendAuditError where so many bytes in all would be too many. */
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

/** `64G`, `1.5M`: as `--max-bytes` takes it. */
function inUnits(bytes: number): string {
  for (const [unit, size] of [
    ['G', GIB],
    ['M', 1024 ** 2],
    ['K', 1024],
  ] as const)
    if (bytes >= size) return `${Number((bytes / size).toFixed(2))}${unit}`;
  return `${bytes} bytes`;
}
