/**
 * Checks before parsing whether JSON or YAML text can be parsed safely. It reads tokens only, which needs no recursion.
 */

import { type CST, Lexer, LineCounter, Parser } from 'yaml';
import { TrendAuditError } from '../errors.js';

/** A configuration nests six levels. The parser is recursive, and a few thousand levels end the process. */
const MOST_NESTED = 64;
/**
 * The parser compares each key of an object with all keys before it: 100,000 keys take a minute, a thousand take no
 * noticeable time.
 */
const MOST_KEYS = 1000;
/** Only one is shown, and a hundred thousand take the parser ten seconds. */
const MOST_FAULTS = 100;

/**
 * Throws TrendAuditError with its line for text that is nested too deep, has an object with too many keys, or has too
 * many errors.
 */
export function checkShape(content: string, file: string): void {
  const lines = new LineCounter();
  const parser = new Parser(lines.addNewLine);
  const refuse = (offset: number, what: string): never => {
    throw new TrendAuditError('malformed', what, {
      file,
      line: lines.linePos(offset).line,
      hint: 'simplify it; docs/ci.md has an example',
    });
  };
  let faults = 0;
  const look = (token: CST.Token): void => {
    if (token.type === 'error' && ++faults > MOST_FAULTS)
      refuse(token.offset, `has more than ${MOST_FAULTS} faults: it is neither JSON nor YAML`);
    const large = token.type === 'document' && token.value ? objectOfManyKeys(token.value) : undefined;
    if (large) refuse(large.offset, `has an object of more than ${MOST_KEYS} keys`);
  };
  lines.addNewLine(0);
  for (const lexeme of new Lexer().lex(content)) {
    for (const token of parser.next(lexeme)) look(token);
    // The stack contains the open tokens: the document and the collections that are not closed yet.
    if (parser.stack.length > MOST_NESTED + 1) refuse(parser.offset, `is nested more than ${MOST_NESTED} deep`);
  }
  for (const token of parser.end()) look(token);
}

function objectOfManyKeys(top: CST.Token): CST.Token | undefined {
  const open: CST.Token[] = [top];
  for (let token = open.pop(); token; token = open.pop()) {
    if (!('items' in token)) continue;
    const isMap = token.type === 'block-map' || (token.type === 'flow-collection' && token.start.source === '{');
    if (isMap && token.items.length > MOST_KEYS && token.items.filter(({ key }) => key).length > MOST_KEYS)
      return token;
    for (const { key, value } of token.items) for (const inner of [key, value]) if (inner) open.push(inner);
  }
  return undefined;
}
