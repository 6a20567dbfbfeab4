import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { trendAudit } from './cli/run.js';
import { SMALL_DUMP } from './fixture-cases.js';

const ROOT = path.join(import.meta.dirname, '..');
const read = (name: string): string => readFileSync(path.join(ROOT, name), 'utf8');

// Its examples are run by test/documents.
describe('the README', () => {
  const readme = read('README.md');

  it('is read in a few minutes', () => {
    expect(readme.trimEnd().split('\n').length).toBeLessThanOrEqual(200);
  });

  it('opens with what it does, a picture, two commands to install it and one to use it', () => {
    const [top = '', ...sections] = readme.split('\n## ');
    expect(top).toContain('](docs/report.png)');
    expect(sections[0]).toContain('npm ci && npm run build');
    expect(sections[0]).toContain('npm install --global .');
    expect(sections[1]).toContain('trend-audit yours.csv');
    expect(sections[1]).toContain('```console');
  });
});

describe('docs/json.md', () => {
  it('names every field of the document that --json prints', async () => {
    const { stdout } = await trendAudit(['analyze', SMALL_DUMP, '--json', '--quiet']);
    const parsed: unknown = JSON.parse(stdout);
    const [result = ''] = read('docs/json.md').split('## Reasons');
    expect(Object.keys(Object(parsed)).filter((field) => !result.includes(`\n${field}`))).toEqual([]);
  });

  it('names every reason that a verdict may have', () => {
    const { VerdictReason, WithheldReason, InnocentKind } = JSON.parse(read('schema.json')).$defs;
    const reasons = [...VerdictReason.anyOf, ...WithheldReason.anyOf, { enum: InnocentKind.enum }].flatMap(
      (each: { readonly const?: string; readonly enum?: readonly string[] }) => each.enum ?? each.const ?? [],
    );
    const [, , table = ''] = /^(.*)## Reasons(.*)## The contract/su.exec(read('docs/json.md')) ?? [];
    expect(reasons.length).toBeGreaterThan(15);
    expect(reasons.filter((reason) => !table.includes(`\`${reason}\``))).toEqual([]);
  });
});
