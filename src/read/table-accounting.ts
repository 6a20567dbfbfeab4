import { RESULT_OPTIONS } from '../documents/options.js';
import type { Input, Reading } from '../documents/result.js';
import { TrendAuditError } from '../errors.js';
import { outOfRange } from '../stats/array-access.js';
import { Interner } from '../text/interner.js';
import type { ColumnProfile } from './column-profile.js';
import { type DetectedTable, SAMPLE_ROWS, type TableFile } from './detect-table.js';
import { columnNames, rowNotes, skipHints, unusedColumns } from './messages.js';
import { platformPart } from './platform.js';
import { RowCounts } from './row-counts.js';
import type { RowOutcomes } from './row-outcomes.js';
import { OTHER_ORDER } from './row-parser.js';
import { ROW_HASH_WORDS } from './row.js';

/** The report on a table, without what is derived from the bytes of the file. */
export type ReadReport = Omit<Input, 'path' | 'sha256' | 'bytes' | 'reading'> & {
  readonly reading: Omit<Reading, 'encoding' | 'encodingRepairs'>;
};

/** The zone for times without an offset. */
function zoneOf({ zone }: ColumnProfile): string {
  return 'zone' in zone ? zone.zone : 'UTC';
}

/**
 * Accounts for the rows of one table: counts them, finds duplicates of whole rows, and throws if too many are bad.
 * All rows must be passed in order.
 */
export class TableAccounting {
  readonly #table: DetectedTable;
  readonly #file: TableFile;
  readonly #counts: RowCounts;
  /** Rows whose posts the filter excluded. */
  readonly #excluded = new RowCounts();
  readonly #seen = new Interner(ROW_HASH_WORDS, 'hashes');
  #withoutOffset = 0;
  #badCreated = 0;
  #lostTexts = 0;
  #checked = false;

  constructor(table: DetectedTable, file: TableFile) {
    this.#table = table;
    this.#file = file;
    this.#counts = new RowCounts(file.unit);
  }

  /**
   * Accounts for more rows. Returns the indexes of the posts whose row repeats an earlier one. Throws TrendAuditError
   * if the first rows, a large number, gave no post at all.
   */
  take({ lines, hashes, rejected, badCreated, withoutOffset, lostTexts }: RowOutcomes): ReadonlySet<number> {
    const repeated = new Set<number>();
    const counts = this.#counts;
    let [posts, nextRejected, nextBad] = [0, 0, 0];
    for (let row = 0; row < lines.length; row++) {
      this.#giveUp();
      counts.rows++;
      const line = lines[row] ?? outOfRange();
      const rejection = rejected[nextRejected]?.row === row ? rejected[nextRejected++] : undefined;
      const isBadCreated = badCreated[nextBad] === row;
      if (isBadCreated) nextBad++;
      if (rejection?.example === OTHER_ORDER)
        throw new TrendAuditError('malformed', `a second header is here, with its columns in another order`, {
          file: this.#file.name,
          line,
          hint: 'these are two files joined together: give each as a separate file',
        });
      if (!rejection) posts++;
      // The first word of a real hash is never 0.
      if (hashes[row * ROW_HASH_WORDS] !== 0 && !this.#seen.add(hashes, row * ROW_HASH_WORDS)) {
        counts.skip('duplicate-row', line, '');
        if (!rejection) repeated.add(posts - 1);
        continue;
      }
      if (isBadCreated) this.#badCreated++;
      if (!rejection) counts.posts++;
      else if (rejection.excluded) this.#excluded.skip(rejection.reason, line, '');
      else counts.skip(rejection.reason, line, rejection.example);
    }
    this.#withoutOffset += withoutOffset;
    this.#lostTexts += lostTexts;
    this.#giveUp();
    this.#file.onPosts(counts.posts + this.#excluded.total);
    return repeated;
  }

  /** The report on all rows. Throws TrendAuditError if too many are bad. */
  report(): ReadReport {
    const { plan, surveyed, notes } = this.#table;
    const { assumeTz } = this.#file.options;
    const [counts, excluded] = [this.#counts, this.#excluded];
    this.#check();
    const columns = columnNames(plan, surveyed);
    return {
      format: plan.format.name,
      ...platformPart(plan.format, columns),
      rows: counts.rows,
      posts: counts.posts,
      skipped: { ...counts.skipped, ...excluded.skipped },
      skippedAt: { ...counts.skippedAt, ...excluded.skippedAt },
      columns,
      reading: {
        timeZoneAssumed: this.#withoutOffset > 0 ? (assumeTz ?? zoneOf(surveyed)) : null,
        damagedIds: surveyed.damagedIds,
        columnsLeft: unusedColumns(surveyed),
      },
      notes: [
        ...notes,
        ...rowNotes(
          surveyed,
          { withoutOffset: this.#withoutOffset, badCreated: this.#badCreated, lostTexts: this.#lostTexts },
          plan.format,
          assumeTz,
        ),
      ],
    };
  }

  /** Stops early if the first rows gave no post at all. Tested after each row, because batches have any size. */
  #giveUp(): void {
    if (this.#checked || this.#counts.candidates < SAMPLE_ROWS) return;
    this.#checked = true;
    if (this.#counts.posts + this.#excluded.total === 0) this.#check();
  }

  #check(): void {
    const { name, options } = this.#file;
    this.#counts.check(options.maxBadRows ?? RESULT_OPTIONS.maxBadRows.default, name, skipHints(this.#table.plan));
  }
}
