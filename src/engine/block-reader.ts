import type { Block } from '../measure/block.js';
import { Fingerprinter } from '../measure/fingerprint.js';
import { parseBlock } from '../read/blocks/parse-block.js';
import type { TextBlock } from '../read/blocks/split-records.js';
import { planColumns } from '../read/columns.js';
import { zoneOf } from '../read/explain.js';
import type { Layout } from '../read/records.js';
import { type Selection, Selector } from '../read/select.js';
import type { Survey } from '../read/survey.js';
import { type Doubts, TableRows } from '../read/table.js';
import type { SkipReason } from '../result.js';

/** Everything that the reading of a table's blocks depends on; can be handed to another thread. */
export interface BlockTask {
  readonly layout: Layout;
  readonly header: readonly string[];
  readonly map: Readonly<Record<string, string>>;
  readonly surveyed: Survey;
  readonly assumeTz: string | undefined;
  readonly selection: Selection;
  readonly input: number;
  /** What stands above this line is a title or the header. */
  readonly firstLine: number;
}

/** A row that is no post of the conversation, and why. */
export interface LeftRow {
  readonly reason: SkipReason;
  /** Left out as asked for (another hashtag, another time): a post all the same. */
  readonly unselected: boolean;
  readonly line: number;
  /** Hash of its cells, by which whole-row duplicates are known; undefined where it is no row of this table. */
  readonly hash: readonly [high: number, low: number] | undefined;
  readonly example: string;
}

/** What became of one block of text. */
export interface BlockReading {
  readonly block: Block;
  /** Hashes of the rows that gave the posts of `block`, two halves each. */
  readonly hashes: Uint32Array;
  readonly left: readonly LeftRow[];
  readonly doubts: Doubts;
  readonly repairs: number;
}

/** Examples are shown for the first row of a reason alone; all of them would be the text of every bad row. */
const EXAMPLES = 1;

/** Reads the blocks of one table, in any order. */
export class BlockReader {
  readonly #task: BlockTask;
  readonly #rows: TableRows;
  readonly #selector: Selector;

  constructor(task: BlockTask) {
    this.#task = task;
    const plan = planColumns(task.header, task.map, '');
    this.#rows = new TableRows(plan, task.surveyed, zoneOf(task.assumeTz), task.input);
    this.#selector = new Selector(task.selection);
  }

  read(text: TextBlock): BlockReading {
    const before = this.#rows.doubts;
    const fingerprinter = new Fingerprinter(this.#task.input);
    const hashes = new Uint32Array(2 * text.starts.length);
    const left: LeftRow[] = [];
    const examples = new Map<SkipReason, number>();
    const leave = (reason: SkipReason, line: number, example: string, hash: LeftRow['hash'], unselected = false): void => {
      const shown = examples.get(reason) ?? 0;
      examples.set(reason, shown + 1);
      left.push({ reason, line, hash, unselected, example: shown < EXAMPLES ? example : '' });
    };
    const repairs = parseBlock(text, this.#task.layout, (row) => {
      if (row.line < this.#task.firstLine) return;
      const misfit = this.#rows.misfit(row);
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
      block: fingerprinter.block(),
      hashes: hashes.slice(0, 2 * fingerprinter.count),
      left,
      doubts: { withoutOffset: withoutOffset - before.withoutOffset, badCreated: badCreated - before.badCreated },
      repairs,
    };
  }
}
