import type { ColumnMapping } from '../column-mapping.js';
import { type FieldIndices, FIELDS, isField, LIST_FIELDS, type Field } from '../fields.js';
import type { JsonFormat } from '../formats/json/json-format.js';
import { objectCell } from '../objects.js';
import { htmlText } from './html-text.js';
import { compilePath, compileTemplate, type Path, pathsIn, type Template } from './path.js';
import { isJsonObject, ownProperty, scalarToString } from './value.js';

/** The templates by which each field is read from a record. */
export type Columns = ReadonlyMap<Field, readonly Template[]>;

/** The templates of each field of a format, always as a list. */
export function fieldColumns({ columns }: Pick<JsonFormat, 'columns'>): Map<Field, readonly Template[]> {
  return new Map(
    Object.entries(columns).flatMap(([field, templates]) =>
      isField(field) ? [[field, [templates].flat()] as const] : [],
    ),
  );
}

/** One template for a field. */
interface Candidate {
  readonly template: Template;
  readonly read: (record: unknown) => readonly string[];
  /** Whether its value in a record is one list of strings: the parts of a text. */
  readonly isWhole: (record: unknown) => boolean;
  /** Whether it gave a value in any record so far. */
  seen: boolean;
}

interface CellColumn {
  readonly field: Field;
  readonly candidates: readonly Candidate[];
}

/** Converts records to rows of a table, with a column for each field. */
export class RecordFlattener {
  readonly #columns: readonly CellColumn[];
  /** The field of each cell: each field once, except `object`, which has a cell for each of its columns. */
  readonly #fields: readonly Field[];
  readonly #within: ((record: unknown) => readonly unknown[]) | undefined;
  readonly #prefix: Path;
  readonly #html: boolean;
  readonly #seen = new Map<Field, Set<Template>>();

  constructor(
    { within, html = false, joined: ofParts = [] }: Pick<JsonFormat, 'within' | 'html' | 'joined'>,
    columns: Columns,
  ) {
    const cells = Object.keys(FIELDS)
      .filter(isField)
      .flatMap((field): { readonly field: Field; readonly templates: readonly Template[] }[] => {
        const templates = columns.get(field);
        if (templates === undefined) return [];
        return field === 'object'
          ? templates.map((template) => ({ field, templates: [template] }))
          : [{ field, templates }];
      });
    this.#fields = cells.map(({ field }) => field);
    this.#columns = cells.map(({ field, templates }) => ({
      field,
      candidates: templates.map((template) => ({
        template,
        isWhole: (record) => isListOfStrings(record, template),
        read: ofParts.includes(field) ? joinedParts(template) : compileTemplate(template),
        seen: false,
      })),
    }));
    this.#prefix = within ?? '';
    this.#within = within === undefined ? undefined : compilePath(within);
    this.#html = html;
  }

  of(record: unknown): string[] {
    const inner = this.#within?.(record)[0];
    const cells: string[] = [];
    for (const column of this.#columns) cells.push(this.#cell(column, record, inner));
    return cells;
  }

  #cell({ field, candidates }: CellColumn, record: unknown, inner: unknown): string {
    let list = '';
    for (const candidate of candidates) {
      let texts = candidate.read(inner === undefined ? record : inner);
      if (texts.length === 0 && inner !== undefined) texts = candidate.read(record);
      const [text] = texts;
      if (text === undefined) continue;
      if (!candidate.seen) this.#see(field, candidate);
      if (field === 'object') return objectCell(texts);
      if (!LIST_FIELDS.has(field)) {
        const whole = field === 'text' && texts.length > 1 && candidate.isWhole(record) ? joined(texts) : text;
        return field === 'text' && this.#html ? htmlText(whole) : whole;
      }
      for (const each of texts) {
        // The # keeps hashtags such as #NA and #None from being read as empty values.
        const part = field === 'hashtags' && !each.startsWith('#') ? `#${each}` : each;
        list = list === '' ? part : `${list}|${part}`;
      }
    }
    return list;
  }

  /** The columns that the records so far have filled; essential fields without any value are left out. */
  plan(format: JsonFormat, mapped: ReadonlySet<Field>): ColumnMapping {
    const places: FieldIndices = {};
    this.#fields.forEach((field, at) => {
      if (this.#seen.has(field) || !ESSENTIAL.has(field)) places[field] = [...(places[field] ?? []), at];
    });
    const objectNames = new Map<number, string>();
    for (const at of places.object ?? []) objectNames.set(at, this.#columns[at]?.candidates[0]?.template ?? '');
    return {
      format,
      header: this.#fields.map((field, at) => objectNames.get(at) ?? [...(this.#seen.get(field) ?? [])].join(', ')),
      places,
      candidates: {},
      mapped,
      objectNames,
    };
  }

  /** The field of each cell of a row. */
  get fields(): readonly Field[] {
    return this.#fields;
  }

  /** The keys of records that filled no column; an object in which no key was used is listed as one key. */
  keysLeft(keys: readonly Path[]): string[] {
    const used = [...this.#seen.values()]
      .flatMap((templates) => [...templates])
      .flatMap(pathsIn)
      .flatMap((path) => (this.#prefix === '' ? [path] : [path, `${this.#prefix}.${path}`]));
    const isUsed = (path: Path): boolean => used.some((each) => each === path || each.startsWith(`${path}.`));
    const left = keys
      .filter((key) => !used.includes(key))
      .map((key) => {
        const steps = key.split('.');
        return steps.map((_, at) => steps.slice(0, at + 1).join('.')).find((path) => !isUsed(path)) ?? key;
      });
    return [...new Set(left)];
  }

  #see(field: Field, candidate: Candidate): void {
    candidate.seen = true;
    const seen = this.#seen.get(field);
    if (seen === undefined) this.#seen.set(field, new Set([candidate.template]));
    else seen.add(candidate.template);
  }
}

/** Joins a text that consists of parts: strings, and objects with a `text`. */
function joinedParts(path: Path): (record: unknown) => readonly string[] {
  const parts = compilePath(path);
  return (record) => {
    const whole = parts(record)
      .map((part) => (isJsonObject(part) ? scalarToString(ownProperty(part, 'text')) : scalarToString(part)))
      .join('');
    return whole === '' ? [] : [whole];
  };
}

/** Whether a path leads through objects alone to a list of strings. */
function isListOfStrings(record: unknown, path: Template): boolean {
  let part = record;
  for (const key of path.split('.')) part = isJsonObject(part) ? ownProperty(part, key) : undefined;
  return Array.isArray(part) && part.every((each) => typeof each === 'string');
}

/** The parts of a text: with spaces between them, unless they have their own. */
function joined(parts: readonly string[]): string {
  return parts.join(parts.some((part) => /^\s|\s$/.test(part)) ? '' : ' ');
}

/** The fields that decide how accounts are distinguished, so those that the file never fills must be left out. */
const ESSENTIAL: ReadonlySet<Field> = new Set(['id', 'account', 'handle', 'name', 'url']);
