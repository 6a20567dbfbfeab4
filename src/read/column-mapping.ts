import { TrendAuditError } from '../errors.js';
import { escapeControls } from '../text/escape-controls.js';
import { suggest } from '../text/suggest.js';
import { FIELDS, isField, LIST_FIELDS, type Field, type FieldIndices } from './fields.js';
import type { DumpFormat } from './formats/format.js';
import { generic } from './formats/generic.js';
import { DUMP_FORMATS } from './formats/index.js';

export interface ColumnMapping {
  readonly format: DumpFormat;
  readonly header: readonly string[];
  readonly places: FieldIndices;
  /** Fields whose column the user named: never second-guessed. */
  readonly mapped: ReadonlySet<Field>;
}

/** A column's name as it is compared: without case, spaces, `_`, `-` and `.`. */
export function normalizeColumnName(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_.-]+/g, '');
}

/** The format that a header tells, the most particular of those that fit, and its columns; `map` goes before any guess. */
export function mapColumns(
  header: readonly string[],
  map: Readonly<Record<string, string>>,
  file: string,
): ColumnMapping {
  const index = new Map<string, number>();
  header.forEach((name, at) => {
    const key = normalizeColumnName(name);
    if (key !== '' && !index.has(key)) index.set(key, at);
  });
  const [format = generic] = DUMP_FORMATS.filter((candidate) =>
    candidate.recognisedBy.every((name) => index.has(normalizeColumnName(name))),
  ).sort((a, b) => b.recognisedBy.length - a.recognisedBy.length);
  const taken = new Set<number>();
  const places: FieldIndices = {};
  const mapped = resolveMap(map, header, index, file);
  for (const [field, at] of mapped) {
    if (at === undefined) continue;
    places[field] = [at];
    taken.add(at);
  }
  for (const [name, columns] of Object.entries(format.columns)) {
    if (!isField(name) || mapped.has(name)) continue;
    const found = [columns].flat().flatMap((column) => {
      const at = index.get(normalizeColumnName(column));
      return at === undefined || (format === generic && taken.has(at)) ? [] : [at];
    });
    if (found.length === 0) continue;
    places[name] = LIST_FIELDS.has(name) ? found : found.slice(0, 1);
    for (const at of places[name] ?? []) taken.add(at);
  }
  return { format, header, places, mapped: new Set(mapped.keys()) };
}

/** `--map field=` with nothing behind it says that no column holds the field. */
function resolveMap(
  map: Readonly<Record<string, string>>,
  header: readonly string[],
  index: ReadonlyMap<string, number>,
  file: string,
): Map<Field, number | undefined> {
  const places = new Map<Field, number | undefined>();
  for (const [field, column] of Object.entries(map)) {
    if (!isField(field)) {
      const near = suggest(field, Object.keys(FIELDS));
      throw new TrendAuditError('usage', `--map: there is no field “${escapeControls(field)}”`, {
        hint:
          near === undefined
            ? `fields are ${Object.keys(FIELDS).join(', ')}`
            : `did you mean --map ${mapArgument(near, column === '' ? undefined : column)}?`,
      });
    }
    if (column === '') {
      places.set(field, undefined);
      continue;
    }
    const exact = header.indexOf(column);
    const at = exact >= 0 ? exact : index.get(normalizeColumnName(column));
    if (at === undefined) {
      const near = suggest(column, header);
      throw new TrendAuditError('usage', `--map ${field}: there is no column “${escapeControls(column)}”`, {
        file,
        hint:
          near === undefined
            ? `its columns are ${listColumns(header)}`
            : `did you mean --map ${mapArgument(field, near)}?`,
      });
    }
    places.set(field, at);
  }
  return places;
}

/** Fails with a ready `--map` where time, text or every kind of account is missing. `why` tells what was wrong with a column that was dropped. */
export function requireColumns({ header, places }: ColumnMapping, file: string, why: string): void {
  const account: Field | undefined = (['account', 'handle', 'name', 'reposter'] as const).find(
    (field) => places[field] !== undefined,
  );
  const byUrl = places.url === undefined ? account : (account ?? 'url');
  const missing = [...(byUrl ? [] : ['account']), ...(places.time ? [] : ['time']), ...(places.text ? [] : ['text'])];
  if (missing.length === 0) return;
  const found = (field: Field): string => mapArgument(field, header[places[field]?.[0] ?? -1]);
  const ready = [found(account ?? 'account'), found('time'), found('text')]
    .map((argument) => `--map ${argument}`)
    .join(' ');
  const columns = `its columns are ${listColumns(header)}`;
  if (missing.length === 3) {
    throw new TrendAuditError('not-posts', `does not look like posts: ${columns}`, {
      file,
      line: 1,
      hint: `if it holds posts, say which column is which: ${ready}`,
    });
  }
  throw new TrendAuditError(
    'missing-column',
    `no column for ${missing.join(' and ')}${why === '' ? '' : ` (${why})`}: ${columns}`,
    {
      file,
      line: 1,
      hint: `say which it is, with the column's name for COLUMN: ${ready}`,
    },
  );
}

/** `time='Created At'`, quoted for a shell where it must be. */
function mapArgument(field: string, column: string | undefined): string {
  if (column === undefined) return `${field}=COLUMN`;
  const name = escapeControls(column);
  return `${field}=${/^[\p{L}\p{N}_.:-]+$/u.test(name) ? name : `'${name.replaceAll("'", String.raw`'\''`)}'`}`;
}

function listColumns(header: readonly string[]): string {
  const names = header.slice(0, 40).map((name) => {
    const letters = [...escapeControls(name)];
    return letters.length > 60 ? `${letters.slice(0, 59).join('')}…` : letters.join('');
  });
  return names.join(', ') + (header.length > 40 ? ` and ${header.length - 40} more` : '');
}
