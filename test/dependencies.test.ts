import { readFileSync } from 'node:fs';
import path from 'node:path';
import { lexer, type Tokens } from 'marked';
import { expect, it } from 'vitest';

const ROOT = path.join(import.meta.dirname, '..');
const read = (name: string): string => readFileSync(path.join(ROOT, name), 'utf8');

it('docs/dependencies.md gives a reason for each run-time dependency, and for no other', () => {
  const manifest: { readonly dependencies: Readonly<Record<string, string>> } = JSON.parse(read('package.json'));
  const table = lexer(read('docs/dependencies.md')).find((token): token is Tokens.Table => token.type === 'table');
  const rows = table?.rows.map(([name, reason]) => ({ name: name?.text, reason: reason?.text })) ?? [];
  expect(rows.map(({ name }) => name)).toEqual(Object.keys(manifest.dependencies));
  expect(rows.filter(({ reason }) => reason === '')).toEqual([]);
});
