import type { ColumnMapping } from '../column-mapping.js';
import type { Field, FieldIndices } from '../fields.js';
import { generic } from '../formats/generic.js';
import { preview } from '../row-counts.js';
import { type ColumnValues, columnValues } from './column-values.js';

export interface PassedOver {
  readonly column: ColumnValues;
  readonly why: string;
}

/** Which column each field is read from, while it is being chosen, and what the reader of the result is told of it. */
export class ColumnChoice {
  readonly plan: ColumnMapping;
  /** The rows by which columns are weighed. */
  readonly rows: readonly (readonly string[])[];
  readonly places: FieldIndices;
  readonly notes: string[] = [];
  readonly passedOver: PassedOver[] = [];
  /** Whether the table is of no known format, so that its columns are only guessed from their names. */
  readonly isGeneric: boolean;
  readonly #ignored: ReadonlySet<number>;
  readonly #values = new Map<number, ColumnValues>();

  /** @param ignored columns that are no field by themselves */
  constructor(plan: ColumnMapping, rows: readonly (readonly string[])[], ignored: ReadonlySet<number>) {
    this.plan = plan;
    this.rows = rows;
    this.places = { ...plan.places };
    this.isGeneric = plan.format === generic;
    this.#ignored = ignored;
  }

  /** What the values of a column show. */
  column(at: number): ColumnValues {
    const values = this.#values.get(at) ?? columnValues(this.rows, at, this.plan.header[at] ?? '');
    this.#values.set(at, values);
    return values;
  }

  /** All columns that may hold a field, but for those with these places. */
  columnsExcept(taken: ReadonlySet<number>): ColumnValues[] {
    return this.plan.header.flatMap((_, at) => (this.#ignored.has(at) || taken.has(at) ? [] : [this.column(at)]));
  }

  /** Named columns that hold no field so far, and that no listed name tells. */
  unlistedColumns(): ColumnValues[] {
    const taken = new Set([...this.used(), ...Object.values(this.plan.candidates).flat()]);
    return this.columnsExcept(taken).filter(({ name }) => name !== '');
  }

  /** The columns that may hold a field by their names; the one that the user named, where there is one. */
  candidatesFor(field: Field): ColumnValues[] {
    const { mapped, candidates } = this.plan;
    return ((mapped.has(field) ? this.places[field] : candidates[field]) ?? []).map((at) => this.column(at));
  }

  /** Reads a field from this column, or from none, unless the user said from which. */
  set(field: Field, column: ColumnValues | undefined): void {
    if (this.plan.mapped.has(field)) return;
    if (column) this.places[field] = [column.at];
    else delete this.places[field];
  }

  /** Reads a field from a column that no listed name tells, and notes it. */
  takeGuessed(field: Field, [best, ...others]: readonly ColumnValues[], what: string): void {
    if (!best) return;
    this.set(field, best);
    const also = others.length === 0 ? '' : `; ${others.map(quoteName).join(', ')} may be as well`;
    this.notes.push(`${quoteName(best)} was read as ${what}${also}: --map ${field}=COLUMN says otherwise.`);
  }

  /** The places of all columns that are read. */
  used(): Set<number> {
    return new Set(Object.values(this.places).flat());
  }
}

/** The name of a column for a message: cut, and without control characters. */
export function quoteName({ name }: ColumnValues): string {
  return preview(name);
}
