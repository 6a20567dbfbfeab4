import type { ColumnMapping } from '../column-mapping.js';
import type { Field, FieldIndices } from '../fields.js';
import { preview } from '../row-counts.js';
import type { Row } from '../row.js';
import { nonEmpty } from '../values.js';

/** Which column holds which field, while the sample rows are held against it. Each check corrects `places`. */
export class ColumnDraft {
  readonly plan: ColumnMapping;
  /** The sample: rows that hold posts, below the header. */
  readonly rows: readonly Row[];
  readonly places: FieldIndices;
  /** For the reader of the result. */
  readonly notes: string[];
  /** Names of the columns with rounded ids. */
  readonly damagedIds: string[] = [];

  constructor(plan: ColumnMapping, rows: readonly Row[], places: FieldIndices, notes: readonly string[]) {
    this.plan = plan;
    this.rows = rows;
    this.places = places;
    this.notes = [...notes];
  }

  /** The cells of a field's first column, a row each; empty where no column holds the field. */
  column(field: Field): string[] {
    return valuesAt(this.rows, this.places[field]?.[0]);
  }

  /** The name of a field's first column, as the file has it. */
  rawNameOf(field: Field): string {
    return this.plan.header[this.places[field]?.[0] ?? -1] ?? '';
  }

  /** The same for a message: cut, and without control characters. */
  nameOf(field: Field): string {
    return preview(this.rawNameOf(field));
  }

  /** Whether a column holds the field, and not because the user said so. */
  mayDoubt(field: Field): boolean {
    return this.places[field] !== undefined && !this.plan.mapped.has(field);
  }

  /** Takes columns from a field. */
  removeColumns(field: Field, removed: readonly number[]): void {
    const others = (this.places[field] ?? []).filter((at) => !removed.includes(at));
    if (others.length > 0) this.places[field] = others;
    else delete this.places[field];
  }

  noteDamaged(field: Field): void {
    this.damagedIds.push(this.rawNameOf(field));
  }
}

/** The cells of a column, '' for those that say nothing; no cells where there is no column. */
export function valuesAt(rows: readonly Row[], at: number | undefined): string[] {
  return at === undefined ? [] : rows.map(({ cells }) => nonEmpty(cells[at] ?? ''));
}
