import { copyFileSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { FIXTURES, SMALL, SMALL_DUMP } from '../fixture-cases.js';
import { fileWith, trendAudit } from './run.js';

const folder = mkdtempSync(path.join(tmpdir(), 'trend-audit-evaluate-'));
const inFolder = (name: string): string => path.join(folder, name);

/** Two dumps with their labels beside them, in either way of naming. */
beforeAll(() => {
  for (const name of ['one.csv', 'two.csv']) copyFileSync(SMALL_DUMP, inFolder(name));
  for (const name of ['one.labels.csv', 'labels.csv'])
    copyFileSync(path.join(FIXTURES, SMALL, 'labels.csv'), inFolder(name));
});

describe('evaluate', () => {
  it('prints a page of 80 columns: figures, verdicts by label, what each signal contributes, mistakes', async () => {
    const { code, stdout, stderr } = await trendAudit(['evaluate', inFolder('one.csv')]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/precision +(?:–|[01]\.\d{3})/u);
    expect(stdout).toMatch(/AUC, ROC +[01]\.\d{3} {2}[01]\.\d{3}–[01]\.\d{3}/u);
    for (const heading of [
      'Accounts by verdict and label',
      'Decided again without a family or a signal',
      'sharing (family)',
    ])
      expect(stdout).toContain(heading);
    expect(stdout.split('\n').filter((line) => line.length > 80)).toEqual([]);
  });

  it('prints the same JSON twice, as deep as was asked for', async () => {
    const args = [
      'evaluate',
      inFolder('one.csv'),
      '--labels',
      inFolder('labels.csv'),
      '--json',
      '--no-ablation',
      '--mistakes',
      '1',
    ];
    const [first, second] = [await trendAudit(args), await trendAudit(args)];
    expect(second).toEqual(first);
    const document: unknown = JSON.parse(first.stdout);
    expect(document).toMatchObject({
      schemaVersion: '2',
      tool: { name: 'trend-audit' },
      dumps: [
        {
          labels: inFolder('labels.csv'),
          options: { seed: 1 },
          accounts: { coordinated: 13, organic: 88, unlabelled: 0, absent: 0 },
          ablation: [],
        },
      ],
      overall: { dumps: 1 },
    });
  });

  it('takes several dumps with a line each, and files of labels among them for what they are', async () => {
    const { code, stdout } = await trendAudit([
      'evaluate',
      inFolder('labels.csv'),
      inFolder('one.csv'),
      inFolder('one.labels.csv'),
      inFolder('two.csv'),
      '--no-ablation',
    ]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^2 labelled dumps/u);
    expect(stdout).toMatch(/^ one +13 /mu);
    expect(stdout).toMatch(/^ two +13 /mu);
    expect(stdout).toContain('mean over dumps');
  });

  it('obeys the options of analyze', async () => {
    const { stdout } = await trendAudit([
      'evaluate',
      inFolder('one.csv'),
      '--json',
      '--no-ablation',
      '--until',
      '2014-03-01',
      '--seed',
      '9',
    ]);
    expect(JSON.parse(stdout)).toMatchObject({ dumps: [{ options: { until: '2014-03-02T00:00:00.000Z', seed: 9 } }] });
  });

  it('ends with 2 and one line that says what to do', async () => {
    const alone = fileWith('a,b\n1,2\n', 'alone.csv');
    const wrong: [readonly string[], string][] = [
      [['evaluate'], 'no file was named. Name one, as in trend-audit evaluate dump.csv --labels labels.csv.'],
      [['evaluate', alone], 'no labels: there is neither'],
      [['evaluate', '/no/such/dump.csv'], '/no/such/dump.csv: no such file.'],
      [['evaluate', inFolder('labels.csv')], 'is a file of labels, not a dump'],
      [['evaluate', '-'], 'Name them with --labels FILE.'],
      [['evaluate', inFolder('one.csv'), '--labels', '/no/such/labels.csv'], '/no/such/labels.csv: no such file.'],
      [
        ['evaluate', inFolder('one.csv'), '--labels', fileWith('userid,label\n1,bot\n')],
        ':2: a label “bot”, not coordinated or organic.',
      ],
      [
        ['evaluate', inFolder('one.csv'), '--labels', fileWith('userid,label\nnobody,organic\n')],
        'none of its 1 labels names an account of the dump',
      ],
    ];
    for (const [args, says] of wrong) {
      const { code, stdout, stderr } = await trendAudit(args);
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toContain(says);
      expect(stderr).toMatch(/^trend-audit: [^\n]*\.\n$/u);
    }
  });
});
