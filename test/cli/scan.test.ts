import { existsSync, mkdirSync, mkdtempSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, it } from 'vitest';
import { conversationsOf } from '../../bench/archive.js';
import { openScanJournal } from '../../src/cli/scan-journal.js';
import type { Scan } from '../../src/documents/scan.js';
import { scan as scanInputs } from '../../src/index.js';
import { nextStep } from '../../src/report/scan/words.js';
import { toCsv } from '../../src/simulate/index.js';
import { SMALL_DUMP } from '../fixture-cases.js';
import { fileWith, inShell, NOWHERE, trendAudit } from './run.js';

const folder = mkdtempSync(path.join(tmpdir(), 'trend-audit-scan-'));
const file = (name: string): string => path.join(folder, name);
const archive = file('archive.csv');

beforeAll(() => {
  // The first is pushed by half of its accounts, the second by a fifth.
  writeFileSync(
    archive,
    toCsv([...conversationsOf({ seed: 7, hashtags: 8 })].slice(0, 2).flatMap(({ posts }) => posts)),
  );
});

describe('scan', { timeout: 60_000 }, () => {
  it('ranks the hashtags on a page of 80 columns', async () => {
    const { code, stdout, stderr } = await trendAudit(['scan', archive]);
    expect(code).toBe(0);
    expect(stderr).toBe('');
    expect(stdout).toMatch(
      /^[\d,]+ posts in 1 file · \d hashtags with at least 200 posts\n\n2 of \d hashtags were pushed/u,
    );
    expect(stdout).toMatch(/^ 1 +#тема1 +pushed +/mu);
    expect(stdout.replaceAll(/\s+/gu, ' ')).toContain(`trend-audit analyze ${archive} --hashtag тема1 `);
    expect(stdout.split('\n').filter((line) => line.length > 80)).toEqual([]);
  });

  it.each(['24', '50'])('fits a page of %s columns', async (COLUMNS) => {
    const { stdout } = await trendAudit(['scan', archive], { env: { COLUMNS } });
    expect(stdout.split('\n').filter((line) => line.length > Number(COLUMNS) && !line.includes(folder))).toEqual([]);
  });

  it('prints rows for programs with --plain', async () => {
    const { stdout } = await trendAudit(['scan', archive, '--plain']);
    const row = stdout.split('\n').find((line) => line.startsWith('1\t'));
    expect(row?.split('\t').slice(0, 3)).toEqual(['1', '#тема1', 'pushed']);
  });

  it('writes a page, a table and JSON that agree', async () => {
    const outputs = ['hashtags.html', 'hashtags.csv', 'hashtags.json'].map(file);
    const { code, stdout } = await trendAudit(['scan', archive, '--quiet', ...outputs.flatMap((name) => ['-o', name])]);
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    const [page = '', csv = '', json = ''] = outputs.map((name) => readFileSync(name, 'utf8'));
    const scan: Scan = JSON.parse(json);
    const rows: Record<string, string>[] = parse(csv, { columns: true });
    expect(rows.map(({ hashtag, standing, size, named }) => [hashtag, standing, Number(size), named])).toEqual(
      scan.hashtags.map(({ hashtag, standing, size, named }) => [
        hashtag,
        standing,
        size,
        named.map(({ id }) => id).join('; '),
      ]),
    );
    for (const { hashtag } of scan.hashtags) expect(page).toContain(`#${hashtag}`);
    expect((await trendAudit(['scan', archive, '--json'])).stdout).toBe(json);
  });

  it('goes on from the notes of a run that was ended in the middle of a line', async () => {
    const notes = file('notes.jsonl');
    const whole = await trendAudit(['scan', archive, '--json', '--resume', notes]);
    const written = readFileSync(notes, 'utf8');
    // One hashtag is left, and half of another.
    const [header = '', first = ''] = written.split('\n');
    truncateSync(notes, Buffer.byteLength(`${header}\n${first}\n`) + 20);
    const again = await trendAudit(['scan', archive, '--json', '--resume', notes]);
    expect(again.stdout).toBe(whole.stdout);
    expect(readFileSync(notes, 'utf8').split('\n').sort()).toEqual(written.split('\n').sort());
  });

  it('decides from its notes alone what they have', async () => {
    const notes = file('known.jsonl');
    await trendAudit(['scan', archive, '--json', '--resume', notes]);
    writeFileSync(notes, readFileSync(notes, 'utf8').replaceAll('"flooding":0', '"flooding":1'));
    const { stdout } = await trendAudit(['scan', archive, '--json', '--resume', notes]);
    expect(stdout).toContain('"flooding": 1');
  });

  it.each([
    [
      'other options',
      ['--least', '100'],
      'holds the progress of a scan of other files, with other options, or by another version of trend-audit',
    ],
    [
      'other files',
      [SMALL_DUMP],
      'holds the progress of a scan of other files, with other options, or by another version of trend-audit',
    ],
  ])('refuses notes of %s', async (_, args, message) => {
    const notes = file('first.jsonl');
    await trendAudit(['scan', archive, '--json', '--resume', notes]);
    const before = readFileSync(notes, 'utf8');
    const { code, stdout, stderr } = await trendAudit(['scan', archive, '--resume', notes, ...args]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(message);
    expect(readFileSync(notes, 'utf8')).toBe(before);
  });

  it.each(['Dear diary\n', 'Dear diary'])('leaves a file alone that holds no notes: %j', async (content) => {
    const letter = fileWith(content, 'letter.txt');
    const { code, stderr } = await trendAudit(['scan', archive, '--resume', letter]);
    expect(code).toBe(2);
    expect(stderr).toContain('exists, and does not hold the progress of a scan');
    expect(readFileSync(letter, 'utf8')).toBe(content);
  });

  it.each(['notes.jsonl', 'deeper/notes.jsonl'])('keeps no notes in a folder that it reads: %s', async (notes) => {
    const both = mkdtempSync(path.join(tmpdir(), 'trend-audit-scan-'));
    writeFileSync(path.join(both, 'a.csv'), readFileSync(archive));
    mkdirSync(path.join(both, 'deeper'));
    for (const [named, cwd] of [
      ['.', both],
      [both, folder],
    ] as const) {
      const { code, stderr } = await trendAudit(['scan', named, '--resume', path.join(both, notes)], { cwd });
      expect(code).toBe(2);
      expect(stderr).toContain('which is read');
    }
    expect(existsSync(path.join(both, notes))).toBe(false);
  });

  it('says which line of its notes is damaged, and leaves them alone', async () => {
    const notes = file('damaged.jsonl');
    await trendAudit(['scan', archive, '--json', '--resume', notes]);
    const damaged = readFileSync(notes, 'utf8').replace('"finding":', '"fin');
    writeFileSync(notes, damaged);
    const { code, stdout, stderr } = await trendAudit(['scan', archive, '--json', '--resume', notes]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('damaged in line 2');
    expect(readFileSync(notes, 'utf8')).toBe(damaged);
  });

  it('keeps notes that none but their owner reads, for they hold names before the correction', async () => {
    const notes = file('mine.jsonl');
    await trendAudit(['scan', archive, '--json', '--resume', notes]);
    expect(statSync(notes).mode & 0o077).toBe(0);
  });

  it('writes long notes that come at once as whole lines', async () => {
    const notes = file('long.jsonl');
    const tags = Array.from({ length: 8 }, (_, k) => `${k}`.repeat(1_000_000));
    const { add } = await openScanJournal(notes, 'inputs', NOWHERE);
    await Promise.all(tags.map((tag) => add(tag, undefined)));
    const { found } = await openScanJournal(notes, 'inputs', NOWHERE);
    expect([...found.keys()]).toEqual(tags);
  });

  it('shows what a dump says as what it is, wherever', async () => {
    const evil = '<img src=x>\u001B[2J\u202E';
    const posts = Array.from(
      { length: 60 },
      (_, k) =>
        `${k + 1},u${k % 30},"=${evil}${k % 30}",2019-01-01T00:${String(k).padStart(2, '0')}:00Z,"same text of five words #a\u200Bb","[""a\u200Bb""]"`,
    );
    const dump = fileWith(['id,user_id,username,created_at,text,hashtags', ...posts].join('\n'), 'evil.csv');
    const outputs = ['evil.html', 'evil-table.csv'].map(file);
    const printed = await trendAudit(['scan', dump, '--least', '50']);
    await trendAudit(['scan', dump, '--least', '50', ...outputs.flatMap((name) => ['-o', name])]);
    for (const text of [printed.stdout, ...outputs.map((name) => readFileSync(name, 'utf8'))]) {
      expect(text).not.toMatch(/[\u001B\u202E\u200B]/u);
      expect(text).not.toContain('<img');
    }
  });

  it('tells a next step that a shell reads as it is meant', async () => {
    const evil = `it's $(touch x);`;
    const scanned = await scanInputs([SMALL_DUMP], { least: 10 });
    const asked = { sources: [`/a b/it's.csv`, '--from'], read: true };
    const { stdout } = await inShell(`printf '%s\\n' ${nextStep(scanned, { hashtag: evil }, asked)}`);
    expect(stdout.trimEnd().split('\n')).toEqual(['analyze', ...asked.sources, '--hashtag', evil]);
  });

  it('tells a next step that takes what was scanned, be it a folder or begin with a dash', async () => {
    const both = mkdtempSync(path.join(tmpdir(), 'trend-audit-scan-'));
    for (const name of ['-a.csv', 'b.csv']) writeFileSync(path.join(both, name), readFileSync(archive));
    const steps = async (...args: string[]): Promise<string> =>
      (await trendAudit(['scan', '--plain', ...args], { cwd: both })).stdout;
    expect(await steps('.')).toContain('trend-audit analyze . --hashtag тема1\n');
    expect(await steps('b.csv', '--', '-a.csv')).toContain('trend-audit analyze b.csv ./-a.csv --hashtag тема1\n');
  });

  it.each([
    [['scan'], 'Name one'],
    [['scan', 'nowhere.csv'], 'nowhere.csv'],
    [['scan', SMALL_DUMP, '--least', '100000'], 'has no hashtag with 100,000 posts'],
    [['scan', SMALL_DUMP, '--memory', 'much'], 'Give a number of bytes'],
    [['scan', SMALL_DUMP, '-o', 'x.pdf'], '.pdf is not supported'],
    [['scan', SMALL_DUMP, '--hashtag', 'x'], '--hashtag'],
  ])('refuses %j with a next step', async (args, message) => {
    const { code, stdout, stderr } = await trendAudit(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(message);
    expect(stderr).not.toMatch(/ at .*\.js:\d/u);
  });
});
