import { BatchBuilder } from '../../dataset/batch-builder.js';
import type { RecordBatch } from '../../dataset/record-batch.js';
import type { SkipReason } from '../../documents/result.js';
import type { TextChunk } from '../../read/blocks/csv-block-splitter.js';
import { parseBlock } from '../../read/blocks/parse-block.js';
import { mapColumns } from '../../read/column-mapping.js';
import type { ColumnProfile } from '../../read/column-profile.js';
import type { CsvDialect } from '../../read/csv-records.js';
import { parseTimeZoneOption } from '../../read/messages.js';
import { type PostFilterOptions, PostFilter } from '../../read/post-filter.js';
import { type RowWarnings, RowParser } from '../../read/table.js';

/** Everything that the reading of a table's blocks depends on; can be handed to another thread. */
export interface BatchTask {
  readonly layout: CsvDialect;
  readonly header: readonly string[];
  readonly map: Readonly<Record<string, string>>;
  readonly surveyed: ColumnProfile;
  readonly assumeTz: string | undefined;
  readonly selection: PostFilterOptions;
  readonly input: number;
  /** What stands above this line is a title or the header. */
  readonly firstLine: number;
}

/** A row that is no post of the conversation, and why. */
export interface RejectedRow {
  readonly reason: SkipReason;
  /** Left out as asked for (another hashtag, another time): a post all the same. */
  readonly unselected: boolean;
  readonly line: number;
  /** Hash of its cells, by which whole-row duplicates are known; undefined where it is no row of this table. */
  readonly hash: readonly [high: number, low: number] | undefined;
  readonly example: string;
}

/** What became of one block of text. */
export interface BatchResult {
  readonly batch: RecordBatch;
  /** Hashes of the rows that gave the posts of `batch`, two halves each. */
  readonly hashes: Uint32Array;
  readonly rejected: readonly RejectedRow[];
  readonly warnings: RowWarnings;
  readonly repairs: number;
}

/** Examples are shown for the first row of a reason alone; all of them would be the text of every bad row. */
const EXAMPLES = 1;

/** Reads the blocks of one table, in any order. */
export class BatchReader {
  readonly #task: BatchTask;
  readonly #rows: RowParser;
  readonly #selector: PostFilter;

  constructor(task: BatchTask) {
    this.#task = task;
    const plan = mapColumns(task.header, task.map, '');
    this.#rows = new RowParser(plan, task.surveyed, parseTimeZoneOption(task.assumeTz), task.input);
    this.#selector = new PostFilter(task.selection);
  }

  read(text: TextChunk): BatchResult {
    const before = this.#rows.doubts;
    const fingerprinter = new BatchBuilder(this.#task.input);
    const hashes = new Uint32Array(2 * text.starts.length);
    const left: RejectedRow[] = [];
    const examples = new Map<SkipReason, number>();
    const leave = (
      reason: SkipReason,
      line: number,
      example: string,
      hash: RejectedRow['hash'],
      unselected = false,
    ): void => {
      const shown = examples.get(reason) ?? 0;
      examples.set(reason, shown + 1);
      left.push({ reason, line, hash, unselected, example: shown < EXAMPLES ? example : '' });
    };
    const repairs = parseBlock(text, this.#task.layout, (row) => {
      if (row.line < this.#task.firstLine) return;
      const misfit = this.#rows.rejectReason(row);
      if (misfit) {
        leave(misfit.reason, row.line, misfit.example, undefined);
        return;
      }
      const high = text.hashes[2 * row.record] ?? 0;
      const low = text.hashes[2 * row.record + 1] ?? 0;
      const read = this.#rows.read(row);
      const reason = 'reason' in read ? undefined : this.#selector.reasonAgainst(read);
      if ('reason' in read) leave(read.reason, row.line, read.example, [high, low]);
      else if (reason !== undefined) leave(reason, row.line, '', [high, low], true);
      else {
        hashes[2 * fingerprinter.count] = high;
        hashes[2 * fingerprinter.count + 1] = low;
        fingerprinter.add(read, row.at);
      }
    });
    const { withoutOffset, badCreated } = this.#rows.doubts;
    return {
      batch: fingerprinter.block(),
      hashes: hashes.slice(0, 2 * fingerprinter.count),
      rejected: left,
      warnings: { withoutOffset: withoutOffset - before.withoutOffset, badCreated: badCreated - before.badCreated },
      repairs,
    };
  }
}
