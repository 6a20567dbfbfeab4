import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { generic } from '../../src/read/formats/generic.js';
import { DUMP_FORMATS } from '../../src/read/formats/index.js';
import { JSON_FORMATS } from '../../src/read/formats/json/index.js';

const FILE = path.join(import.meta.dirname, '../../docs/your-dump.md');

/** A row for each kind of dump. */
function table(formats: readonly { name: string; writtenBy: string; recognisedBy: readonly string[] }[]): string {
  const rows = formats.map(
    ({ name, writtenBy, recognisedBy }) =>
      `| \`${name}\` | ${writtenBy} | ${recognisedBy.map((key) => `\`${key}\``).join(', ')} |`,
  );
  return `| format | written by | recognised by |\n|---|---|---|\n${rows.join('\n')}\n`;
}

it('docs/your-dump.md tells every kind of dump that is recognised', () => {
  const text = readFileSync(FILE, 'utf8');
  const wanted = `${text.slice(0, text.indexOf('### Tables'))}### Tables\n\n${table([...DUMP_FORMATS, generic])}\n### JSON\n\n${table(JSON_FORMATS)}`;
  // To refresh: `UPDATE=1 npx vitest run test/read/formats-table.test.ts`.
  const update = process.env['UPDATE'] === '1';
  if (update) writeFileSync(FILE, wanted);
  expect(update ? wanted : text).toBe(wanted);
});
