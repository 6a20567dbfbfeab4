/** Values and names in SQL, for servers that do not support parameters. */

import { TrendAuditError } from '../../errors.js';
import { encodeText } from './row-binary-writer.js';

const NUL = '\0';

/**
 * Any text as a literal. A text with NUL, at which some servers end a query, or with lone surrogates is written in hex
 * digits.
 */
export function literal(text: string): string {
  if (text.includes(NUL) || /\p{Cs}/u.test(text)) return `unhex('${encodeText(text).toString('hex')}')`;
  return `'${escaped(text, "'")}'`;
}

/** The quoted name of a database, table or cluster. Throws TrendAuditError for NUL. */
export function identifier(name: string): string {
  return `\`${escaped(name, '`')}\``;
}

function escaped(text: string, quote: string): string {
  if (text.includes(NUL))
    throw new TrendAuditError('usage', 'a name for a store holds the character NUL', {
      hint: 'leave it out',
    });
  return text.replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`);
}
