import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { generic } from '../../src/read/formats/generic.js';
import { DUMP_FORMATS } from '../../src/read/formats/index.js';
import { JSON_FORMATS } from '../../src/read/formats/json/index.js';
import { CONTAINERS, detectContainer } from '../../src/read/unpack/detect-container.js';

/** The formats that a folder's expected results name with posts; a file without any shows nothing of its format. */
function formatsIn(folder: string, expected: RegExp): Set<string> {
  const path = join(import.meta.dirname, folder);
  const results: { readonly format?: string; readonly posts?: readonly unknown[] }[] = readdirSync(path, {
    recursive: true,
    encoding: 'utf8',
  })
    .filter((name) => expected.test(name))
    .map((name) => JSON.parse(readFileSync(join(path, name), 'utf8')));
  return new Set(
    results.flatMap(({ format, posts = [] }) => (format === undefined || posts.length === 0 ? [] : [format])),
  );
}

describe('the samples', () => {
  it('have one of every format of tables', () => {
    const there = formatsIn('cases', /(?<!\.options)\.json$/);
    expect([...DUMP_FORMATS, generic].map(({ name }) => name).filter((name) => !there.has(name))).toEqual([]);
  });

  it('have one of every format of JSON', () => {
    const there = formatsIn('json-cases', /\.expected\.json$/);
    expect([...JSON_FORMATS, generic].map(({ name }) => name).filter((name) => !there.has(name))).toEqual([]);
  });

  it('have one of everything that is unpacked', () => {
    const folder = join(import.meta.dirname, 'packed-cases');
    const there = new Set(readdirSync(folder).map((name) => detectContainer(readFileSync(join(folder, name)))));
    // By its first bytes it is a zip archive.
    if (readdirSync(folder).some((name) => name.endsWith('.xlsx'))) there.add('workbook');
    expect(CONTAINERS.filter((container) => !there.has(container))).toEqual([]);
  });
});
