import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { FIXTURES } from '../fixture-cases.js';
import { trendAudit } from './run.js';

const ROOT = path.join(FIXTURES, '..');
const CONFIG = 'trend-audit.config.json';
const read = (place: string, file = CONFIG): unknown => JSON.parse(readFileSync(path.join(place, file), 'utf8'));
const fits = new Ajv2020({ strict: false }).compile(Object(read(ROOT, 'config.schema.json')));

/** A directory with a dump and its labels, one in a directory of its own, and what is no dump. */
function folder(): string {
  const place = mkdtempSync(path.join(tmpdir(), 'trend-audit-init-'));
  mkdirSync(path.join(place, 'sub'));
  const from = path.join(FIXTURES, 'no-creation-dates');
  cpSync(path.join(from, 'tweets.csv'), path.join(place, 'one.csv'));
  cpSync(path.join(from, 'labels.csv'), path.join(place, 'one.labels.csv'));
  cpSync(path.join(from, 'tweets.csv'), path.join(place, 'sub', 'two.csv'));
  writeFileSync(path.join(place, 'package.json'), '{"name": "a-project"}');
  return place;
}

describe('check --init', () => {
  it('writes a configuration of the dumps that are here, which check takes and editors understand', async () => {
    const cwd = folder();
    expect(await trendAudit(['check', '--init'], { cwd })).toEqual({
      code: 0,
      stdout: '',
      stderr: `trend-audit: wrote ${CONFIG}: 2 datasets; to store their results as baselines: trend-audit check --update\n`,
    });
    expect(read(cwd)).toEqual({
      $schema: './node_modules/trend-audit/config.schema.json',
      datasets: [
        { name: 'one.csv', files: 'one.csv', labels: 'one.labels.csv', baseline: 'one.baseline.json' },
        { name: 'sub/two.csv', files: 'sub/two.csv', baseline: 'sub/two.baseline.json' },
      ],
    });
    expect(fits(read(cwd))).toBe(true);
    expect(await trendAudit(['check', '--update', '--quiet'], { cwd })).toMatchObject({ code: 0, stderr: '' });
    expect(existsSync(path.join(cwd, 'sub', 'two.baseline.json'))).toBe(true);
    expect(await trendAudit(['check'], { cwd })).toMatchObject({ code: 0, stderr: '' });
  });

  it('leaves a configuration alone that is there', async () => {
    const cwd = folder();
    writeFileSync(path.join(cwd, CONFIG), 'mine');
    const { code, stderr } = await trendAudit(['check', '--init'], { cwd });
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: `trend-audit: ${CONFIG}: already exists. Edit it, or name another file.\n`,
    });
    expect(readFileSync(path.join(cwd, CONFIG), 'utf8')).toBe('mine');
  });

  it('writes an example where no dump is', async () => {
    const cwd = mkdtempSync(path.join(tmpdir(), 'trend-audit-init-'));
    const { code, stderr } = await trendAudit(['check', '--init', 'my.json'], { cwd });
    expect(code).toBe(0);
    expect(stderr).toContain('no dump was found here');
    expect(fits(read(cwd, 'my.json'))).toBe(true);
  });

  it('writes JSON only', async () => {
    const { code, stderr } = await trendAudit(['check', '--init', 'my.yaml']);
    expect({ code, stderr }).toMatchObject({ code: 2, stderr: expect.stringContaining('my.yaml: is not named .json') });
  });
});

describe('config.schema.json', () => {
  it('takes the configuration of this project, and no key that check would refuse', () => {
    expect(fits(read(ROOT))).toBe(true);
    const dataset = { files: 'a.csv', baseline: 'b' };
    for (const wrong of [
      {},
      { datasets: [] },
      { datasets: [dataset], dataset: 1 },
      { datasets: [{ ...dataset, options: { hastag: 'x' } }] },
      { datasets: [{ ...dataset, expect: { coordinated: 'many' } }] },
      { datasets: [{ ...dataset, expect: { precision: 2 } }] },
    ])
      expect([wrong, fits(wrong)]).toEqual([wrong, false]);
  });
});
