/** Tables of HTML that are saved as .xls, and sheets in XML: of Excel 2003 (SpreadsheetML) and of OpenDocument. */

import { CsvSyntaxError, MAX_RECORD } from '../csv-records.js';
import type { TableFile } from '../detect-table.js';
import { evenRows } from '../even-rows.js';
import { htmlText } from '../json/html-text.js';
import { readTable } from '../read-table.js';
import type { Row } from '../row.js';
import { MarkupTable } from './markup-table.js';

/**
 * A tag, and what begins and ends comments and texts that are no markup. Attributes are written out as runs between
 * quotes (an unrolled loop), so that no text takes more than a look at each letter; no sign of a table needs as many.
 */
const TAG =
  /<!--|-->|<!\[CDATA\[|\]\]>|<(\/?)([a-zA-Z][\w:.-]{0,60})((?=[\s/>])[^<>"']*(?:(?:"[^"]{0,4000}"|'[^']{0,4000}')[^<>"']*){0,60})>/g;

/** Whether a text that begins like this has a table in markup. */
export function isMarkupTable(head: string): boolean {
  return (
    /^\s*<(?:!doctype|\?xml|\?mso|html|head|meta|body|table|div|style|thead|tbody|tr|office:|workbook)/i.test(head) &&
    /<(?:table|\w{1,10}:table|Worksheet|tr)[\s>]/i.test(head)
  );
}

/**
 * The rows of all tables of a text, one table after another. `line` is the number of the row. Throws CsvSyntaxError
 * for a row that does not end.
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
 * The posts of a table in markup. Rows of XML end with their last cell that is not empty: all are as wide as the
 * header.
 */
export function readMarkupTable(chunks: AsyncIterable<Buffer>, file: TableFile): ReturnType<typeof readTable> {
  return readTable(evenRows(readMarkupRows(chunks), file.options), { ...file, unit: 'record' });
}

/** Reads the tags that are whole; up to where. What follows the last of them waits for more. */
function take(text: string, table: MarkupTable, isEnd: boolean): number {
  let at = 0;
  TAG.lastIndex = 0;
  for (let tag = TAG.exec(text); tag; tag = TAG.exec(text)) {
    const [sign, close, name, attributes = ''] = tag;
    // Within a text that is no markup nothing is a tag.
    if (table.within === 'data' && sign !== ']]>') continue;
    table.text(text.slice(at, tag.index));
    at = TAG.lastIndex;
    if (name !== undefined) table.tag(name.toLowerCase(), close === '/', attributes);
    else table.mark(sign);
  }
  if (isEnd) table.text(text.slice(at));
  return isEnd ? text.length : at;
}
