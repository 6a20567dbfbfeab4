import { readFile } from 'node:fs/promises';
import { Command } from 'commander';
import { PROGRAM } from './format-error.js';
import type { Invocation } from './invocation.js';

const EXAMPLES = `Examples:
  ${PROGRAM} schema > schema.json
  ${PROGRAM} schema | jq '."$defs".AccountResult.properties | keys'

In $defs there is a schema for each document: Result (analyze), Explanation, Comparison,
Inspection, Evaluation, Scan, Check; and for a line of JSON Lines: AccountResult, PostVerdict (--posts).
`;

/** In the root folder of the package, for the source and for the built file. */
const SCHEMA = new URL('../../schema.json', import.meta.url);

/** Defines `schema`. */
export function schemaCommand(invocation: Invocation): Command {
  return new Command('schema')
    .description('print the JSON Schema (2020-12) of every JSON document that is printed')
    .helpOption('-h, --help', 'print this help')
    .addHelpText('before', EXAMPLES)
    .action(async () => invocation.print(await readFile(SCHEMA, 'utf8')));
}
