import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildProgram } from '../../src/cli/program.js';
import { CAMPAIGNER, CASES, dumpOf, FIXTURES, SMALL, SMALL_DUMP } from '../fixture-cases.js';
import { checkOf, faults } from '../schema/documents.js';
import { dumpOf as dumpText, fileWith, inShell, trendAudit, NOWHERE } from './run.js';

const place = mkdtempSync(join(tmpdir(), 'trend-audit-json-'));
const campaign = SMALL_DUMP;
const undated = dumpOf('no-creation-dates');
const users = fileWith('userid,user_screen_name,account_creation_date\n1,person_1,2012-01-01\n', 'users.csv');
const small = fileWith(`${dumpText(60)}not,a\n`);
const labels = join(FIXTURES, SMALL, 'labels.csv');
const archive = join(import.meta.dirname, '../read/json-cases/archive/tweets.js');

/** What each command prints as JSON, asked for in different ways. */
const PRINTED: readonly (readonly [document: string, args: readonly string[]])[] = [
  ...CASES.map((name) => ['Result', ['analyze', dumpOf(name)]] as const),
  [
    'Result',
    [
      'analyze',
      campaign,
      '--pseudonymize',
      '--key-file',
      fileWith('0123456789abcdef0123456789abcdef', 'key'),
      '--hashtag',
      '#РоссияСвоихНеБросает',
      '--since',
      '2014-03-01',
      '--until',
      '2014-03-02',
    ],
  ],
  [
    'Result',
    [
      'analyze',
      small,
      '--users',
      users,
      '--map',
      'text=text',
      '--encoding',
      'utf-8',
      '--assume-tz',
      'Europe/Moscow',
      '--max-bad-rows',
      '50%',
    ],
  ],
  ['Result', ['analyze', archive]],
  ['Explanation', ['explain', campaign, '--account', CAMPAIGNER]],
  ['Explanation', ['explain', undated, '--account', firstAccount(undated)]],
  ['Explanation', ['explain', small, '--account', 'person_3']],
  ['Comparison', ['compare', campaign, undated]],
  ['Scan', ['scan', campaign, '--least', '30']],
  ['Scan', ['scan', small, '--least', '30', '--users', users, '--max-bad-rows', '50%']],
  ['Comparison', ['compare', undated, '--by-day']],
  ['Inspection', ['inspect', campaign, '--users', users]],
  ['Inspection', ['inspect', small, archive, '--max-bytes', '20G', '--assume-tz', '+03:00']],
  ['Evaluation', ['evaluate', campaign, '--labels', labels]],
  ['Evaluation', ['evaluate', campaign, '--labels', labels, '--no-ablation', '--mistakes', '0']],
];

