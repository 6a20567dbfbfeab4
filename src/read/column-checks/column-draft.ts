import type { ColumnMapping } from '../column-mapping.js';
import type { Field, FieldIndices } from '../fields.js';
import { preview } from '../row-counts.js';
import type { Row } from '../row.js';
import { nonEmpty } from '../values.js';

/** Which column holds which field, while the checks on the sample rows correct `places`. */
export class ColumnDraft {
  readonly plan: ColumnMapping;
  /** The sample: rows with posts, below the header. */
  readonly rows: readonly Row[];
  readonly places: FieldIndices;
  /** Messages for the reader of the result. */
  readonly notes: string[];
  /** Names of the columns with rounded ids. */
  readonly damagedIds: string[] = [];

  constructor(plan: ColumnMapping, rows: readonly Row[], places: FieldIndices, notes: readonly string[]) {
    this.plan = plan;
    this.rows = rows;
    this.places = places;
    this.notes = [...notes];
  }

  /** The cells of a field's first column, one per row; empty if no column holds the field. */
  column(field: Field): string[] {
    return valuesAt(this.rows, this.places[field]?.[0]);
  }

  /** The name of a field's first column, as written in the file. */
  rawNameOf(field: Field): string {
    return this.plan.header[this.places[field]?.[0] ?? -1] ?? '';
  }

  /** The same name for a message: shortened, without control characters. */
  nameOf(field: Field): string {
    return preview(this.rawNameOf(field));
  }

  /** Whether a column holds the field and the user did not choose it. */
  mayDoubt(field: Field): boolean {
    return this.places[field] !== undefined && !this.plan.mapped.has(field);
  }

  /** Removes columns from a field. */
  removeColumns(field: Field, removed: readonly number[]): void {
    const others = (this.places[field] ?? []).filter((at) => !removed.includes(at));
    if (others.length > 0) this.places[field] = others;
    else delete this.places[field];
  }

  noteDamaged(field: Field): void {
    this.damagedIds.push(this.rawNameOf(field));
  }
}

/** The cells of a column, '' for empty values; no cells if there is no column. */
export function valuesAt(rows: readonly Row[], at: number | undefined): string[] {
  return at === undefined ? [] : rows.map(({ cells }) => nonEmpty(cells[at] ?? ''));
}
