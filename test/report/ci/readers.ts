/** Readers of what continuous integration is shown: each throws where a text is not what its format allows. */

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { validateXML } from 'xmllint-wasm';

const XSD = readFileSync(path.join(import.meta.dirname, '..', '..', 'schemas', 'junit.xsd'), 'utf8');

/** Problems of a JUnit file, by the schema. */
export async function junitProblems(xml: string): Promise<readonly string[]> {
  const { errors } = await validateXML({
    xml: [{ fileName: 'junit.xml', contents: xml }],
    schema: [{ fileName: 'junit.xsd', contents: XSD }],
  });
  return errors.map(({ message }) => message);
}

const SARIF = JSON.parse(
  readFileSync(
    path.join(
      path.dirname(createRequire(import.meta.url).resolve('@microsoft/jest-sarif/package.json')),
      'lib',
      'schemas',
      'sarif-2.1.0-rtm.5.json',
    ),
    'utf8',
  ),
);

/** Problems of a SARIF log, by the schema of version 2.1.0 that its makers ship. */
export function sarifProblems(log: string): readonly string[] {
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  addFormats.default(ajv);
  const validate = ajv.compile(SARIF);
  return validate(JSON.parse(log))
    ? []
    : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath}: ${message ?? ''}`);
}

export interface Command {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

/**
 * Every command that a runner would find in a log, as its source has it (actions/runner, ActionCommand.cs): `::name k=v,k=v::message` where
 * a line begins so, else the old `##[name k=v;k=v]message` wherever it stands.
 */
export function commandsIn(log: string): Command[] {
  return log.split(/\r\n|\r|\n/u).flatMap((line) => {
    const [, head, message = ''] = /^\s*::(.*?)::(.*)$/su.exec(line) ?? /##\[([^\]]*)\](.*)$/su.exec(line) ?? [];
    if (head === undefined) return [];
    const [, name = '', rest = ''] = /^(\S+)\s?(.*)$/su.exec(head) ?? [];
    const properties = rest
      .split(',')
      .filter((each) => each !== '')
      .map((each) => [each.slice(0, each.indexOf('=')), unescape(each.slice(each.indexOf('=') + 1))] as const);
    return [{ name, properties: Object.fromEntries(properties), message: unescape(message) }];
  });
}

function unescape(text: string): string {
  const signs: Readonly<Record<string, string>> = { '0D': '\r', '0A': '\n', '3A': ':', '2C': ',', '25': '%' };
  return text.replaceAll(/%(0D|0A|3A|2C|25)/gu, (_, code: string) => signs[code] ?? '');
}
