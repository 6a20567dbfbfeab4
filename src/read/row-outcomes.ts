import type { Post } from '../documents/post.js';
import type { SkipReason } from '../documents/result.js';
import { KeyedHash } from '../text/keyed-hash.js';
import type { PostFilter } from './post-filter.js';
import type { RowParser } from './row-parser.js';
import { hashCells, ROW_HASH_WORDS, type RejectedRow, type RowOrRejected } from './row.js';

/** The outcomes of some rows of a table, in order. Can be transferred between threads. */
export interface RowOutcomes {
  /** The position of each row: its line, or the number of its record. */
  readonly lines: Uint32Array;
  /** A hash of the cells of each row, for finding duplicates of whole rows; zeros if it is not a row of this table. */
  readonly hashes: Uint32Array;
  /** The rows that gave no post, or a post that the filter excluded; every other row gave one post. */
  readonly rejected: readonly RejectedAt[];
  /** The rows whose creation date could not be read, by index. */
  readonly badCreated: readonly number[];
  /** How many times had no offset. */
  readonly withoutOffset: number;
  /** How many texts a spreadsheet had replaced by an error. */
  readonly lostTexts: number;
}

export interface RejectedAt {
  /** Its index among the rows. */
  readonly row: number;
  readonly reason: SkipReason;
  /** Whether the row gave a post that the filter excluded. */
  readonly excluded: boolean;
  /** Only set for the first row of each reason: all examples together would be the text of every bad row. */
  readonly example: string;
}

/** Reads rows of one table and records the outcome of each. */
export class OutcomeRecorder {
  readonly #parser: RowParser;
  readonly #filter: PostFilter | undefined;
  readonly #hash = new KeyedHash();
  readonly #lines: Uint32Array;
  readonly #hashes: Uint32Array;
  readonly #rejected: RejectedAt[] = [];
  readonly #reasons = new Set<SkipReason>();
  readonly #badCreated: number[] = [];
  readonly #withoutOffset: number;
  readonly #lostTexts: number;
  #rows = 0;

  /**
   * @param filter excludes posts that were not asked for
   * @param most the maximum number of rows
   */
  constructor(parser: RowParser, filter: PostFilter | undefined, most: number) {
    this.#lines = new Uint32Array(most);
    this.#hashes = new Uint32Array(ROW_HASH_WORDS * most);
    this.#parser = parser;
    this.#filter = filter;
    this.#withoutOffset = parser.withoutOffset;
    this.#lostTexts = parser.lostTexts;
  }

  /** The post of a row; undefined if it gives none, or one that the filter excludes. */
  read(row: RowOrRejected): Post | undefined {
    const at = this.#rows++;
    this.#lines[at] = row.line;
    if ('reason' in row) return this.#reject(at, row);
    const misfit = this.#parser.rejectReason(row);
    if (misfit) return this.#reject(at, misfit);
    hashCells(this.#hash, row.cells);
    this.#hash.write(this.#hashes, ROW_HASH_WORDS * at);
    const badCreated = this.#parser.badCreated;
    const read = this.#parser.read(row);
    if (this.#parser.badCreated > badCreated) this.#badCreated.push(at);
    if ('reason' in read) return this.#reject(at, read);
    const reason = this.#filter?.reasonAgainst(read);
    return reason === undefined ? read : this.#reject(at, { reason, example: '' }, true);
  }

  /**
   * Records a row that was read elsewhere and gave a post.
   *
   * @param hash the hash of its cells
   * @returns whether the filter keeps the post
   */
  accept(line: number, hash: KeyedHash, post: Pick<Post, 'time' | 'hashtags'>): boolean {
    const at = this.#rows++;
    this.#lines[at] = line;
    hash.write(this.#hashes, ROW_HASH_WORDS * at);
    const reason = this.#filter?.reasonAgainst(post);
    if (reason !== undefined) this.#reject(at, { reason, example: '' }, true);
    return reason === undefined;
  }

  /** The outcomes of the rows read so far. */
  outcomes(): RowOutcomes {
    return {
      lines: this.#lines.slice(0, this.#rows),
      hashes: this.#hashes.slice(0, ROW_HASH_WORDS * this.#rows),
      rejected: this.#rejected,
      badCreated: this.#badCreated,
      withoutOffset: this.#parser.withoutOffset - this.#withoutOffset,
      lostTexts: this.#parser.lostTexts - this.#lostTexts,
    };
  }

  #reject(row: number, { reason, example }: RejectedRow, excluded = false): undefined {
    this.#rejected.push({ row, reason, excluded, example: this.#reasons.has(reason) ? '' : example });
    this.#reasons.add(reason);
    return undefined;
  }
}
