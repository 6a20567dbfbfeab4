import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeConfigSchema, makeSchema } from '../../scripts/make-schema.js';
import { CHECK_SCHEMA_VERSION } from '../../src/documents/check.js';
import { COMPARISON_SCHEMA_VERSION } from '../../src/documents/comparison.js';
import { EVALUATION_SCHEMA_VERSION } from '../../src/documents/evaluation.js';
import { EXPLANATION_SCHEMA_VERSION } from '../../src/documents/explanation.js';
import { INSPECTION_SCHEMA_VERSION } from '../../src/documents/inspection.js';
import { SCHEMA_VERSION } from '../../src/documents/result.js';
import { SCAN_SCHEMA_VERSION } from '../../src/documents/scan.js';
import { trendAudit } from '../cli/run.js';
import { account, evidence, sample } from '../report/sample-result.js';
import { checkOf, faults, SCHEMA, type Schema } from './documents.js';

const file = readFileSync(join(import.meta.dirname, '../../schema.json'), 'utf8');

/** Each document and the version that it states; what has none is part of one, and moves with it. */
const VERSIONS: Readonly<Record<string, string>> = {
  Result: SCHEMA_VERSION,
  AccountResult: SCHEMA_VERSION,
  PostVerdict: SCHEMA_VERSION,
  Explanation: EXPLANATION_SCHEMA_VERSION,
  Comparison: COMPARISON_SCHEMA_VERSION,
  Inspection: INSPECTION_SCHEMA_VERSION,
  Evaluation: EVALUATION_SCHEMA_VERSION,
  Check: CHECK_SCHEMA_VERSION,
  Scan: SCAN_SCHEMA_VERSION,
};

describe('schema.json', () => {
  it('is what the types say now: `npm run schema` makes it anew', () => {
    expect(makeSchema()).toBe(file);
    expect(makeConfigSchema()).toBe(readFileSync(join(import.meta.dirname, '../../config.schema.json'), 'utf8'));
  });

  it('is what `trend-audit schema` prints', async () => {
    expect(await trendAudit(['schema'])).toEqual({ code: 0, stdout: file, stderr: '' });
  });

  it('has every document, each with its version', () => {
    expect(SCHEMA.anyOf.map(({ $ref }) => $ref.replace('#/$defs/', ''))).toEqual(Object.keys(VERSIONS));
    const stated = Object.entries(VERSIONS).map(([name, version]) => [
      SCHEMA.$defs[name]?.properties?.['schemaVersion']?.const,
      version,
    ]);
    expect(stated.filter(([there, version]) => there !== undefined && there !== version)).toEqual([]);
    expect(stated.filter(([there]) => there !== undefined)).toHaveLength(7);
  });

  it('takes a result, and nothing that it does not tell of', () => {
    expect(faults('Result', sample)).toEqual([]);
    expect(checkOf()(sample)).toBe(true);
    const [first = account('a', 'organic'), ...rest] = sample.accounts;
    for (const wrong of [
      { ...sample, more: 1 },
      { ...sample, options: { ...sample.options, more: 1 } },
      { ...sample, accounts: [{ ...first, more: 1 }, ...rest] },
      { ...sample, accounts: [{ ...first, evidence: [{ ...evidence('burst', 'posting', 1, ''), more: 1 }] }, ...rest] },
      { ...sample, accounts: [{ ...first, verdict: 'guilty' }, ...rest] },
      { ...sample, accounts: [{ ...first, score: null }, ...rest] },
      { ...sample, summary: undefined },
      { ...sample, schemaVersion: '0' },
    ]) {
      expect(faults('Result', JSON.parse(JSON.stringify(wrong)))).not.toEqual([]);
      expect(checkOf()(JSON.parse(JSON.stringify(wrong)))).toBe(false);
    }
  });

  it('closes every object, and says what every document is', () => {
    const open = Object.entries(SCHEMA.$defs).flatMap(([name, schema]) =>
      [...partsOf(schema)].filter((part) => part.properties && part.additionalProperties !== false).map(() => name),
    );
    expect(open).toEqual([]);
    for (const name of Object.keys(VERSIONS)) expect(SCHEMA.$defs[name]).toHaveProperty('description');
  });

  // As long as a version stands, nothing of it goes, becomes optional or changes its type. What is new is written into its file.
  // To write it: `UPDATE=1 npx vitest run test/schema`.
  it.each(Object.entries(VERSIONS))('keeps what it promised: %s, version %s', (name, version) => {
    const record = join(import.meta.dirname, 'promised', `${name}-${version}.txt`);
    const there = [...fieldsOf(name, { $ref: `#/$defs/${name}` })];
    if (process.env['UPDATE'] === '1')
      writeFileSync(record, [...new Set([...promisedIn(record), ...there]), ''].join('\n'));
    const promised = promisedIn(record);
    expect(promised.length).toBeGreaterThan(5);
    expect(promised.filter((line) => !there.includes(line))).toEqual([]);
    expect(there.filter((line) => !promised.includes(line))).toEqual([]);
  });
});

function promisedIn(record: string): string[] {
  return existsSync(record) ? readFileSync(record, 'utf8').trimEnd().split('\n') : [];
}

function* partsOf(schema: Schema): Generator<Schema> {
  yield schema;
  const { additionalProperties: more } = schema;
  const parts = [
    ...Object.values(schema.properties ?? {}),
    ...(schema.items ? [schema.items] : []),
    ...(schema.anyOf ?? []),
    ...(typeof more === 'object' ? [more] : []),
  ];
  for (const part of parts) yield* partsOf(part);
}

/** `Result.accounts[].score number`: every field that a document may have (`?`: it may be absent), and of what type it is. */
function* fieldsOf(path: string, schema: Schema): Generator<string> {
  const { $ref, anyOf, items, properties, required = [], additionalProperties: more } = schema;
  if ($ref !== undefined) yield* fieldsOf(path, SCHEMA.$defs[$ref.replace('#/$defs/', '')] ?? {});
  else if (anyOf)
    for (const [place, part] of anyOf.entries()) yield* fieldsOf(part.properties ? `${path}|${place}` : path, part);
  else if (items) yield* fieldsOf(`${path}[]`, items);
  else if (properties)
    for (const [name, part] of Object.entries(properties))
      yield* fieldsOf(`${path}.${name}${required.includes(name) ? '' : '?'}`, part);
  else if (typeof more === 'object') yield* fieldsOf(`${path}{}`, more);
  else yield `${path} ${JSON.stringify(schema.const ?? schema.enum ?? schema.type)}`;
}
