/**
 * Makes schema.json from the types of the printed JSON documents and their comments, and config.schema.json from the
 * configuration of `check` (run `npm run build` first):
 *
 *   npm run schema
 */

import { writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { createGenerator } from 'ts-json-schema-generator';
import { configSchema } from '../dist/check/config-schema.js';

const ROOT = path.join(import.meta.dirname, '..');

/** The types of each document and of each line of JSON Lines. */
const PRINTED = [
  'Result',
  'AccountResult',
  'PostVerdict',
  'Explanation',
  'Comparison',
  'Inspection',
  'Evaluation',
  'Check',
  'Scan',
];
const FILES = 'src/documents/{options,result,report-data,explanation,comparison,inspection,evaluation,check,scan}.ts';

/** The text of schema.json. */
export function makeSchema() {
  const generator = createGenerator({
    path: path.join(ROOT, FILES),
    tsconfig: path.join(ROOT, 'tsconfig.json'),
    skipTypeCheck: true,
    additionalProperties: false,
  });
  const printed = PRINTED.map((type) => generator.createSchema(type).definitions);
  const { $schema: _, ...Config } = configSchema();
  const definitions = Object.assign({ Config }, ...printed);
  const schema = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'trend-audit',
    description: 'Every JSON document that trend-audit prints, and every line of its JSON Lines.',
    anyOf: PRINTED.map((type) => ({ $ref: `#/definitions/${type}` })),
    definitions: Object.fromEntries(Object.entries(definitions).sort(([a], [b]) => (a < b ? -1 : 1))),
  };
  // The generator writes draft 7, which differs from 2020-12 only in this name.
  return `${JSON.stringify(schema, null, 2).replaceAll('"#/definitions/', '"#/$defs/').replace('"definitions": {', '"$defs": {')}\n`;
}

/** The text of config.schema.json, which editors read. */
export function makeConfigSchema() {
  return `${JSON.stringify(configSchema(), null, 2)}\n`;
}

if (process.argv[1] === import.meta.filename) {
  writeFileSync(path.join(ROOT, 'schema.json'), makeSchema());
  writeFileSync(path.join(ROOT, 'config.schema.json'), makeConfigSchema());
}
