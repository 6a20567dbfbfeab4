import type { Post } from '../documents/post.js';
import type { SkipReason } from '../documents/result.js';
import { KeyedHash } from '../text/keyed-hash.js';
import type { PostFilter } from './post-filter.js';
import type { RowParser } from './row-parser.js';
import { hashCells, ROW_HASH_WORDS, type RejectedRow, type RowOrRejected } from './row.js';

/** What became of some rows of a table, in their order. Can be handed from one thread to another. */
export interface RowOutcomes {
  /** Where each row begins: its line, or the number of its record. */
  readonly lines: Uint32Array;
  /**
   * For each row a hash of its cells, by which whole-row duplicates are known; zeros where it is no row of this table.
   */
  readonly hashes: Uint32Array;
  /** The rows that gave no post that is wanted; each other row gave one. */
  readonly rejected: readonly RejectedAt[];
  /** The rows whose creation date could not be read, by their places among the rows. */
  readonly badCreated: readonly number[];
  /** How many times named no offset. */
  readonly withoutOffset: number;
  /** How many texts a spreadsheet had lost. */
  readonly lostTexts: number;
}

export interface RejectedAt {
  /** Its place among the rows. */
  readonly row: number;
  readonly reason: SkipReason;
  /** It gave a post, and one of a kind that was not asked for. */
  readonly excluded: boolean;
  /** Of the first row of each reason; of the others it is empty, as all together would be the text of every bad row. */
  readonly example: string;
}

/** Reads rows of one table, and keeps of each what it takes to account for it. */
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
   * @param filter rejects posts that are not wanted
   * @param most how many rows there will be at most
   */
  constructor(parser: RowParser, filter: PostFilter | undefined, most: number) {
    this.#lines = new Uint32Array(most);
    this.#hashes = new Uint32Array(ROW_HASH_WORDS * most);
    this.#parser = parser;
    this.#filter = filter;
    this.#withoutOffset = parser.withoutOffset;
    this.#lostTexts = parser.lostTexts;
  }

  /** The post of a row; undefined where it gives none that is wanted. */
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
   * Takes note of a row that was read elsewhere and gave a post.
   *
   * @param hash of its cells
   * @returns whether the post is wanted
   */
  accept(line: number, hash: KeyedHash, post: Pick<Post, 'time' | 'hashtags'>): boolean {
    const at = this.#rows++;
    this.#lines[at] = line;
    hash.write(this.#hashes, ROW_HASH_WORDS * at);
    const reason = this.#filter?.reasonAgainst(post);
    if (reason !== undefined) this.#reject(at, { reason, example: '' }, true);
    return reason === undefined;
  }

  /** What became of the rows that were read. */
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
