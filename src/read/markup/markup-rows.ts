/** Tables of HTML that are saved as .xls, and sheets in XML: of Excel 2003 (SpreadsheetML) and of OpenDocument. */

import { CsvSyntaxError, MAX_RECORD } from '../csv-records.js';
import type { TableFile } from '../detect-table.js';
import { evenRows } from '../even-rows.js';
import { htmlText } from '../json/html-text.js';
import { readTable } from '../read-table.js';
import type { Row } from '../row.js';
import { MarkupTable } from './markup-table.js';

/** Letters of attributes that are looked at: no sign of a table needs as many. */
const TAG =
  /<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<(\/?)([a-zA-Z][\w:.-]{0,60})((?:"[^"]{0,4000}"|'[^']{0,4000}'|[^<>"']){0,200})>/g;

/** Whether a text that begins like this has a table in markup. */
export function isMarkupTable(head: string): boolean {
  return (
    /^\s*<(?:!doctype|\?xml|\?mso|html|head|meta|body|table|div|style|thead|tbody|tr|office:|workbook)/i.test(head) &&
    /<(?:table|\w{1,10}:table|Worksheet|tr)[\s>]/i.test(head)
  );
}

/**
 * The rows of all tables of a text, one table after another. `line` is the number of the row. Throws CsvSyntaxError for a
 * row that does not end.
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

/** The posts of a table in markup. Rows of XML end with their last cell that is not empty: all are as wide as the header. */
export function readMarkupTable(chunks: AsyncIterable<Buffer>, file: TableFile): ReturnType<typeof readTable> {
  return readTable(evenRows(readMarkupRows(chunks), file.options), { ...file, unit: 'record' });
}

/** Reads the tags that are whole; up to where. What follows the last of them waits for more. */
function take(text: string, table: MarkupTable, isEnd: boolean): number {
  let at = 0;
  TAG.lastIndex = 0;
  for (let tag = TAG.exec(text); tag; tag = TAG.exec(text)) {
    table.text(text.slice(at, tag.index));
    at = TAG.lastIndex;
    const [, data, close, name, attributes = ''] = tag;
    if (data !== undefined) table.data(data);
    else if (name !== undefined) table.tag(name.toLowerCase(), close === '/', attributes);
  }
  if (isEnd) table.text(text.slice(at));
  return isEnd ? text.length : at;
}
