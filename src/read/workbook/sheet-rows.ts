import { CsvSyntaxError, MAX_RECORD } from '../csv-records.js';
import type { Row } from '../row.js';
import { CorruptArchiveError } from '../unpack/corrupt-archive.js';
import { columnOf, dateText, digitsText, type NumberKind, unescapeText } from './cell-format.js';
import { RichText, type SharedStrings } from './shared-strings.js';
import { parseXml } from './xml.js';

/** Data of the workbook that the cells of all sheets need. */
export interface CellContext {
  readonly strings: SharedStrings | undefined;
  /** The meaning of a cell's number, by the number of its style. */
  readonly kinds: readonly NumberKind[];
  readonly from1904: boolean;
  /**
   * Called with the size of data that a cell adds beyond its own bytes, before it is held: empty cells before it, a
   * shared text. Throws if it is too much.
   */
  readonly take: (bytes: number) => void;
}

/** The maximum number of columns in a sheet. */
const MAX_COLUMNS = 16_384;

/**
 * Yields the non-empty rows of a sheet in batches, each up to its last filled cell; `line` is the row's number in the
 * sheet. Formulas are never computed: a cell has the stored result, or the text of the formula if there is none.
 *
 * @throws CorruptArchiveError if it is not a sheet; CsvSyntaxError for a row that is too long
 */
export async function* readSheetRows(chunks: AsyncIterable<Uint8Array>, context: CellContext): AsyncGenerator<Row[]> {
  const rows = new RowCollector(context);
  for await (const piece of parseXml(chunks, rows)) {
    void piece;
    const found = rows.take();
    if (found.length > 0) yield found;
  }
}

class RowCollector {
  readonly #context: CellContext;
  readonly #inline = new RichText();
  #rows: Row[] = [];
  #line = 0;
  #cells: string[] = [];
  #column = -1;
  #type = '';
  #style = 0;
  #value = '';
  #formula = '';
  #within: 'value' | 'formula' | 'inline' | undefined;
  #length = 0;

  constructor(context: CellContext) {
    this.#context = context;
  }

  take(): Row[] {
    const found = this.#rows;
    this.#rows = [];
    return found;
  }

  readonly open = (name: string, attributes: Readonly<Record<string, string>>): void => {
    switch (name) {
      case 'row': {
        const line = Number(attributes['r']);
        this.#line = Number.isSafeInteger(line) && line > 0 ? line : this.#line + 1;
        this.#cells = [];
        this.#column = -1;
        this.#length = 0;
        return;
      }
      case 'c': {
        const { r: place, t: type = 'n', s: style = '0' } = attributes;
        const column = place === undefined ? this.#column + 1 : columnOf(place);
        if (column === undefined || column >= MAX_COLUMNS) throw new CorruptArchiveError(false);
        this.#column = column;
        this.#type = type;
        this.#style = Number(style);
        this.#value = '';
        this.#formula = '';
        return;
      }
      case 'v':
        this.#within = 'value';
        return;
      case 'f':
        this.#within = 'formula';
        return;
      case 'is':
        this.#within = 'inline';
        this.#inline.begin();
        return;
      default:
        if (this.#within === 'inline') this.#inline.open(name);
    }
  };

  readonly text = (part: string): void => {
    if (this.#within === undefined) return;
    this.#length += part.length;
    if (this.#length > MAX_RECORD) throw CsvSyntaxError.tooLong(this.#line);
    if (this.#within === 'value') this.#value += part;
    else if (this.#within === 'formula') this.#formula += part;
    else this.#inline.add(part);
  };

  readonly close = (name: string): void => {
    switch (name) {
      case 'v':
      case 'f':
        this.#within = undefined;
        return;
      case 'is':
        this.#value = this.#inline.end();
        this.#within = undefined;
        return;
      case 'c':
        this.#put(this.#cellText());
        return;
      case 'row':
        if (this.#cells.length > 0) this.#rows.push({ cells: this.#cells, line: this.#line });
        return;
      default:
        if (this.#within === 'inline') this.#inline.close(name);
    }
  };

  #put(text: string): void {
    if (text === '') return;
    this.#context.take(Math.max(0, this.#column - this.#cells.length));
    while (this.#cells.length < this.#column) this.#cells.push('');
    this.#cells[this.#column] = text;
  }

  #cellText(): string {
    const value = this.#value;
    switch (this.#type) {
      case 's': {
        if (value === '') return '';
        const text = this.#context.strings?.at(Number(value));
        if (text === undefined) throw new CorruptArchiveError(false);
        // A few bytes can refer to a long text, any number of times.
        this.#context.take(text.length);
        return text;
      }
      case 'inlineStr':
        return unescapeText(value);
      case 'b':
        return value === '1' ? 'true' : 'false';
      case 'n': {
        if (value === '') return this.#formula === '' ? '' : `=${this.#formula}`;
        const kind = this.#context.kinds[this.#style] ?? 'number';
        return kind === 'number' ? digitsText(value) : dateText(Number(value), kind, this.#context.from1904);
      }
      // Formula results that are texts or errors, and dates in ISO 8601.
      default:
        return value === '' && this.#formula !== '' ? `=${this.#formula}` : unescapeText(value);
    }
  }
}
