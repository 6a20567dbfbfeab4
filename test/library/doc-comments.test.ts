import { describe, expect, it } from 'vitest';
import * as library from '../../src/index.js';
import { LIBRARY, textOf } from '../documents/documents.js';

/** Doc comment and signature of a function or class, in whichever file of the library defines it. */
function definition(name: string): { readonly comment: string; readonly signature: string } {
  const pattern = new RegExp(
    String.raw`^\/\*\*((?:(?!\*\/).)*)\*\/\nexport (?:async )?(?:function|class) (${name}\b.*?) \{$`,
    'msu',
  );
  const [, comment = '', signature = ''] = LIBRARY.map((file) => pattern.exec(textOf(file))).find(Boolean) ?? [];
  return { comment, signature };
}

const FUNCTIONS = Object.keys(library);

describe('the library', () => {
  it('has functions, and their files are found', () => {
    expect(FUNCTIONS).toContain('analyze');
    expect(FUNCTIONS.length).toBeGreaterThan(15);
    expect(LIBRARY.length).toBeGreaterThan(10);
  });

  // Examples are run by test/documents.
  it.each(FUNCTIONS)('says of %s what it does, with an example', (name) => {
    const { comment } = definition(name);
    expect(comment).toMatch(/^\s+\* \p{Lu}|^ \p{Lu}/u);
    expect(comment).toContain('@example\n * ```js');
  });

  it.each(FUNCTIONS.filter((name) => name !== 'TrendAuditError'))('says what %s returns', (name) => {
    expect(definition(name).comment).toContain('@returns');
  });

  // What takes options reads inputs, and what it reads may be wrong.
  it.each(FUNCTIONS.filter((name) => /Options = \{\}/u.test(definition(name).signature)))(
    'says what %s throws',
    (name) => {
      expect(definition(name).comment).toContain('@throws TrendAuditError');
    },
  );
});
