/** The configuration of `check`, and a baseline: one that the published schema takes too, or an error that explains. */

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { type ConfigSource, parseConfig } from '../../../src/check/config.js';
import { storedBaseline } from '../../../src/check/stored-baseline.js';
import { datasetOptions } from '../../../src/cli/check-options.js';
import { parseJsonConfig, parseYaml } from '../../../src/cli/config-document.js';
import { TrendAuditError } from '../../../src/errors.js';
import { hold, type Target } from '../target.js';

const FULL = {
  $schema: 'x',
  format: 'text',
  workers: 2,
  tolerance: 5,
  options: { seed: 1, assumeTz: 'UTC', map: { text: ['body', 'title'] }, since: '2014-02-26', maxBytes: '1GB' },
  datasets: [
    {
      name: 'one',
      files: ['a.csv', 'b.json'],
      labels: 'l.csv',
      baseline: 'b.json',
      options: { hashtag: '#a', maxBadRows: '10%', encoding: 'utf-8', users: ['u.csv'] },
      expect: {
        coordinated: { min: 3, max: '10%' },
        unclear: 0,
        flagged: ['a'],
        notFlagged: ['b'],
        precision: '90%',
        recall: { min: 0.5 },
        indicators: { ctm: { max: 12.5 }, posts: { min: 3 } },
        badRows: '1%',
      },
    },
  ],
};

export const config: Target = {
  seeds: () =>
    [
      JSON.stringify(FULL, undefined, 1),
      JSON.stringify({ baseline: '1', accounts: [{ id: '1', handle: 'a', score: 97.5 }] }),
      'datasets:\n  - files: a.csv # x\n    expect: &e {coordinated: {min: 1}}\n  - files: [b]\n    expect: *e\n    name: "b"\n',
      "%YAML 1.2\n---\n? datasets\n: - !!map {files: >-\n    a\n    , baseline: 'b'}\n...\n",
    ].map((text) => Buffer.from(text)),
  words: [
    [
      '"__proto__":',
      '__proto__: ',
      'constructor',
      '<<: *a',
      '&a ',
      '*a',
      '!!binary',
      '!!js/function',
      '---\n',
      '...\n',
      '? ',
      ': ',
      '- ',
    ],
    [
      '\n  ',
      '\t',
      '>-\n',
      '|\n',
      '# x\n',
      '.nan',
      '.inf',
      '-0',
      '1e999',
      '0x10',
      '"10%"',
      '"100.5 %"',
      'null',
      '~',
      'true',
      '[]',
      '{}',
      '{"min":',
      ',"max":',
    ],
    Object.keys(FULL.options),
    Object.keys(FULL.datasets[0]?.expect ?? {}),
    [
      'noHeader',
      'dateOrder',
      'until',
      'sheet',
      'records',
      'topics',
      'minPosts',
      '\\u0000',
      '\\ud800',
      '\u2028',
      '\uFEFF',
      '\u0085',
    ],
  ],
  share: 1,
  changes: 12,
  longest: 4096,
  run: (bytes) => {
    const text = bytes.toString('utf8').replace(/^\uFEFF/u, '');
    for (const parse of [parseJsonConfig, parseYaml]) {
      const source = refusedOr(() => parse(text, 'fuzz.yaml'), text);
      if (source === undefined) continue;
      refusedOr(() => storedBaseline(source), text);
      refusedOr(() => checkConfig(source), text);
      hold(Object.keys(Object.prototype).length === 0, 'the prototype of all objects was changed');
    }
  },
};

function checkConfig(source: ConfigSource): void {
  const parsed = parseConfig(source);
  fits ??= new Ajv2020({ strict: false }).compile(JSON.parse(readFileSync(resolve('config.schema.json'), 'utf8')));
  hold(fits(source.value), 'the published schema does not take it');
  for (const dataset of parsed.datasets) {
    hold(dataset.expect.length > 0 || dataset.baseline !== undefined, 'nothing is expected');
    datasetOptions(
      source,
      [
        { path: ['options'], options: parsed.options },
        { path: [...dataset.path, 'options'], options: dataset.options },
      ],
      {},
      (file) => file,
    );
  }
}

let fits: ((value: unknown) => boolean) | undefined;

/** What comes of it; undefined where it is refused with a place and a hint. */
function refusedOr<T>(make: () => T, text: string): T | undefined {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof TrendAuditError)) throw error;
    const { message, hint, line = 1 } = error;
    hold(message !== '' && hint !== '', 'an error says nothing');
    hold(message.length + hint.length < 3000, `an error of ${message.length + hint.length} signs`);
    hold(line >= 1 && line <= text.split(/\n|\r/u).length, `line ${line} is not there: ${message}`);
    return undefined;
  }
}
