import { TrendAuditError } from '../../errors.js';
import { escapeControls } from '../../text/escape-controls.js';
import { mapColumns, requireColumns, type ColumnMapping } from '../column-mapping.js';
import { isField, type Field } from '../fields.js';
import { JSON_FORMATS } from '../formats/json/index.js';
import type { JsonFormat } from '../formats/json/json-format.js';
import { listPaths, scalarPaths, compilePath, compileTemplate, type Path } from './path.js';
import { fieldColumns, type Columns } from './record-flattener.js';
import { matcher, extractRecords } from './records.js';
import { unsupportedJsonError } from './unsupported-json.js';
import { isJsonObject, ownProperty } from './value.js';

/** Which format a file has, and where each field is: as the format says, or as the user says with --map. */
export interface DetectedJson {
  readonly format: JsonFormat;
  readonly columns: Columns;
  readonly mapped: ReadonlySet<Field>;
}

/** From the first values of a file. Throws TrendAuditError where they are no posts. */
export function detectJsonFormat(
  values: readonly unknown[],
  map: Readonly<Record<string, string>>,
  file: string,
): DetectedJson {
  const [known] = JSON_FORMATS.filter((format) =>
    values.some((value) => extractRecords(format)(value).some(matcher(format))),
  ).sort((a, b) => b.recognisedBy.length - a.recognisedBy.length);
  if (known) {
    const records = values.flatMap((value) => extractRecords(known)(value));
    const plan = Object.keys(map).length === 0 ? undefined : mapColumns(scalarPaths(records), map, file);
    return { format: known, ...overlay(fieldColumns(known), plan) };
  }
  if (values.every(isEmptyAnswer))
    throw new TrendAuditError('empty', 'is an answer that holds no posts', {
      file,
      hint: 'give a dump with at least one post',
    });
  const stranger = Object.keys(map).length === 0 ? unsupportedJsonError(values, file) : undefined;
  if (stranger) throw stranger;
  return recogniseByKeys(values, map, file);
}

/** `{"statuses": []}`, or a page that says that there were no results. */
function isEmptyAnswer(value: unknown): boolean {
  if (RESULT_COUNT(value)[0] === '0') return true;
  return JSON_FORMATS.some(({ posts = [] }) =>
    posts.some(
      (path) =>
        path !== '' &&
        isEmptyList(
          path
            .split('.')
            .reduce((part: unknown, key) => (isJsonObject(part) ? ownProperty(part, key) : undefined), value),
        ),
    ),
  );
}

const RESULT_COUNT = compileTemplate('meta.result_count');

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

/** Posts of no known form: their fields by the names that people usually give them. */
function recogniseByKeys(
  values: readonly unknown[],
  map: Readonly<Record<string, string>>,
  file: string,
): DetectedJson {
  const candidates = ['', ...new Set(values.slice(0, 5).flatMap(listPaths))].map((list) => {
    const records = values.flatMap((value) => compilePath(list)(value));
    return { list, header: scalarPaths(records) };
  });
  const found = candidates
    .map(({ list, header }) => ({ list, plan: guess(header, map, file) }))
    .find(({ plan }) => plan !== undefined && isEnough(plan));
  if (found?.plan) return fromPlan(found.plan, found.list);
  // The best that there is tells what is missing.
  const [whole] = candidates;
  const plan = mapColumns(whole?.header ?? [], map, file);
  if (plan.places.time ?? plan.places.text) requireColumns(plan, file, '');
  const keys = plan.header
    .slice(0, 40)
    .map((key) => escapeControls(key).slice(0, 80))
    .join(', ');
  throw new TrendAuditError(
    'unknown-format',
    `is JSON of no form that is known here: its keys are ${keys === '' ? '(none)' : keys}${plan.header.length > 40 ? ` and ${plan.header.length - 40} more` : ''}`,
    {
      file,
      hint: `known are ${JSON_FORMATS.map(({ name }) => name).join(', ')}; of any other, say which key is which: --map account=KEY --map time=KEY --map text=KEY`,
    },
  );
}

/** A map that does not fit one of the lists may fit another. */
function guess(
  header: readonly Path[],
  map: Readonly<Record<string, string>>,
  file: string,
): ColumnMapping | undefined {
  try {
    return mapColumns(header, map, file);
  } catch (error) {
    if (error instanceof TrendAuditError) return undefined;
    throw error;
  }
}

function isEnough({ places }: ColumnMapping): boolean {
  return (
    places.time !== undefined &&
    places.text !== undefined &&
    (places.account ?? places.handle ?? places.name ?? places.url) !== undefined
  );
}

function fromPlan(plan: ColumnMapping, list: Path): DetectedJson {
  const { format } = plan;
  const recognisedBy = plan.header.filter((_, at) => plan.places.time?.includes(at));
  return { format: { ...format, recognisedBy, columns: {}, posts: [list] }, ...overlay(new Map(), plan) };
}

/** What the plan found goes before what is there already; a known format takes from it only what the user named. */
function overlay(
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
