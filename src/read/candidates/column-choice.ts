import type { ColumnMapping } from '../column-mapping.js';
import type { Field, FieldIndices } from '../fields.js';
import { generic } from '../formats/generic.js';
import { preview } from '../row-counts.js';
import { type ColumnValues, columnValues } from './column-values.js';

export interface PassedOver {
  readonly column: ColumnValues;
  readonly why: string;
}

/**
 * Which column each field is read from, while the columns are being chosen, with the notes for the reader of the
 * result.
 */
export class ColumnChoice {
  readonly plan: ColumnMapping;
  /** The sample of rows by which columns are compared. */
  readonly rows: readonly (readonly string[])[];
  readonly places: FieldIndices;
  readonly notes: string[] = [];
  readonly passedOver: PassedOver[] = [];
  /** Whether the table has no known format, so that columns are only guessed from their names. */
  readonly isGeneric: boolean;
  readonly #ignored: ReadonlySet<number>;
  readonly #values = new Map<number, ColumnValues>();

  /** @param ignored columns that are not a field alone */
  constructor(plan: ColumnMapping, rows: readonly (readonly string[])[], ignored: ReadonlySet<number>) {
    this.plan = plan;
    this.rows = rows;
    this.places = { ...plan.places };
    this.isGeneric = plan.format === generic;
    this.#ignored = ignored;
  }

  /** The values of a column, computed once. */
  column(at: number): ColumnValues {
    const values = this.#values.get(at) ?? columnValues(this.rows, at, this.plan.header[at] ?? '');
    this.#values.set(at, values);
    return values;
  }

  /** All columns that may hold a field, except those at these positions. */
  columnsExcept(taken: ReadonlySet<number>): ColumnValues[] {
    return this.plan.header.flatMap((_, at) => (this.#ignored.has(at) || taken.has(at) ? [] : [this.column(at)]));
  }

  /** Columns with a name that no field uses so far and that is not in the lists of known names. */
  unlistedColumns(): ColumnValues[] {
    const taken = new Set([...this.used(), ...Object.values(this.plan.candidates).flat()]);
    return this.columnsExcept(taken).filter(({ name }) => name !== '');
  }

  /** The columns that may hold a field by their names; only the user's column, if the user named one. */
  candidatesFor(field: Field): ColumnValues[] {
    const { mapped, candidates } = this.plan;
    return ((mapped.has(field) ? this.places[field] : candidates[field]) ?? []).map((at) => this.column(at));
  }

  /** Sets the column of a field, or removes it, unless the user chose the column. */
  set(field: Field, column: ColumnValues | undefined): void {
    if (this.plan.mapped.has(field)) return;
    if (column) this.places[field] = [column.at];
    else delete this.places[field];
  }

  /** Reads a field from a column with an unlisted name, and adds a note. */
  takeGuessed(field: Field, [best, ...others]: readonly ColumnValues[], what: string): void {
    if (!best) return;
    this.set(field, best);
    const also = others.length === 0 ? '' : `; ${others.map(quoteName).join(', ')} may be as well`;
    this.notes.push(`${quoteName(best)} was read as ${what}${also}: --map ${field}=COLUMN overrides this.`);
  }

  /** The positions of all columns in use. */
  used(): Set<number> {
    return new Set(Object.values(this.places).flat());
  }
}

/** The name of a column for a message: shortened, without control characters. */
export function quoteName({ name }: ColumnValues): string {
  return preview(name);
}
