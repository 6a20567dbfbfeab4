import { array, assert, constantFrom, oneof, property, string, stringMatching } from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TestCase } from '../../../src/report/ci/case.js';
import { workflowCommands } from '../../../src/report/ci/github.js';
import { junitXml } from '../../../src/report/ci/junit.js';
import { sarifLog, toUri } from '../../../src/report/ci/sarif.js';
import { escapeControls } from '../../../src/text/escape-controls.js';
import { NAMES } from '../hostile.js';
import { commandsIn, junitProblems, sarifProblems } from './readers.js';

const TOOL = { name: 'trend-audit', version: '1.2.3' };
const ATTACKS = [
  ...NAMES,
  '::stop-commands::x',
  'a\n::error::b',
  'a\r\n::add-mask::b',
  '##[add-path]/tmp',
  '\n##[error]x',
  'a,line=1::b',
  '%0A::error::x',
  '{0} [a](b)',
  '\u2028::error::x',
  '\u0085::error::x',
];

const failing = (text: string): TestCase => ({
  name: `case ${text}`,
  outcome: 'failed',
  says: `says ${text}`,
  remarks: [
    {
      rule: 'expectation-failed',
      level: 'error',
      says: `it ${text}`,
      place: { file: `dumps/${text}`, line: 3 },
      asked: { file: 'c.json', line: 7 },
    },
    { rule: 'coordinated-account', level: 'warning', says: text, place: { file: text } },
  ],
});
const CASES: readonly TestCase[] = [
  ...ATTACKS.map(failing),
  { name: 'well', outcome: 'passed', says: 'all as expected', remarks: [] },
  { name: 'bad', outcome: 'error', says: 'no such file', remarks: [] },
];

describe('junit', () => {
  it('is what its schema allows, whatever a dump says', async () => {
    const xml = [...junitXml('suite', CASES)].join('');
    expect(await junitProblems(xml)).toEqual([]);
    expect(xml).toContain(`<testsuites name="suite" tests="${CASES.length}" failures="${ATTACKS.length}" errors="1">`);
    expect(xml).toContain('<error message="no such file"');
    expect(xml).toContain('c.json:7');
  });

  it('is held to the schema in earnest', async () => {
    const xml = [...junitXml('suite', CASES.slice(-2))].join('');
    expect(await junitProblems(xml.replace(' errors="1"', ''))).not.toEqual([]);
    expect(await junitProblems(xml.replaceAll('testcase', 'test'))).not.toEqual([]);
  });
});

describe('sarif', () => {
  it('is what the official schema allows, whatever a dump says', () => {
    const log = [...sarifLog(TOOL, CASES)].join('');
    expect(sarifProblems(log)).toEqual([]);
    const {
      runs: [{ results, invocations }],
    } = JSON.parse(log);
    expect(results).toHaveLength(2 * ATTACKS.length);
    expect(results[0].locations[0].physicalLocation.region).toEqual({ startLine: 3 });
    expect(results[0].relatedLocations[0].physicalLocation).toEqual({
      artifactLocation: { uri: 'c.json' },
      region: { startLine: 7 },
    });
    expect(invocations).toEqual([{ executionSuccessful: false }]);
    expect(
      results.flatMap(({ message: { text } }: { message: { text: string } }) =>
        /\]\(|(?<!\{)\{(?!\{)/u.test(text.replaceAll('{{', '')) ? [text] : [],
      ),
    ).toEqual([]);
  });

  it('is held to the schema in earnest', () => {
    const log = [...sarifLog(TOOL, CASES)].join('');
    expect(sarifProblems(log.replaceAll('"level": "error"', '"level": "bad"'))).not.toEqual([]);
    expect(sarifProblems(log.replaceAll('"startLine": 3', '"startLine": 0'))).not.toEqual([]);
  });

  it('knows a finding again where its figures and its line have changed', () => {
    expect(print('37 of 908 are too many', 3)).toEqual(print('41 of 1,020 are too many', 9));
    expect(print('37 of 908 are too many', 3)).not.toEqual(print('37 of 908 are too few', 3));
  });

  it('names files by references that are read again', () => {
    assert(
      property(stringMatching(/^[a-z][^\\\0]{0,20}$/u), (file) => {
        const read = new URL(`./${toUri(file)}`, 'file:///base/');
        expect(decodeURIComponent(read.pathname)).toBe(
          new URL(
            `file:///base/${file
              .split('/')
              .map((part) => encodeURIComponent(Buffer.from(part).toString()))
              .join('/')}`,
          ).pathname
            .split('/')
            .map(decodeURIComponent)
            .join('/'),
        );
        expect(toUri(file)).not.toMatch(/[\s<>"{}|^`#?]/u);
      }),
    );
    expect(toUri('/data/a b#1.csv')).toBe('file:///data/a%20b%231.csv');
    expect(toUri('dumps\\a.csv')).toBe('dumps/a.csv');
  });
});

describe('github', () => {
  it('gives a runner no other commands than its own, each with what it was to say', () => {
    const read = commandsIn([...workflowCommands(CASES)].join(''));
    expect(read).toEqual(
      CASES.flatMap(({ name, outcome, says, remarks }) => [
        {
          name: outcome === 'passed' ? 'notice' : 'error',
          properties: { title: escapeControls(name) },
          message: escapeControls(says),
        },
        ...remarks.map((remark) => ({
          name: remark.level,
          properties: {
            title: escapeControls(name),
            ...(remark.place ? { file: escapeControls(remark.place.file.replaceAll('\\', '/')) } : {}),
            ...(remark.place?.line === undefined ? {} : { line: String(remark.place.line) }),
          },
          message: escapeControls(remark.says) + (remark.asked ? ' (c.json:7)' : ''),
        })),
      ]),
    );
  });

  it('does so for any text', () => {
    const text = array(
      oneof(string({ unit: 'binary' }), constantFrom('\n', '\r', '::', '##[error]', '%0A', ',', '=', ':', ' ')),
    ).map((parts) => parts.join(''));
    assert(
      property(text, (says) => {
        const read = commandsIn([...workflowCommands([failing(says)])].join(''));
        expect(read.map(({ name }) => name)).toEqual(['error', 'error', 'warning']);
        expect(read[2]?.message).toBe(escapeControls(says));
      }),
    );
  });
});

function print(says: string, line: number): unknown {
  const [text = ''] = sarifLog(TOOL, [
    {
      name: 'a',
      outcome: 'failed',
      says,
      remarks: [{ rule: 'expectation-failed', level: 'error', says, place: { file: 'a.csv', line } }],
    },
  ]);
  return JSON.parse(text).runs[0].results[0].partialFingerprints;
}
