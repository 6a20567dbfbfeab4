import { createHash } from 'node:crypto';
import type { Result } from '../../documents/result.js';
import { escapeControls } from '../../text/escape-controls.js';
import { safeJson } from '../../text/safe-json.js';
import { type TestCase, type Location, placeName, type Annotation, RULES, type RuleId } from './case.js';

const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json';
const RULE_IDS = Object.keys(RULES).filter((id): id is RuleId => Object.hasOwn(RULES, id));

/** SARIF 2.1.0 (OASIS), as GitHub's code scanning and editors read it: a result for each remark. */
export function* sarifLog(tool: Result['tool'], cases: readonly TestCase[]): Generator<string> {
  const run = {
    tool: {
      driver: {
        name: tool.name,
        version: tool.version,
        semanticVersion: tool.version,
        rules: RULE_IDS.map((id) => ({ id, shortDescription: { text: RULES[id] } })),
      },
    },
    invocations: [{ executionSuccessful: cases.every(({ outcome }) => outcome !== 'error') }],
    columnKind: 'utf16CodeUnits',
    results: cases.flatMap(({ name, remarks }) => remarks.map((remark) => resultOf(name, remark))),
  };
  yield `${safeJson({ $schema: SCHEMA, version: '2.1.0', runs: [run] }, 2)}\n`;
}

function resultOf(name: string, { rule, level, says, place, asked }: Annotation): object {
  return {
    ruleId: rule,
    ruleIndex: RULE_IDS.indexOf(rule),
    level,
    message: { text: messageText(`${name}: ${says}${asked === undefined ? '' : ` (${placeName(asked)})`}`) },
    ...(place === undefined ? {} : { locations: [location(place)] }),
    ...(asked === undefined ? {} : { relatedLocations: [{ id: 1, ...location(asked) }] }),
    // Identifies the same finding after its line has moved.
    partialFingerprints: {
      'remark/v1': createHash('sha256')
        .update(JSON.stringify([rule, name, place?.file ?? '', says.replaceAll(/\d+(?:[.,]\d+)*/gu, '0')]))
        .digest('hex'),
    },
  };
}

function location({ file, line }: Location): object {
  return {
    physicalLocation: {
      artifactLocation: { uri: toUri(file) },
      ...(line === undefined ? {} : { region: { startLine: line } }),
    },
  };
}

/** A path as a relative reference, or as a `file:` URI if it is absolute; RFC 3986. */
export function toUri(file: string): string {
  const path = file
    .replaceAll('\\', '/')
    .split('/')
    .map((part) => encodeURIComponent(Buffer.from(part).toString()))
    .join('/');
  return path.startsWith('/') ? `file://${path}` : path;
}

/** Braces are doubled (SARIF 2.1.0, §3.11.5), and what would be a link, `[…](…)`, is broken up (§3.11.6). */
function messageText(text: string): string {
  return escapeControls(text).replaceAll(/[{}]/gu, '$&$&').replaceAll('](', '] (');
}
