/** No output for people begins a line with a command to a CI runner, and none holds one that is read anywhere. */

import { describe, expect, it } from 'vitest';
import { renderClaims } from '../../src/report/claim.js';
import { renderFirstScreen } from '../../src/report/first-screen.js';
import { csvFormat } from '../../src/report/formats/csv.js';
import { gexfFormat } from '../../src/report/formats/gexf.js';
import { graphmlFormat } from '../../src/report/formats/graphml.js';
import { jsonFormat } from '../../src/report/formats/json.js';
import { jsonlFormat } from '../../src/report/formats/jsonl.js';
import { junitFormat } from '../../src/report/formats/junit.js';
import { mdFormat } from '../../src/report/formats/md.js';
import { sarifFormat } from '../../src/report/formats/sarif.js';
import { renderHtml } from '../../src/report/html/index.js';
import { renderText } from '../../src/report/text.js';
import { hostile, places, ties } from './hostile.js';

const TEXT = '::error ::x\n::add-mask::y ##vso[task.complete] ##[error]z ##teamcity[m]';
const inputs = hostile.inputs.map((input) => ({ ...input, path: `::error ::${input.path}`, notes: [TEXT] }));
const commanding = {
  ...hostile,
  inputs,
  options: { ...hostile.options, hashtag: '##vso[x]' },
  summary: { ...hostile.summary, cautions: [TEXT] },
  accounts: hostile.accounts.map((account, n) => ({
    ...account,
    handle: `${TEXT}${n}`,
    displayName: TEXT,
    evidence: account.evidence.map((each) => ({ ...each, says: `${TEXT} ${'word ::error:: '.repeat(30)}` })),
  })),
  groups: hostile.groups.map((group) => ({
    ...group,
    says: TEXT,
    shared: group.shared.map((item) => ({ ...item, example: TEXT })),
  })),
};
const exhibits = { posts: [], ties, places };
const options = { top: Infinity, crossed: [TEXT] };

const OUTPUTS: readonly (readonly [string, () => string])[] = [
  ...[24, 40, 80, 160].flatMap((width) =>
    [true, false].flatMap((color): (readonly [string, () => string])[] => [
      [`page of ${width}`, () => renderText(commanding, { width, color, top: 0 })],
      [`first screen of ${width}`, () => renderFirstScreen(commanding, { width, color, top: 0 })],
    ]),
  ),
  ['plain', () => renderText(commanding, { width: 80, color: false, top: 0, plain: true })],
  ['claims', () => [...renderClaims(commanding)].join('')],
  ['html', () => renderHtml(commanding, exhibits).replace(/<style>.*<\/style>/su, '')],
  ...Object.entries({
    csv: csvFormat,
    gexf: gexfFormat,
    graphml: graphmlFormat,
    json: jsonFormat,
    jsonl: jsonlFormat,
    junit: junitFormat,
    md: mdFormat,
    sarif: sarifFormat,
  }).map(([name, { render }]): readonly [string, () => string] => [
    name,
    () => [...render(commanding, exhibits, options)].join(''),
  ]),
];

describe.each(OUTPUTS)('%s', (_, render) => {
  it('holds no command', () => {
    const text = render();
    expect(text).toContain('vso[');
    expect(text).not.toMatch(/##\w*\[/u);
    // oxlint-disable-next-line no-control-regex -- colours are no part of a log
    expect(
      text
        .replaceAll(/\u001B\[[\d;]*m/gu, '')
        .split('\n')
        .filter((line) => line.trim().startsWith('::')),
    ).toEqual([]);
  });
});

it('leaves a cell to the letter with raw', () => {
  const text = [...csvFormat.render(commanding, exhibits, { ...options, raw: true })].join('');
  expect(text).toContain(TEXT.replaceAll('"', '""'));
  const formula = { ...hostile, accounts: hostile.accounts.map((account) => ({ ...account, handle: '=1+1\u202E' })) };
  expect([...csvFormat.render(formula, exhibits, { ...options, raw: true })].join('')).toContain(',=1+1\u202E,');
  expect([...csvFormat.render(formula, exhibits, options)].join('')).toContain(",'=1+1\\u{202E},");
});
