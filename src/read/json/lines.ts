import { parsePrintedObject } from '../cells/printed-object.js';
import { cutAtMultiples } from '../streams.js';
import { BATCH_BYTES, MAX_VALUE, type Located, parseJson } from './value.js';

const NEWLINE = 10;

/**
 * Reads JSON Lines (one value per line), in batches of BATCH_BYTES. Blank lines are left out; a broken line does not
 * affect others.
 */
export async function* readLines(chunks: AsyncIterable<Buffer>): AsyncGenerator<Located[]> {
  let line = 0;
  // The byte offset of the current line.
  let start = 0;
  let held: Buffer[] = [];
  let size = 0;
  const take = (part: Buffer, from: number, to: number): Located | undefined => {
    const at = start;
    const length = size + to - from;
    const before = held;
    line++;
    start += length + 1;
    held = [];
    size = 0;
    if (length > MAX_VALUE) return { place: line, broken: `a line of more than ${MAX_VALUE / 1024 / 1024} MB` };
    const text =
      before.length === 0
        ? part.toString('utf8', from, to)
        : Buffer.concat([...before, part.subarray(from, to)]).toString('utf8');
    return parseLine(text, line, at);
  };
  let found: Located[] = [];
  for await (const { part, isEnd } of cutAtMultiples(chunks, BATCH_BYTES)) {
    let from = 0;
    for (let end = part.indexOf(NEWLINE); end >= 0; end = part.indexOf(NEWLINE, from)) {
      const value = take(part, from, end);
      if (value) found.push(value);
      from = end + 1;
    }
    const rest = part.subarray(from);
    // Beyond the limit, only the length is counted.
    if (size + rest.length <= MAX_VALUE) held.push(Buffer.from(rest));
    else held = [];
    size += rest.length;
    if (!isEnd) continue;
    yield found;
    found = [];
  }
  const last = size > 0 ? take(Buffer.alloc(0), 0, 0) : undefined;
  yield last ? [...found, last] : found;
}

/** The value of a line; undefined if it is blank. `at` is the offset of the line in the text. */
export function parseLine(text: string, line: number, at: number): Located | undefined {
  const bare = isBare(text) ? text : text.replace(/^[\s\x1e\uFEFF]+/, '').trimEnd();
  // A list that was split into lines keeps its commas.
  const json = bare.startsWith('{') && bare.endsWith('},') ? bare.slice(0, -1) : bare;
  if (json === '') return undefined;
  try {
    return { place: line, at, value: parseJson(json) };
  } catch {
    const printed = json.startsWith("{'") ? parsePrintedObject(json) : undefined;
    return printed === undefined ? { place: line, broken: json.slice(0, 200) } : { place: line, at, value: printed };
  }
}

/** Whether a line is just an object, without spaces around it, as nearly all are. */
function isBare(text: string): boolean {
  return text.charCodeAt(0) === 0x7b && text.charCodeAt(text.length - 1) === 0x7d;
}