describe('what is printed as JSON', () => {
  it('is held against the schema here for every command that prints any', () => {
    const commands = buildProgram(NOWHERE)
      .commands.filter(({ options }) => options.some(({ long }) => long === '--json'))
      .map((command) => command.name());
    expect(commands.toSorted()).toEqual([...new Set(PRINTED.map(([, [command]]) => command))].toSorted());
  });

  it.each(PRINTED)('is a valid %s: %j', async (document, args) => {
    const { code, stdout, stderr } = await trendAudit([...args, '--json', '--quiet']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(faults(document, JSON.parse(stdout))).toEqual([]);
    expect(checkOf()(JSON.parse(stdout))).toBe(true);
    expect(stdout).toBe(`${JSON.stringify(JSON.parse(stdout), null, 2)}\n`);
  });

  it('is valid line by line in JSON Lines: accounts and posts, with names and without', async () => {
    for (const flags of [[], ['--pseudonymize']]) {
      const [accounts, posts, whole] = ['accounts.jsonl', 'posts.jsonl', 'whole.json'].map((name) => join(place, name));
      await trendAudit([
        'analyze',
        campaign,
        '-o',
        accounts ?? '',
        '-o',
        whole ?? '',
        '--posts',
        posts ?? '',
        '--quiet',
        ...flags,
      ]);
      const result = JSON.parse(readFileSync(whole ?? '', 'utf8'));
      expect(lines(accounts)).toEqual(result.accounts);
      expect(lines(accounts).flatMap((line) => faults('AccountResult', line))).toEqual([]);
      expect(lines(posts)).toHaveLength(result.dump.posts);
      expect(lines(posts).flatMap((line) => faults('PostVerdict', line))).toEqual([]);
    }
  });

  it.skipIf(spawnSync('jq', ['--version']).status !== 0)(
    'answers jq, and head (skipped where there is no jq)',
    async () => {
      const asked = await inShell(`"$@" --json --quiet | jq -e '.accounts[0].verdict'; echo "\${PIPESTATUS[@]}"`, [
        'analyze',
        campaign,
      ]);
      expect(asked).toEqual({ code: 0, stdout: '"coordinated"\n0 0\n', stderr: '' });
      const cut = await inShell(`"$@" --format jsonl --quiet | head -1 | jq -r .verdict; echo "\${PIPESTATUS[0]}"`, [
        'analyze',
        campaign,
      ]);
      expect(cut).toEqual({ code: 0, stdout: 'coordinated\n0\n', stderr: '' });
    },
  );

  const HALF_EMOJI = fileWith(
    dumpText(60)
      .split('\n')
      .slice(1, -1)
      .map((line) => {
        const [id, time, name, created] = line.split(',');
        // As exports write what was cut after so many units.
        const user = `{"id_str":"${name}","screen_name":"${name}","name":"Ann \\ud83d","created_at":"${created}"}`;
        return `{"id_str":"${id}","created_at":"${time}","user":${user},"text":"Half \\ud83d of #topic \\\\ud83d"}\n`;
      })
      .join(''),
    'half-emoji.jsonl',
  );

  it.skipIf(spawnSync('jq', ['--version']).status !== 0).each([
    ['analyze', ['--json']],
    ['analyze', ['--format', 'jsonl']],
    ['inspect', ['--json']],
    ['scan', ['--least', '30', '--json']],
  ])('is read by jq where an emoji was cut in two: %s %s (skipped where there is no jq)', async (command, flags) => {
    const read = await inShell(`"$@" --quiet | jq -e . >/dev/null; echo "\${PIPESTATUS[@]}"`, [
      command,
      HALF_EMOJI,
      ...flags,
    ]);
    expect(read).toEqual({ code: 0, stdout: '0 0\n', stderr: '' });
  });

  const PRINTING = [
    ['analyze', campaign, '--quiet', '--json'],
    ['analyze', campaign, '--quiet', '--format', 'jsonl'],
    ['compare', campaign, undated, '--quiet', '--json'],
    ['explain', campaign, '--account', CAMPAIGNER, '--quiet', '--json'],
    ['inspect', campaign, '--quiet', '--json'],
    ['schema'],
  ];

  it.each(PRINTING)('ends without a word where nobody reads on: %s', async (...args) => {
    const unread = await trendAudit(args, { unwritable: 'EPIPE' });
    expect(unread).toEqual({ code: 0, stdout: '', stderr: '' });
  });

  it.each(PRINTING)('tells of a full disk: %s', async (...args) => {
    expect(await trendAudit(args, { unwritable: 'ENOSPC' })).toEqual({
      code: 2,
      stdout: '',
      stderr: 'trend-audit: the result cannot be written (ENOSPC). Check that the disk is not full.\n',
    });
  });

  // What is printed in pieces, and what in one.
  it.each([['analyze', campaign, '--format', 'jsonl', '--quiet'], ['schema']])(
    'ends so in a real pipe: %s',
    async (...args) => {
      expect(await inShell('"$@" | true; echo "${PIPESTATUS[0]}"', args)).toEqual({
        code: 0,
        stdout: '0\n',
        stderr: '',
      });
    },
  );
});

function lines(file = ''): unknown[] {
  return readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
}

function firstAccount(dump: string): string {
  const [header = '', first = ''] = readFileSync(dump, 'utf8').split('\n');
  return first.split(',')[header.split(',').indexOf('userid')] ?? '';
}
