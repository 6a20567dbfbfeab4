import { BatchBuilder, type BatchOptions } from '../../dataset/batch-builder.js';
import type { RecordBatch } from '../../dataset/record-batch.js';
import type { ColumnMap } from '../../documents/options.js';
import type { Post } from '../../documents/post.js';
import type { TextChunk } from '../../read/blocks/csv-block-splitter.js';
import { BlockParser } from '../../read/blocks/parse-block.js';
import { mapColumns } from '../../read/column-mapping.js';
import type { ColumnProfile } from '../../read/column-profile.js';
import type { CsvDialect } from '../../read/csv-records.js';
import { parseTimeZoneOption } from '../../read/messages.js';
import { type PostFilterOptions, PostFilter } from '../../read/post-filter.js';
import { OutcomeRecorder, type RowOutcomes } from '../../read/row-outcomes.js';
import { RowParser } from '../../read/row-parser.js';
import { RecordFingerprinter } from './record-fingerprinter.js';

/** Everything that is needed to read the blocks of a table; it can be sent to another thread. */
export interface BatchTask {
  readonly layout: CsvDialect;
  readonly header: readonly string[];
  readonly map: ColumnMap;
  readonly surveyed: ColumnProfile;
  readonly assumeTz: string | undefined;
  readonly selection: PostFilterOptions;
  readonly input: number;
  readonly batchOptions: BatchOptions;
  /** Lines above this one are a title or the header. */
  readonly firstLine: number;
}

/** The result of reading one block of text. */
export interface BatchResult {
  readonly batch: RecordBatch;
  readonly outcomes: RowOutcomes;
  readonly repairs: number;
  /** The posts of the batch, if they are to be kept; else empty. */
  readonly posts: readonly Post[];
}

/** Reads the blocks of one table, in any order. */
export class BatchReader {
  readonly #task: BatchTask;
  readonly #rows: RowParser;
  readonly #blocks: BlockParser;
  readonly #records: RecordFingerprinter | undefined;
  readonly #filter: PostFilter;

  constructor(task: BatchTask) {
    this.#task = task;
    const plan = mapColumns(task.header, task.map, '');
    this.#rows = new RowParser(plan, task.surveyed, parseTimeZoneOption(task.assumeTz), task.input);
    this.#blocks = new BlockParser(task.layout);
    this.#records = RecordFingerprinter.of(this.#rows, task.surveyed, plan.format.apostropheBeforeSigns === true);
    this.#filter = new PostFilter(task.selection);
  }

  read(text: TextChunk, keepPosts = false): BatchResult {
    const builder = new BatchBuilder(this.#task.input, this.#task.batchOptions);
    const recorder = new OutcomeRecorder(this.#rows, this.#filter, text.starts.length);
    const posts: Post[] = [];
    const records = keepPosts ? undefined : this.#records;
    const { firstLine } = this.#task;
    const repairs = this.#blocks.parse(
      text,
      (row) => {
        const post = row.line < firstLine ? undefined : recorder.read(row);
        if (!post) return;
        builder.add(post, row.at);
        if (keepPosts) posts.push(post);
      },
      records && ((record, line, at) => line >= firstLine && records.take(record, line, at, recorder, builder)),
    );
    records?.endBatch(builder);
    return { batch: builder.block(), outcomes: recorder.outcomes(), repairs, posts };
  }
}
