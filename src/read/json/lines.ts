import { parsePrintedObject } from '../cells/printed-object.js';
import { cutAtMultiples } from '../streams.js';
import { BATCH_BYTES, MAX_VALUE, type Located, parseJson } from './value.js';

const NEWLINE = 10;

/** JSON Lines: a value a line, in batches of BATCH_BYTES. Blank lines are left out; a broken line harms no other. */
export async function* readLines(chunks: AsyncIterable<Buffer>): AsyncGenerator<Located[]> {
  let line = 0;
  let held: Buffer[] = [];
  let size = 0;
  const take = (last: Buffer): Located | undefined => {
    line++;
    if (size + last.length > MAX_VALUE) {
      held = [];
      size = 0;
      return { place: line, broken: `a line of more than ${MAX_VALUE / 1024 / 1024} MB` };
    }
    const bytes = held.length === 0 ? last : Buffer.concat([...held, last]);
    held = [];
    size = 0;
    return parseLine(bytes.toString('utf8'), line);
  };
  let found: Located[] = [];
  for await (const { part, isEnd } of cutAtMultiples(chunks, BATCH_BYTES)) {
    let from = 0;
    for (let end = part.indexOf(NEWLINE); end >= 0; end = part.indexOf(NEWLINE, from)) {
      const value = take(part.subarray(from, end));
      if (value) found.push(value);
      from = end + 1;
    }
    const rest = part.subarray(from);
    // Past the limit only the length counts.
    if (size + rest.length <= MAX_VALUE) held.push(Buffer.from(rest));
    else held = [];
    size += rest.length;
    if (!isEnd) continue;
    yield found;
    found = [];
  }
  const last = size > 0 ? take(Buffer.alloc(0)) : undefined;
  yield last ? [...found, last] : found;
}

function parseLine(text: string, line: number): Located | undefined {
  const bare = text.replace(/^[\s\x1e\uFEFF]+/, '').trimEnd();
  // A list that was divided into lines keeps its commas.
  const json = bare.startsWith('{') && bare.endsWith('},') ? bare.slice(0, -1) : bare;
  if (json === '') return undefined;
  try {
    return { place: line, value: parseJson(json) };
  } catch {
    const printed = json.startsWith("{'") ? parsePrintedObject(json) : undefined;
    return printed === undefined ? { place: line, broken: json.slice(0, 200) } : { place: line, value: printed };
  }
}
