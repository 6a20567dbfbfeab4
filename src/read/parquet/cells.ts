import type { SchemaTree } from 'hyparquet';
import { numberText } from '../cells/number-text.js';

/** A column of the resulting table; a field of a struct is named `author.username`. */
export interface TableColumn {
  readonly name: string;
  readonly path: readonly string[];
  /** Whether its times are wall clock times in a zone that the file does not give. */
  readonly local: boolean;
}

export type Struct = Readonly<Record<string, unknown>>;

/** The columns of a Parquet table; each field of a struct becomes a column. */
export function columnsOf({ element, children }: SchemaTree, above: readonly string[] = []): TableColumn[] {
  const path = [...above, element.name];
  const named =
    children.length > 0 &&
    element.converted_type === undefined &&
    element.logical_type === undefined &&
    element.repetition_type !== 'REPEATED';
  if (named) return children.flatMap((child) => columnsOf(child, path));
  return [
    {
      name: path.join('.'),
      path,
      local: element.logical_type?.type === 'TIMESTAMP' && !element.logical_type.isAdjustedToUTC,
    },
  ];
}

function valueAt(row: unknown, path: readonly string[]): unknown {
  let value = row;
  for (const name of path) {
    if (!isStruct(value)) return undefined;
    value = value[name];
  }
  return value;
}

function isStruct(value: unknown): value is Struct {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A value as CSV would contain it. */
export function cellOf(row: Struct, { path, local }: TableColumn): string {
  return textOf(valueAt(row, path), local);
}

function textOf(value: unknown, local: boolean): string {
  switch (typeof value) {
    case 'string':
      return value;
    case 'bigint':
    case 'boolean':
      return String(value);
    case 'number':
      return numberText(value);
    default:
      break;
  }
  if (value === null || value === undefined) return '';
  if (value instanceof Date)
    return Number.isNaN(value.getTime()) ? '' : local ? value.toISOString().slice(0, -1) : value.toISOString();
  if (value instanceof Uint8Array) return Buffer.from(value).toString('utf8');
  if (Array.isArray(value)) return value.map((part: unknown) => textOf(part, local)).join('|');
  return JSON.stringify(value, (_, part: unknown) => (typeof part === 'bigint' ? String(part) : part)) ?? '';
}
