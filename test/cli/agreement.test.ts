import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import Graph from 'graphology';
import gexfFormat from 'graphology-gexf';
import graphmlFormat from 'graphology-graphml';
import { parseHTML } from 'linkedom';
import { lexer, type Tokens } from 'marked';
import { beforeAll, describe, expect, it } from 'vitest';
import type { AccountResult, Result } from '../../src/documents/result.js';
import { VERDICTS } from '../../src/documents/verdict.js';
import { dumpOf } from '../fixture-cases.js';
import { type Ran, trendAudit } from './run.js';

const folder = mkdtempSync(path.join(tmpdir(), 'trend-audit-'));
const file = (name: string): string => path.join(folder, name);
const read = (name: string): string => readFileSync(file(name), 'utf8');
const rows = (name: string): Record<string, string>[] => parse(read(name), { columns: true });
const lines = (name: string): unknown[] =>
  read(name)
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

function counted<T>(items: readonly T[], by: (item: T) => string | undefined): Record<string, number> {
  return Object.fromEntries(VERDICTS.map((verdict) => [verdict, items.filter((item) => by(item) === verdict).length]));
}

const cellsOf = ({ id, handle, verdict, score, q, createdAt, posts, group, evidence }: AccountResult) =>
  [
    id,
    handle,
    verdict,
    score,
    q,
    createdAt ?? '',
    posts,
    group ?? '',
    evidence.map(({ signal }) => signal).join('; '),
  ].map(String);

describe('every output of one run agrees with its JSON', () => {
  let ran: Ran;
  let result: Result;

  beforeAll(async () => {
    const outputs = [
      'result.json',
      'accounts.jsonl',
      'accounts.csv',
      'tables.md',
      'groups.gexf',
      'groups.graphml',
      'report.html',
    ].flatMap((name) => ['-o', file(name)]);
    ran = await trendAudit([
      'analyze',
      dumpOf('rossiya-svoih-ne-brosaet'),
      '--json',
      '--quiet',
      '--top',
      '0',
      ...outputs,
      '--posts',
      file('posts.csv'),
    ]);
    result = JSON.parse(ran.stdout);
  });

  it('the JSON with itself, printed and written', () => {
    expect([ran.code, ran.stderr, ran.stdout]).toEqual([0, '', read('result.json')]);
    expect(counted(result.accounts, ({ verdict }) => verdict)).toEqual(result.summary.accounts);
    expect(result.summary.accounts.coordinated).toBeGreaterThan(10);
    expect(result.groups.length).toBeGreaterThan(0);
  });

  it('JSON Lines: the same accounts', () => {
    expect(lines('accounts.jsonl')).toEqual(result.accounts);
  });

  it('CSV: the same accounts, verdicts, scores and figures', () => {
    expect(
      rows('accounts.csv').map((row) =>
        ['id', 'handle', 'verdict', 'score', 'q', 'createdAt', 'posts', 'group', 'signals'].map((name) => row[name]),
      ),
    ).toEqual(result.accounts.map(cellsOf));
  });

  it('posts: as many as the dump has, by the verdicts of the accounts', () => {
    const posts = rows('posts.csv');
    expect(posts).toHaveLength(result.dump.posts);
    expect(counted(posts, ({ verdict }) => verdict)).toEqual(result.summary.posts);
    expect([posts[0]?.time, posts.at(-1)?.time]).toEqual([result.dump.from, result.dump.to]);
    const verdicts = new Map(
      result.accounts.map(({ id, verdict, score, handle }) => [id, `${verdict} ${score} ${handle}`]),
    );
    expect(
      posts.filter(
        ({ account = '', verdict, score, handle }) => verdicts.get(account) !== `${verdict} ${score} ${handle}`,
      ),
    ).toEqual([]);
    const ids = new Set(posts.map(({ id }) => id));
    expect(
      result.accounts.flatMap(({ evidence }) => evidence.flatMap((each) => each.posts)).filter((id) => !ids.has(id)),
    ).toEqual([]);
  });

  it('Markdown: the same counts, and the accounts called coordinated', () => {
    const [verdicts, accounts] = lexer(read('tables.md')).filter(
      (token): token is Tokens.Table => token.type === 'table',
    );
    const shown = verdicts?.rows.map((row) =>
      [row[1]?.text, row[3]?.text].map((cell) => Number(cell?.replaceAll(',', ''))),
    );
    expect(shown).toEqual(VERDICTS.map((verdict) => [result.summary.accounts[verdict], result.summary.posts[verdict]]));
    expect(accounts?.rows.map((row) => row[0]?.text)).toEqual(
      result.accounts.filter(({ verdict }) => verdict === 'coordinated').map(({ handle }) => `\`${handle}\``),
    );
  });

  it('HTML: the same counts, every account on which something was found with its figures, and as many posts of each', () => {
    const { document } = parseHTML(read('report.html'));
    const counts = [...document.querySelectorAll('.tally tbody tr')].map((row) =>
      [...row.querySelectorAll('.n')].map((cell) => Number(cell.textContent.replaceAll(',', ''))),
    );
    expect(counts).toEqual(
      VERDICTS.map((verdict) => [result.summary.accounts[verdict], result.summary.posts[verdict]]),
    );
    for (const verdict of ['coordinated', 'unclear'] as const) {
      const listed = [...document.querySelectorAll(`#accounts-${verdict}-table tbody`)];
      const figures = listed.map((row) => [
        row.querySelector('.facts code')?.textContent,
        row.querySelector('[data-th="posts"]')?.textContent,
        row.querySelectorAll('.evidence li').length,
        row.querySelectorAll('.posts li').length,
      ]);
      const accounts = result.accounts.filter((account) => account.verdict === verdict);
      expect(figures).toEqual(accounts.map(({ id, posts, evidence }) => [id, String(posts), evidence.length, posts]));
    }
    const drawn = [...document.querySelectorAll('#picture table tbody tr')].map((row) =>
      [...row.querySelectorAll('td')].reduce((sum, cell) => sum + Number(cell.textContent.replaceAll(',', '')), 0),
    );
    expect(drawn.reduce((sum, posts) => sum + posts, 0)).toBe(result.dump.posts);
  });

  it('GEXF and GraphML: the accounts of groups, their verdicts and scores, and the same ties', () => {
    const members = new Map(
      result.accounts
        .filter(({ group }) => group !== null)
        .map(({ id, verdict, score, group, createdAt }) => [id, { verdict, score, group, createdAt }]),
    );
    expect(new Set(members.keys())).toEqual(new Set(result.groups.flatMap(({ accounts }) => accounts)));
    const graphs = [gexfFormat.parse(Graph, read('groups.gexf')), graphmlFormat.parse(Graph, read('groups.graphml'))];
    for (const graph of graphs) {
      expect(
        new Map(
          graph.mapNodes((node, { verdict, score, group, createdAt }) => [node, { verdict, score, group, createdAt }]),
        ),
      ).toEqual(members);
    }
    const [gexf = [], graphml] = graphs.map((graph) =>
      graph.mapEdges((_, { kind, weight, items, firstAt, lastAt }, source, target) => ({
        source,
        target,
        kind,
        weight,
        items,
        firstAt,
        lastAt,
      })),
    );
    expect(gexf.length).toBeGreaterThan(100);
    expect(graphml).toEqual(gexf);
  });
});
