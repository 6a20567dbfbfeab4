import type { Row } from '../row.js';

/** Limits the copies of a repeated row; identical rows are counted once anyway. */
const MOST_REPEATED = 100;
/** The maximum number of columns in the usual spreadsheet programs. */
const MOST_COLUMNS = 16_384;

const ROWS = new Set(['tr', 'row', 'table-row']);
const CELLS = new Set(['td', 'th', 'cell', 'table-cell', 'covered-table-cell']);
/** Elements in a cell that are not part of its text. */
const ASIDE = new Set(['comment', 'annotation', 'script', 'style']);
const BREAKS = new Set(['br', 'line-break']);
/** Elements that begin a new line. */
const BLOCKS = new Set(['p', 'div', 'li']);

interface Cell {
  parts: string;
  /** The exact value of a date or a number, which may be shown less exactly in the text. */
  readonly value: string;
  readonly columns: number;
  readonly rows: number;
}

/** Builds rows from the tags of tables; namespaces of tag names are ignored. */
export class MarkupTable {
  /** Number of rows so far. */
  rows = 0;
  /** Whether the current position is in markup, a comment or CDATA. */
  within: 'markup' | 'comment' | 'data' = 'markup';
  readonly #unescape: (markup: string) => string;
  #found: Row[] = [];
  #row: string[] | undefined;
  #repeated = 1;
  #cell: Cell | undefined;
  #aside = 0;
  /** For each column, the cell that extends down from a row above, and the number of rows it still covers. */
  #reaching = new Map<number, { readonly text: string; left: number }>();

  /** @param unescape converts markup to its visible text */
  constructor(unescape: (markup: string) => string) {
    this.#unescape = unescape;
  }

  /** The number of characters in the current row so far. */
  get size(): number {
    return (this.#cell?.parts.length ?? 0) + (this.#row?.reduce((sum, cell) => sum + cell.length, 0) ?? 0);
  }

  taken(): Row[] {
    const found = this.#found;
    this.#found = [];
    return found;
  }

  text(markup: string): void {
    if (!this.#cell || this.#aside > 0 || this.within === 'comment') return;
    // Tags were already removed: a remaining `<` is text.
    const escaped = this.within === 'data' ? markup.replaceAll('&', '&amp;') : markup;
    this.#cell.parts += escaped.replaceAll('<', '&lt;');
  }

  /** Begins or ends a comment or a CDATA section. */
  mark(sign: string): void {
    if (this.within === 'comment') this.within = sign === '-->' ? 'markup' : 'comment';
    else if (sign === '<!--') this.within = 'comment';
    else if (sign === '<![CDATA[') this.within = 'data';
    else if (sign === ']]>' && this.within === 'data') this.within = 'markup';
    else this.text(sign.replace('>', '&gt;'));
  }

  /** @param fullName in lower case, perhaps with a namespace */
  tag(fullName: string, isEnd: boolean, attributes: string): void {
    if (this.within === 'comment') return;
    const name = fullName.slice(fullName.indexOf(':') + 1);
    const isEmpty = attributes.trimEnd().endsWith('/');
    if (ASIDE.has(name)) {
      if (!isEmpty) this.#aside = Math.max(0, this.#aside + (isEnd ? -1 : 1));
    } else if (ROWS.has(name)) {
      this.endRow();
      if (isEnd) return;
      this.#row = [];
      this.#repeated = Math.min(MOST_REPEATED, numberOf(attributes, 'number-rows-repeated') ?? 1);
      this.#fillReaching();
      if (isEmpty) this.endRow();
    } else if (CELLS.has(name)) {
      this.#endCell();
      if (isEnd || !this.#row) return;
      const index = Math.min(numberOf(attributes, 'index') ?? 1, MOST_COLUMNS);
      while (this.#row.length < index - 1) this.#row.push('');
      this.#cell = {
        parts: '',
        value: attributeOf(attributes, 'date-value') ?? exactNumber(attributes),
        columns: numberOf(attributes, 'number-columns-repeated') ?? numberOf(attributes, 'colspan') ?? 1,
        rows: numberOf(attributes, 'rowspan') ?? 1,
      };
      if (isEmpty) this.#endCell();
    } else if (this.#cell && this.#aside === 0) {
      if (BREAKS.has(name) && !isEnd) this.#cell.parts += '<br>';
      else if (BLOCKS.has(name) && !isEnd && this.#cell.parts.trim() !== '') this.#cell.parts += '<br>';
      else if (name === 's' && isEmpty) this.#cell.parts += ' '.repeat(Math.min(100, numberOf(attributes, 'c') ?? 1));
    }
    if (name === 'table' && !isEnd) this.#reaching.clear();
  }

  endRow(): void {
    this.#endCell();
    const row = this.#row;
    this.#row = undefined;
    if (!row) return;
    while (row.at(-1) === '' && row.length > 1) row.pop();
    const isBlank = row.every((cell) => cell === '');
    for (let k = 0; k < (isBlank ? 1 : this.#repeated); k++) {
      this.rows++;
      if (!isBlank) this.#found.push({ cells: row, line: this.rows });
    }
  }

  #endCell(): void {
    const [cell, row] = [this.#cell, this.#row];
    this.#cell = undefined;
    if (!cell || !row) return;
    const text = cell.value || this.#unescape(cell.parts);
    for (let k = 0; k < cell.columns && row.length < MOST_COLUMNS; k++) {
      // All joined columns get the same text, and so do repeated ones. Behind the last filled cell there may be many
      // repeated empty cells.
      if (cell.rows > 1) this.#reaching.set(row.length, { text, left: cell.rows - 1 });
      row.push(text);
      this.#fillReaching();
    }
  }

  /** Adds the cells from rows above that extend into the current columns. */
  #fillReaching(): void {
    const row = this.#row;
    if (!row) return;
    for (let cell = this.#reaching.get(row.length); cell && cell.left > 0; cell = this.#reaching.get(row.length)) {
      cell.left--;
      row.push(cell.text);
    }
  }
}

function attributeOf(attributes: string, name: string): string | undefined {
  const at = new RegExp(`(?:^|[\\s:])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s/>]+))`, 'i').exec(attributes);
  return at?.[1] ?? at?.[2] ?? at?.[3];
}

function numberOf(attributes: string, name: string): number | undefined {
  const stated = attributeOf(attributes, name);
  return stated !== undefined && /^\d{1,7}$/.test(stated) ? Number(stated) : undefined;
}

/** The exact number in an OpenDocument cell, whose text may show fewer digits. */
function exactNumber(attributes: string): string {
  return /value-type\s*=\s*["']float/.test(attributes) ? (attributeOf(attributes, 'value') ?? '') : '';
}
