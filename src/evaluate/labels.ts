import type { Label } from '../documents/evaluation.js';
import { TrendAuditError } from '../errors.js';
import { CsvSyntaxError, readRecords } from '../read/csv-records.js';
import { openSource, type Place } from '../read/open.js';
import type { Row } from '../read/row.js';
import { sniffDialect } from '../read/sniff-dialect.js';
import { peek } from '../read/streams.js';
import { Utf8Transcoder } from '../read/utf8-transcoder.js';
import { escapeControls } from '../text/escape-controls.js';
import { foldHandle } from '../text/fold-handle.js';

export interface Labels {
  readonly file: string;
  /** The label of each named account. */
  readonly rows: readonly Label[];
  /** Index in `rows` by the account's id, and by its handle as normalized by `foldHandle`. */
  readonly byId: ReadonlyMap<string, number>;
  readonly byHandle: ReadonlyMap<string, number>;
}

const ID_COLUMNS = ['userid', 'accountid', 'authorid', 'account', 'author', 'user', 'id'];
const HANDLE_COLUMNS = ['handle', 'screenname', 'userscreenname', 'username'];
const LABEL_COLUMNS = ['label', 'class', 'verdict', 'coordinated', 'iscoordinated'];
const VALUES: Readonly<Record<string, Label>> = { coordinated: 'coordinated', organic: 'organic' };
/** Values in a column named `coordinated`. */
const ANSWERS: Readonly<Record<string, Label>> = {
  ...VALUES,
  true: 'coordinated',
  yes: 'coordinated',
  1: 'coordinated',
  false: 'organic',
  no: 'organic',
  0: 'organic',
};

const HEADER_HINT = 'give it the header userid,label';

/**
 * Reads a table of labels: `userid,label`, each `coordinated` or `organic`. Throws TrendAuditError for an error that a
 * user can fix.
 */
export async function readLabels(file: string, place: Place = {}): Promise<Labels> {
  const [header, ...rows] = await readTable(file, place);
  if (header === undefined) throw new TrendAuditError('empty', 'is empty: no labels', { file, hint: HEADER_HINT });
  const columns = columnsOf(header, file);
  const labels: Label[] = [];
  const byId = new Map<string, number>();
  const byHandle = new Map<string, number>();
  for (const { cells, line } of rows) {
    const label = readLabel(cells[columns.label] ?? '', columns.values, file, line);
    const [id, handle] = [cells[columns.id ?? -1]?.trim() ?? '', cells[columns.handle ?? -1]?.trim() ?? ''];
    if (id === '' && handle === '')
      throw new TrendAuditError('malformed', 'a label without an account', {
        file,
        line,
        hint: 'name its account, or remove the row',
      });
    const earlier = id === '' ? byHandle.get(foldHandle(handle)) : byId.get(id);
    if (earlier !== undefined) {
      if (labels[earlier] === label) continue;
      throw new TrendAuditError(
        'malformed',
        `${escapeControls(id || handle)} is labelled both coordinated and organic`,
        {
          file,
          line,
          hint: 'keep one of the two rows',
          unquoted: { message: 'an account is labelled both coordinated and organic' },
        },
      );
    }
    if (id !== '') byId.set(id, labels.length);
    // An id may also be a handle, which is known only with the dump. The column of handles comes first.
    for (const name of [handle, id].filter((each) => each !== '').map(foldHandle))
      if (!byHandle.has(name)) byHandle.set(name, labels.length);
    labels.push(label);
  }
  if (labels.length === 0)
    throw new TrendAuditError('empty', 'holds a header and no labels', {
      file,
      hint: 'give it a row for each account that you know',
    });
  return { file, rows: labels, byId, byHandle };
}

async function readTable(file: string, place: Place): Promise<Row[]> {
  const { chunks } = await openSource(file, place);
  const { first, rest } = await peek(new Utf8Transcoder().toValidUtf8(chunks), 64 * 1024);
  const layout = sniffDialect(new TextDecoder().decode(first));
  const table: Row[] = [];
  try {
    for await (const rows of readRecords(rest, layout)) table.push(...rows);
  } catch (error) {
    if (!(error instanceof CsvSyntaxError)) throw error;
    throw new TrendAuditError('malformed', error.message, {
      file,
      line: error.line,
      hint: 'correct that row, or remove it',
    });
  }
  return table;
}

interface Columns {
  readonly id: number | undefined;
  readonly handle: number | undefined;
  readonly label: number;
  readonly values: Readonly<Record<string, Label>>;
}

function columnsOf({ cells, line }: Row, file: string): Columns {
  const names = cells.map((name) => name.toLowerCase().replaceAll(/[\s_.-]+/gu, ''));
  const find = (wanted: readonly string[]): number | undefined =>
    wanted.map((name) => names.indexOf(name)).find((at) => at >= 0);
  const [id, handle, label] = [find(ID_COLUMNS), find(HANDLE_COLUMNS), find(LABEL_COLUMNS)];
  if (label === undefined || (id ?? handle) === undefined) {
    const missing = label === undefined ? 'labels' : 'accounts';
    const found = escapeControls(cells.slice(0, 12).join(', ')).slice(0, 200);
    throw new TrendAuditError('missing-column', `no column of ${missing}: its columns are ${found}`, {
      file,
      line,
      hint: HEADER_HINT,
      unquoted: { message: `no column of ${missing}` },
    });
  }
  return { id, handle, label, values: (names[label] ?? '').endsWith('coordinated') ? ANSWERS : VALUES };
}

function readLabel(cell: string, values: Readonly<Record<string, Label>>, file: string, line: number): Label {
  const key = cell.trim().toLowerCase();
  const label = Object.hasOwn(values, key) ? values[key] : undefined;
  if (label !== undefined) return label;
  throw new TrendAuditError(
    'malformed',
    `${key === '' ? 'an empty label' : `a label “${escapeControls(cell.trim()).slice(0, 60)}”`}, not ` +
      'coordinated or organic',
    {
      file,
      line,
      hint: 'write coordinated or organic, or remove the row',
      unquoted: { message: `${key === '' ? 'an empty label' : 'a label'}, not coordinated or organic` },
    },
  );
}
