/** A chat exported as text by WhatsApp: `14/05/2021, 18:03 - Ann: hello`, `[14.05.21, 18:03:07] Ann: hello`. */

import { formatCount } from '../text/format.js';
import { CsvSyntaxError, MAX_RECORD } from './csv-records.js';
import type { Row, TableReading } from './row.js';

const TIME = String.raw`(\d{1,4}[./-]\d{1,2}[./-]\d{2,4}),?[\s\u202f]+(\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:[\s\u202f]?[AaPp]\.?[\s\u202f]?[Mm]\.?)?)`;
/** The beginning of a message; messages without an author are from the program itself. */
const MESSAGE = new RegExp(
  String.raw`^[\u200e\u200f\ufeff]?(?:\[${TIME}\]|${TIME}\s[-–])\s(?:[\u200e~\s]*([^:\n]{1,80}):\s)?(.*)$`,
  's',
);
/** The number of lines examined: at least half of them must begin messages. */
const LOOKED_AT = 20;

const CHAT_HEADER = ['date', 'name', 'text'];

/** Whether a text with this beginning is a chat. */
export function isChat(head: string): boolean {
  const lines = head
    .split(/\r?\n/)
    .slice(0, LOOKED_AT)
    .filter((line) => line.trim() !== '');
  const begun = lines.filter((line) => MESSAGE.test(line)).length;
  return MESSAGE.test(lines[0] ?? '') && begun > 1 && begun * 2 >= lines.length;
}

/**
 * Reads the messages as rows below a header, without those of the program itself; a line that begins no message
 * continues the one above. Its rows throw CsvSyntaxError for a message that does not end.
 */
export function readChat(chunks: AsyncIterable<Buffer>): TableReading {
  const ofProgram = { count: 0 };
  return {
    rows: rowsOf(chunks, ofProgram),
    notes: () =>
      ofProgram.count === 0
        ? []
        : [
            `${formatCount(ofProgram.count, 'message')} of the program itself (who came, who left) ` +
              `${ofProgram.count === 1 ? 'is' : 'are'} left out.`,
          ],
  };
}

async function* rowsOf(chunks: AsyncIterable<Buffer>, ofProgram: { count: number }): AsyncGenerator<Row[]> {
  yield [{ cells: CHAT_HEADER, line: 1 }];
  const decoder = new TextDecoder();
  let [held, line, size] = ['', 0, 0];
  let message: { readonly cells: string[]; readonly line: number } | undefined;
  const take = (text: string): Row | undefined => {
    line++;
    const begun = MESSAGE.exec(text);
    if (!begun) {
      size += text.length;
      if (size > MAX_RECORD) throw CsvSyntaxError.tooLong(line);
      if (message) message.cells[2] += `\n${text}`;
      return undefined;
    }
    const [, date = begun[3], clock = begun[4], , , name, said = ''] = begun;
    const done = message;
    size = 0;
    message = undefined;
    if (name === undefined) {
      ofProgram.count++;
      return done;
    }
    message = { cells: [`${date ?? ''} ${(clock ?? '').replace('.', ':')}`, name, said], line };
    return done;
  };
  for await (const chunk of chunks) {
    const lines = (held + decoder.decode(chunk, { stream: true })).split('\n');
    held = lines.pop() ?? '';
    if (held.length > MAX_RECORD) throw CsvSyntaxError.tooLong(line + 1);
    yield lines.flatMap((each) => take(each.replace(/\r$/, '')) ?? []);
  }
  const last = held.trim() === '' ? undefined : take(held);
  yield [last, message].filter((row) => row !== undefined);
}
