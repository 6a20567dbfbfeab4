/** Values and names in SQL, for servers that know no parameters. */

import { TrendAuditError } from '../../errors.js';

/** A text as a literal, whatever it holds. Throws TrendAuditError for NUL, at which some servers end a query. */
export function literal(text: string): string {
  return `'${escaped(text, "'")}'`;
}

/** The name of a database, table or cluster. */
export function identifier(name: string): string {
  return `\`${escaped(name, '`')}\``;
}

function escaped(text: string, quote: string): string {
  if (text.includes('\0'))
    throw new TrendAuditError('usage', 'a name or hashtag for a store holds the character NUL', {
      hint: 'leave it out',
    });
  return text.replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`);
}
