import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Result } from '../../src/documents/result.js';
import { PRESETS } from '../../src/simulate/index.js';
import { dumpOf, fileWith, trendAudit } from './run.js';

const folder = mkdtempSync(path.join(tmpdir(), 'trend-audit-simulate-'));
const inFolder = (name: string): string => path.join(folder, name);
const linesOf = (file: string): string[] => readFileSync(file, 'utf8').trimEnd().split('\n');
const countLabels = (file: string): Record<string, number> => {
  const labels = linesOf(file)
    .slice(1)
    .map((line) => line.split(',')[1]);
  return {
    coordinated: labels.filter((label) => label === 'coordinated').length,
    organic: labels.filter((label) => label === 'organic').length,
  };
};

const percent = (share: number): string => `${Math.round(1000 * share) / 10}%`;
/** From, to and hashtag of a result. */
const spanOf = (json: string): unknown[] => {
  const {
    dump: { from, to, hashtags },
  }: Pick<Result, 'dump'> = JSON.parse(json);
  return [from, to, hashtags[0]?.tag];
};

const SMALL = ['--scale', '0.05'];

describe('simulate', () => {
  it('writes a dump and its labels that evaluate takes as they are', async () => {
    const dump = inFolder('small.csv');
    const { code, stdout, stderr } = await trendAudit(['simulate', '-o', dump, ...SMALL, '--seed', '3']);
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    expect(stderr).toBe(
      `trend-audit: wrote 1,000 posts by 100 accounts (5 labelled coordinated) to ${dump}, and the labels to ${inFolder('small.labels.csv')}\n`,
    );
    expect(linesOf(dump).length).toBe(1001);
    const evaluated = await trendAudit(['evaluate', dump, '--json', '--no-ablation']);
    expect(JSON.parse(evaluated.stdout)).toMatchObject({
      dumps: [{ accounts: { coordinated: 5, organic: 95, unlabelled: 0, absent: 0 } }],
    });
  });

  it('gives the same bytes for the same seed, and others for another', async () => {
    for (const [name, seed] of [
      ['a', '4'],
      ['b', '4'],
      ['c', '5'],
    ] as const)
      await trendAudit(['simulate', '-o', inFolder(`${name}.csv`), ...SMALL, '--seed', seed, '--quiet']);
    const [a, b, c] = ['a', 'b', 'c'].map((name) => readFileSync(inFolder(`${name}.csv`), 'utf8'));
    expect(a === b && a !== c).toBe(true);
  });

  it('turns its knobs', async () => {
    const dump = inFolder('knobs.csv');
    const args = [
      '--accounts',
      '150',
      '--campaign-share',
      '25%',
      '--campaign-posts',
      '200',
      '--language',
      'en',
      '--hashtag',
      'mine',
      '--copied-share',
      '100%',
      '--mutated-share',
      '0',
      '--waves',
      '2',
      '--old-share',
      '0',
      '--cohort-days',
      '1',
    ];
    expect((await trendAudit(['simulate', '-o', dump, ...args])).code).toBe(0);
    expect(countLabels(inFolder('knobs.labels.csv'))).toEqual({ coordinated: 50, organic: 150 });
    expect(linesOf(dump).filter((line) => !/\bmine\b/u.test(line))).toHaveLength(1);
    const nobody = inFolder('nobody.csv');
    await trendAudit(['simulate', '-o', nobody, ...SMALL, '--campaign-accounts', '0']);
    expect(countLabels(inFolder('nobody.labels.csv'))).toEqual({ coordinated: 0, organic: 95 });
  });

  it('prints the dump where no file is named for it, and says nothing else there', async () => {
    const labels = inFolder('piped.csv');
    const { code, stdout } = await trendAudit(['simulate', '--labels', labels, ...SMALL]);
    expect(code).toBe(0);
    expect(stdout.split('\n')).toHaveLength(1002);
    expect(countLabels(labels)).toEqual({ coordinated: 5, organic: 95 });
  });

  it('overwrites nothing unless told to, and leaves nothing half done', async () => {
    const dump = inFolder('kept.csv');
    writeFileSync(inFolder('kept.labels.csv'), 'precious');
    const refused = await trendAudit(['simulate', '-o', dump, ...SMALL]);
    expect(refused).toEqual({
      code: 2,
      stdout: '',
      stderr: `trend-audit: ${inFolder('kept.labels.csv')}: already exists. Choose another name, or overwrite it with --force.\n`,
    });
    expect(existsSync(dump)).toBe(false);
    expect((await trendAudit(['simulate', '-o', dump, ...SMALL, '--force'])).code).toBe(0);
    expect(linesOf(inFolder('kept.labels.csv'))[0]).toBe('userid,label');
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  it('names the defaults of its preset in the help', async () => {
    const { stdout } = await trendAudit(['simulate', '--help']);
    const help = stdout.replaceAll(/\s+/gu, ' ');
    const { organic, campaign, hashtag } = PRESETS.campaign;
    const defaults: [string, string][] = [
      ['--hashtag', hashtag],
      ['--accounts', String(organic.accounts)],
      ['--posts', String(organic.posts)],
      ['--new-share', percent(organic.newShare)],
      ['--headline-share', percent(organic.headlineShare)],
      ['--campaign-accounts', String(campaign.accounts)],
      ['--campaign-share', percent(campaign.accounts / (campaign.accounts + organic.accounts))],
      ['--campaign-posts', String(campaign.posts)],
      ['--old-share', percent(campaign.oldShare)],
      ['--cohort-days', String(campaign.cohortDays)],
      ['--copied-share', percent(campaign.copiedShare)],
      ['--mutated-share', percent(campaign.mutatedShare)],
      ['--disguised-share', percent(campaign.disguisedShare)],
      ['--own-share', percent(campaign.ownShare)],
      ['--discipline', percent(campaign.discipline)],
      ['--waves', String(campaign.waves)],
    ];
    for (const [flag, value] of defaults) {
      const described =
        help
          .slice(help.indexOf(` ${flag} <`))
          .slice(1)
          .split(/ --[a-z]+(?:-[a-z]+)* </u)[0] ?? '';
      expect(described).toMatch(new RegExp(`\\(default: ${value}[),;]`, 'u'));
    }
  });
});

describe('simulate --into', () => {
  const own = fileWith(dumpOf(120), 'own.csv');

  it('plants a campaign among the posts of a dump, within its span, and says what it assumes', async () => {
    const dump = inFolder('planted.csv');
    const { code, stderr } = await trendAudit([
      'simulate',
      '-o',
      dump,
      '--into',
      own,
      '--campaign-accounts',
      '5',
      '--campaign-posts',
      '40',
    ]);
    expect(code).toBe(0);
    expect(stderr).toContain('is labelled organic: this assumes that nobody there is coordinated');
    expect(countLabels(inFolder('planted.labels.csv'))).toEqual({ coordinated: 5, organic: 7 });
    const evaluated = await trendAudit(['evaluate', dump, '--json', '--no-ablation']);
    const [before, after] = [
      await trendAudit(['analyze', own, '--json', '--quiet']),
      await trendAudit(['analyze', dump, '--json', '--quiet']),
    ];
    expect(spanOf(after.stdout)).toEqual(spanOf(before.stdout));
    expect(JSON.parse(evaluated.stdout)).toMatchObject({ dumps: [{ accounts: { unlabelled: 0, absent: 0 } }] });
    for (const text of ['Thought number 0 on this #topic', 'Thought number 119 on this #topic'])
      expect(readFileSync(dump, 'utf8')).toContain(text);
  });

  it('tells time no finer than the dump does', async () => {
    const days = fileWith(
      [
        'id,created_at,user_screen_name,text',
        ...Array.from(
          { length: 30 },
          (_, i) => `${i},2014-03-${String(1 + (i % 20)).padStart(2, '0')},u${i},I say #topic ${i}`,
        ),
        '',
      ].join('\n'),
    );
    const dump = inFolder('days.csv');
    expect((await trendAudit(['simulate', '-o', dump, '--into', days, '--campaign-accounts', '2'])).code).toBe(0);
    expect(
      linesOf(dump)
        .slice(1)
        .filter((line) => !line.includes(' 00:00,')),
    ).toEqual([]);
    expect(linesOf(dump)[0]).not.toContain('account_creation_date');
  });
});

describe('wrong usage of simulate ends with 2 and one line that says what to do', () => {
  const target = ['simulate', '-o', inFolder('never.csv')];
  it.each<[string, readonly string[], string]>([
    ['no file at all', ['simulate'], 'no file was named for the labels'],
    [
      'the labels where the dump goes',
      ['simulate', '-o', 'x.csv', '--labels', 'x.csv'],
      'the labels would overwrite the dump',
    ],
    ['no such directory', ['simulate', '-o', '/no/such/dump.csv', ...SMALL], 'its directory is not there'],
    ['a directory', ['simulate', '-o', folder], 'is a directory'],
    ['an unknown preset', [...target, '--preset', 'storm'], 'Allowed choices are campaign, organic-only'],
    ['more than all', [...target, '--copied-share', '90%', '--own-share', '20%'], 'Let them add up to at most 100%.'],
    ['fewer posts than accounts', [...target, '--accounts', '9', '--posts', '4'], '4 posts are too few for 9 accounts'],
    ['the same twice', [...target, '--campaign-accounts', '9', '--campaign-share', '4%'], 'say the same twice'],
    [
      'a simulated public beside a real one',
      [...target, '--into', fileWith(dumpOf(120)), '--new-share', '4%'],
      '--new-share is about a simulated public',
    ],
    ['too short a dump', [...target, '--into', fileWith(dumpOf(3))], 'spans less than 24 hours'],
    ['a missing dump', [...target, '--into', '/no/such/dump.csv'], '/no/such/dump.csv: no such file.'],
    ['no scale', [...target, '--scale', '0'], 'Give a number above 0'],
  ])('%s', async (_, args, says) => {
    const { code, stdout, stderr } = await trendAudit(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(says);
    expect(stderr).toMatch(/^trend-audit: [^\n]*\.\n$/u);
    expect(existsSync(inFolder('never.csv'))).toBe(false);
  });
});
