import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Result } from '../src/documents/result.js';
import { trendAudit } from './cli/run.js';
import { SMALL_DUMP } from './fixture-cases.js';

const document = readFileSync(path.join(import.meta.dirname, '../docs/json.md'), 'utf8');
const place = mkdtempSync(path.join(tmpdir(), 'trend-audit-recipes-'));
let result: Result;

beforeAll(async () => {
  const outputs = ['result.json', 'accounts.csv', 'accounts.jsonl'].flatMap((name) => ['-o', name]);
  await trendAudit(['analyze', SMALL_DUMP, '--quiet', ...outputs, '--posts', 'posts.jsonl'], { cwd: place });
  result = JSON.parse(readFileSync(path.join(place, 'result.json'), 'utf8'));
});

/** How a recipe is run, by the language of its block: the first that is on this machine. */
const PROGRAMS: Readonly<
  Record<
    string,
    readonly (readonly [name: string, check: readonly string[], run: (file: string) => readonly string[]])[]
  >
> = {
  jq: [['jq', ['--version'], (file) => ['bash', file]]],
  miller: [['mlr', ['--version'], (file) => ['bash', file]]],
  python: [['python3', ['-c', 'import pandas'], (file) => ['python3', file]]],
  r: [['Rscript', ['-e', 'library(jsonlite)'], (file) => ['Rscript', file]]],
  sql: [
    ['duckdb', ['--version'], (file) => ['duckdb', '-csv', '-noheader', '-nullvalue', 'NULL', '-f', file]],
    [
      'python3',
      ['-c', 'import duckdb'],
      (file) => [
        'python3',
        '-c',
        'import duckdb, sys\nfor row in duckdb.sql(open(sys.argv[1]).read()).fetchall(): print(*("NULL" if cell is None else cell for cell in row), sep=",")',
        file,
      ],
    ],
  ],
};

/** What each must print, found in the result by other means: cells of lines. */
const EXPECTED: Readonly<Record<string, () => readonly (readonly (string | number)[])[]>> = {
  jq: () =>
    coordinated().flatMap(({ handle, evidence }) =>
      evidence
        .filter(({ signal }) => signal === 'same-text')
        .map(({ accounts, gapSeconds, similarity, with: [first] }) => [
          handle,
          accounts ?? '',
          gapSeconds ?? '',
          similarity ?? '',
          first?.account ?? '',
        ]),
    ),
  miller: () => [
    ['group', 'posts_count', 'posts_sum'],
    ...result.groups
      .map(({ id }) => coordinated().filter(({ group }) => group === id))
      .map((members) => [members[0]?.group ?? '', members.length, members.reduce((sum, { posts }) => sum + posts, 0)]),
  ],
  python: () =>
    coordinated()
      .map(({ handle, evidence }): [string, number] => [
        handle,
        new Set(evidence.flatMap((each) => each.with.map(({ account }) => account))).size,
      ])
      .filter(([, others]) => others > 0)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  r: () => [
    ['verdict', 'posts'],
    ...Object.entries(result.summary.posts)
      .filter(([, posts]) => posts > 0)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  ],
  sql: () => {
    const beside = new Map<string, (number | null)[]>();
    for (const { signal, accounts } of coordinated().flatMap(({ evidence }) => evidence))
      beside.set(signal, [...(beside.get(signal) ?? []), accounts]);
    return [...beside]
      .map(([signal, counts]) => {
        const most = Math.max(-1, ...counts.map((count) => count ?? -1));
        return [signal, counts.length, most < 0 ? NOTHING : most] as const;
      })
      .sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  },
};

/** How both ways of running the query print null. */
const NOTHING = 'NULL';

function coordinated(): Result['accounts'] {
  return result.accounts.filter(({ verdict }) => verdict === 'coordinated');
}

describe('the recipes of docs/json.md', () => {
  const [, recipes = ''] = /^## Recipes\n(.*)/msu.exec(document) ?? [];
  const blocks = [...recipes.matchAll(/^```(\w+)\n(.*?)^```/gmsu)].map(([, language = '', code = '']) => ({
    language,
    code,
  }));

  it('are all run here', () => {
    expect(blocks.map(({ language }) => language).toSorted()).toEqual(Object.keys(PROGRAMS).toSorted());
  });

  for (const { language, code } of blocks) {
    const program = PROGRAMS[language]?.find(([name, check]) => spawnSync(name, [...check]).status === 0);
    const wanted = PROGRAMS[language]?.map(([name, check]) => [name, ...check].join(' ')).join(' or ') ?? '';
    it.skipIf(program === undefined)(
      `say what the result says: ${language}${program ? '' : ` (skipped: there is no ${wanted})`}`,
      () => {
        const file = path.join(place, `recipe.${language}`);
        writeFileSync(file, code);
        const [first = '', ...args] = program?.[2](file) ?? [];
        const printed = execFileSync(first, args, { cwd: place, encoding: 'utf8' });
        const cells = printed
          .trimEnd()
          .split('\n')
          .map((line) => line.trim().split(/[\t,]|\s{1,}/u));
        expect(cells).toEqual(EXPECTED[language]?.().map((line) => line.map(String)));
        expect(cells.flat().filter((cell) => cell !== '').length).toBeGreaterThan(1);
      },
    );
  }
});
