import type { ColumnMap } from '../../documents/options.js';
import type { ColumnMapping } from '../column-mapping.js';
import { isField, type Field } from '../fields.js';
import type { JsonFormat } from '../formats/json/json-format.js';
import { mappedColumns } from '../mapped-columns.js';
import { compileTemplate, type Path } from './path.js';
import type { Columns } from './record-flattener.js';

/** The format of a file and the paths of its fields, from the format itself or from --map. */
export interface DetectedJson {
  readonly format: JsonFormat;
  readonly columns: Columns;
  readonly mapped: ReadonlySet<Field>;
  /** Notes on columns chosen by their values and on passed-over columns, for the reader of the result. */
  readonly notes: readonly string[];
  /** Takes the posts out of the envelopes in a value of the file; absent if there are no envelopes. */
  readonly unwrap?: (value: unknown) => readonly unknown[];
}

/** The keys of records, with those keys of the user that are too deep to be found automatically. */
export function withNamed(header: readonly Path[], records: readonly unknown[], map: ColumnMap): Path[] {
  const deeper = mappedColumns(map).filter(
    (path) =>
      path.includes('.') &&
      !header.includes(path) &&
      records.some((record) => compileTemplate(path)(record).length > 0),
  );
  return [...header, ...deeper];
}

/** Columns of the plan replace existing ones; in a known format, only those that the user named do so. */
export function overlay(
  columns: Map<Field, readonly Path[]>,
  plan: ColumnMapping | undefined,
): Pick<DetectedJson, 'columns' | 'mapped'> {
  if (plan === undefined) return { columns, mapped: new Set() };
  const isKnown = columns.size > 0;
  for (const [field, places] of Object.entries(plan.places)) {
    if (!isField(field) || (isKnown && !plan.mapped.has(field))) continue;
    columns.set(
      field,
      places.map((at) => plan.header[at] ?? ''),
    );
  }
  for (const field of plan.mapped) if (plan.places[field] === undefined) columns.delete(field);
  return { columns, mapped: plan.mapped };
}
