import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Config, parseConfig } from '../../src/check/config.js';
import { TrendAuditError } from '../../src/errors.js';

const NO_LINES = { file: 'c.json', lineOf: () => 1 };
const parse = (expected: unknown, more: object = {}): Config =>
  parseConfig({ ...NO_LINES, value: { datasets: [{ files: 'a.csv', labels: 'l.csv', expect: expected, ...more }] } });

function problem(value: unknown): string {
  try {
    parseConfig({ ...NO_LINES, value });
  } catch (error) {
    if (error instanceof TrendAuditError) return `${error.message}. ${error.hint}`;
    throw error;
  }
  return '';
}

const expecting = (expected: unknown): string => problem({ datasets: [{ files: 'a', labels: 'l', expect: expected }] });

describe('a configuration', () => {
  it('takes counts, shares, and both', () => {
    const {
      datasets: [dataset],
    } = parse({
      coordinated: { min: 30, max: '4.5%' },
      unclear: 3,
      precision: 0.9,
      recall: '70%',
      badRows: '1%',
      flagged: ['a'],
      indicators: { ctm: { max: -1.5 } },
    });
    expect(dataset?.expect).toEqual([
      { kind: 'verdict', verdict: 'coordinated', bounds: { min: { count: 30 }, max: { percent: 4.5 } }, line: 1 },
      { kind: 'verdict', verdict: 'unclear', bounds: { min: { count: 3 }, max: { count: 3 } }, line: 1 },
      { kind: 'flagged', account: 'a', line: 1 },
      { kind: 'quality', figure: 'precision', bounds: { min: { count: 0.9 } }, line: 1 },
      { kind: 'quality', figure: 'recall', bounds: { min: { percent: 70 } }, line: 1 },
      { kind: 'indicator', indicator: 'ctm', bounds: { max: { count: -1.5 } }, line: 1 },
      { kind: 'badRows', bounds: { max: { percent: 1 } }, line: 1 },
    ]);
    expect(dataset).toMatchObject({ name: 'a.csv', files: ['a.csv'] });
  });

  it.each([
    [
      { cordinated: 3 },
      'unknown key "cordinated" in datasets[0].expect. did you mean coordinated? keys here: coordinated, flooding, unclear',
    ],
    [
      { coordinated: { mn: 3 } },
      'unknown key "mn" in datasets[0].expect.coordinated. did you mean min? keys here: min, max',
    ],
    [{ indicators: { ctn: { min: 1 } } }, 'unknown key "ctn" in datasets[0].expect.indicators. did you mean ctm?'],
    [
      { coordinated: 0.1 },
      'datasets[0].expect.coordinated is 0.1, expected a whole number of them, or a share such as "10%", or {"min": …, "max": …}',
    ],
    [
      { coordinated: { min: 'ten' } },
      'datasets[0].expect.coordinated.min is "ten", expected a whole number of them, or a share such as "10%"',
    ],
    [{ coordinated: '10%' }, 'an exact share is hardly ever met'],
    [{ coordinated: '101%' }, 'is "101%", expected'],
    [{ coordinated: { min: 5, max: 3 } }, 'datasets[0].expect.coordinated has a min above its max'],
    [{ coordinated: {} }, 'has neither min nor max'],
    [{ precision: 95 }, 'datasets[0].expect.precision is 95, expected a share from 0 to 1, or such as "90%"'],
    [{ flagged: 'a' }, 'datasets[0].expect.flagged is "a", expected a list'],
    [{ flagged: [] }, 'datasets[0].expect.flagged is empty'],
    [{}, 'nothing is expected of datasets[0]. add expect or baseline to it'],
    [3, 'datasets[0].expect is 3, expected an object'],
  ])('refuses to expect %j', (expected, says) => {
    expect(expecting(expected)).toContain(says);
  });

  it.each([
    [[], 'the configuration is [], expected an object'],
    [{}, 'datasets is missing'],
    [{ datasets: [] }, 'datasets is empty'],
    [{ datasets: [{ expect: { unclear: 0 } }] }, 'datasets[0].files is missing'],
    [
      { datasets: [{ files: 3, expect: { unclear: 0 } }] },
      'datasets[0].files is 3, expected a text or a list of texts',
    ],
    [{ datasets: [{ files: '-', expect: { unclear: 0 } }] }, 'standard input cannot be a dataset'],
    [{ datasets: [{ files: 'a', expect: { recall: 1 } }] }, 'precision and recall need labels'],
    [
      {
        datasets: [
          { files: 'a', baseline: 'b' },
          { files: 'a', baseline: 'c' },
        ],
      },
      'datasets[0] is also called "a"',
    ],
    [{ workers: 0, datasets: [{ files: 'a', baseline: 'b' }] }, 'workers is 0, expected 1 or more'],
    [
      { worker: 1, datasets: [{ files: 'a', baseline: 'b' }] },
      'unknown key "worker" in the configuration. did you mean workers?',
    ],
    [JSON.parse('{"__proto__": {"x": 1}, "datasets": [{"files": "a", "baseline": "b"}]}'), 'unknown key "__proto__"'],
  ])('refuses %j', (value, says) => {
    expect(problem(value)).toContain(says);
  });
});

describe('the configuration of docs/ci.md', () => {
  const document = readFileSync(path.join(import.meta.dirname, '..', '..', 'docs', 'ci.md'), 'utf8');

  it('is one', () => {
    const [, example = ''] = /^```json\n(.*?)^```/msu.exec(document) ?? [];
    const { datasets } = parseConfig({ ...NO_LINES, value: JSON.parse(example) });
    expect(datasets.map(({ expect: held }) => held.length)).toEqual([8]);
  });

  it('names every key', () => {
    const keys = new Set([...document.matchAll(/`(\w+)`|"(\w+)":/gu)].map(([, code, key]) => code ?? key));
    const hint = [
      problem({ x: 1 }),
      problem({ datasets: [{ x: 1, files: 'a', baseline: 'b' }] }),
      expecting({ x: 1 }),
      expecting({ indicators: { x: 1 } }),
    ].join('\n');
    const known = [...hint.matchAll(/keys here: ([\w$, ]+)/gu)].flatMap(([, list = '']) => list.split(', '));
    expect(known.length).toBeGreaterThan(25);
    expect(known.filter((key) => key !== '$schema' && !keys.has(key))).toEqual([]);
  });
});
