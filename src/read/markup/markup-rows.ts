/** Reads tables in HTML saved as .xls, and sheets in XML: Excel 2003 (SpreadsheetML) and OpenDocument. */

import { CsvSyntaxError, MAX_RECORD } from '../csv-records.js';
import type { TableFile } from '../detect-table.js';
import { evenRows } from '../even-rows.js';
import { htmlText } from '../json/html-text.js';
import { readTable } from '../read-table.js';
import type { Row } from '../row.js';
import { MarkupTable } from './markup-table.js';

/**
 * A tag, or the beginning or end of a comment or CDATA section. Attributes are matched as runs between quotes (an
 * unrolled loop), so that matching takes linear time; the limits are far above those of real tables.
 */
const TAG =
  /<!--|-->|<!\[CDATA\[|\]\]>|<(\/?)([a-zA-Z][\w:.-]{0,60})((?=[\s/>])[^<>"']*(?:(?:"[^"]{0,4000}"|'[^']{0,4000}')[^<>"']*){0,60})>/g;

/** Whether a text with this beginning contains a table in markup. */
export function isMarkupTable(head: string): boolean {
  return (
    /^\s*<(?:!doctype|\?xml|\?mso|html|head|meta|body|table|div|style|thead|tbody|tr|office:|workbook)/i.test(head) &&
    /<(?:table|\w{1,10}:table|Worksheet|tr)[\s>]/i.test(head)
  );
}

/**
 * The rows of all tables of a text. `line` is the number of the row. Throws CsvSyntaxError for a row that does not
 * end.
 */
async function* readMarkupRows(chunks: AsyncIterable<Buffer>): AsyncGenerator<Row[]> {
  const decoder = new TextDecoder();
  const table = new MarkupTable(htmlText);
  let held = '';
  for await (const chunk of chunks) {
    held += decoder.decode(chunk, { stream: true });
    held = held.slice(take(held, table, false));
    if (held.length > MAX_RECORD || table.size > MAX_RECORD) throw CsvSyntaxError.tooLong(table.rows + 1);
    yield table.taken();
  }
  take(held + decoder.decode(), table, true);
  table.endRow();
  yield table.taken();
}

/**
 * Reads the posts of a table in markup. Rows in XML end with their last non-empty cell, so all are padded to the
 * header's width.
 */
export function readMarkupTable(chunks: AsyncIterable<Buffer>, file: TableFile): ReturnType<typeof readTable> {
  return readTable(evenRows(readMarkupRows(chunks), file.options), { ...file, unit: 'record' });
}

/** Handles all complete tags and returns the position after the last one. The rest waits for more text. */
function take(text: string, table: MarkupTable, isEnd: boolean): number {
  let at = 0;
  TAG.lastIndex = 0;
  for (let tag = TAG.exec(text); tag; tag = TAG.exec(text)) {
    const [sign, close, name, attributes = ''] = tag;
    // Within CDATA nothing is a tag.
    if (table.within === 'data' && sign !== ']]>') continue;
    table.text(text.slice(at, tag.index));
    at = TAG.lastIndex;
    if (name !== undefined) table.tag(name.toLowerCase(), close === '/', attributes);
    else table.mark(sign);
  }
  if (isEnd) table.text(text.slice(at));
  return isEnd ? text.length : at;
}
