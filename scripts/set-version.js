/**
 * Copies the version of package.json to all other places that state it. `npm version 1.0.0` runs it before it commits
 * and tags.
 */

import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.join(import.meta.dirname, '..');

/** The files that state the version, and how each is changed. The changelog gets a heading with the date. */
const EDITS = {
  'src/documents/version.ts': (version) => [/(?<=VERSION = ')[^']+/u, version],
  'CITATION.cff': (version, date) => [
    /^version: .*\n(?:date-released: .*\n)?/mu,
    `version: ${version}\ndate-released: ${date}\n`,
  ],
  'CHANGELOG.md': (version, date) => [/^## \[Unreleased\]\n/mu, `## [Unreleased]\n\n## [${version}] - ${date}\n`],
};

/** The files that state the version. */
export const VERSIONED = Object.keys(EDITS);

/** The text of one of these files with a new version. Throws if the text does not state a version where it should. */
export function withVersion(file, text, version, date) {
  const [pattern, replacement] = EDITS[file](version, date);
  if (!pattern.test(text)) throw new Error(`${file} states no version`);
  return text.replace(pattern, replacement);
}

if (process.argv[1] === import.meta.filename) {
  const { version } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
  const date = new Date().toISOString().slice(0, 10);
  const texts = VERSIONED.map((file) => [
    file,
    withVersion(file, readFileSync(path.join(ROOT, file), 'utf8'), version, date),
  ]);
  for (const [file, text] of texts) writeFileSync(path.join(ROOT, file), text);
}
