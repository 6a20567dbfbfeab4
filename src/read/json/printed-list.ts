import { parsePrintedObject } from '../cells/printed-object.js';
import { BATCH_BYTES, type Located, MAX_VALUE } from './value.js';

/**
 * Reads a list of objects printed by Python, `[{'id': 1}, {'id': 2}]`: each element is parsed separately. `place` is
 * the number of the element.
 */
export async function* readPrintedList(chunks: AsyncIterable<Buffer>): AsyncGenerator<Located[]> {
  const decoder = new TextDecoder();
  const splitter = new ElementSplitter();
  let place = 0;
  let found: Located[] = [];
  let size = 0;
  const take = (text: string): void => {
    for (const element of splitter.push(text)) {
      const value = parsePrintedObject(element);
      place++;
      found.push(value === undefined ? { place, broken: element.slice(0, 200) } : { place, value });
    }
  };
  for await (const chunk of chunks) {
    take(decoder.decode(chunk, { stream: true }));
    size += chunk.length;
    if (splitter.held > MAX_VALUE) break;
    if (size < BATCH_BYTES) continue;
    yield found;
    [found, size] = [[], 0];
  }
  take(decoder.decode());
  if (splitter.held > 0) found.push({ place: place + 1, broken: splitter.rest.slice(0, 200) });
  yield found;
}

/** Finds the beginning and end of each object in a list; braces within quotes are ignored. */
class ElementSplitter {
  rest = '';
  #seen = 0;
  #depth = 0;
  #quote = '';

  /** Number of characters of an incomplete element. */
  get held(): number {
    return this.#depth > 0 ? this.rest.length : 0;
  }

  *push(text: string): Generator<string> {
    this.rest += text;
    let from = 0;
    let at = this.#seen;
    for (; at < this.rest.length; at++) {
      const sign = this.rest[at] ?? '';
      if (this.#quote !== '') {
        if (sign === '\\') at++;
        else if (sign === this.#quote) this.#quote = '';
      } else if (this.#depth > 0 && (sign === "'" || sign === '"')) this.#quote = sign;
      else if (sign === '{') {
        if (this.#depth++ === 0) from = at;
      } else if (sign === '}' && this.#depth > 0 && --this.#depth === 0) {
        yield this.rest.slice(from, at + 1);
        from = at + 1;
      }
    }
    if (this.#depth === 0) from = Math.min(at, this.rest.length);
    this.rest = this.rest.slice(from);
    this.#seen = at - from;
  }
}
