import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';

export const SCHEMA: {
  readonly $defs: Readonly<Record<string, Schema>>;
  readonly anyOf: readonly { readonly $ref: string }[];
} = JSON.parse(readFileSync(join(import.meta.dirname, '../../schema.json'), 'utf8'));

export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
}

const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true });
ajv.addSchema(SCHEMA, 'schema');

/** The check of one document of the schema, or of any. */
export function checkOf(document?: string): ValidateFunction {
  const check = ajv.getSchema(document === undefined ? 'schema' : `schema#/$defs/${document}`);
  if (!check) throw new Error(`the schema has no ${document}`);
  return check;
}

/** What a document has wrong, one line each; empty where nothing is. */
export function faults(document: string, value: unknown): string[] {
  const check = checkOf(document);
  check(value);
  return (check.errors ?? []).map(
    ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
  );
}
