import { parse } from 'csv-parse/sync';
import Graph from 'graphology';
import gexfFormat from 'graphology-gexf';
import graphmlFormat from 'graphology-graphml';
import { lexer, type Token, type Tokens } from 'marked';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { OUTPUT_FORMATS } from '../../src/report/formats/index.js';
import { POST_FORMATS } from '../../src/report/posts.js';
import { escapeControls } from '../../src/text/escape-controls.js';
import { hostile, NAMES, places, ties } from './hostile.js';
import { sample } from './sample-result.js';

async function rendered(name: string, result = hostile, top = Infinity): Promise<string> {
  const format = await OUTPUT_FORMATS.get(name)?.load();
  if (!format) throw new Error(`no format ${name}`);
  return [
    ...format.render(
      result,
      {
        posts: [],
        ties: format.needs.includes('ties') ? ties : [],
        places: format.needs.includes('places') ? places : [],
      },
      { top },
    ),
  ].join('');
}

/** Elements by name; throws where the text is no well-formed XML 1.0 with namespaces, forbidden characters included. */
function elements(xml: string): Map<string, Record<string, string>[]> {
  const found = new Map<string, Record<string, string>[]>();
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const values = Object.fromEntries(Object.entries(attributes).map(([key, { value }]) => [key, value]));
    found.set(name, [...(found.get(name) ?? []), values]);
  });
  parser.write(xml).close();
  return found;
}

const tables = (tokens: readonly Token[]): Tokens.Table[] =>
  tokens.filter((token): token is Tokens.Table => token.type === 'table');

/** Every token, those within others too. */
function all(tokens: readonly Token[]): Token[] {
  return tokens.flatMap((token) => {
    const cells: Token[] =
      token.type === 'table'
        ? [...token.header, ...token.rows.flat()].flatMap((cell: Tokens.TableCell) => cell.tokens)
        : token.type === 'list'
          ? token.items
          : [];
    return [token, ...all([...cells, ...('tokens' in token ? (token.tokens ?? []) : [])])];
  });
}

describe('every format', () => {
  it.each([...OUTPUT_FORMATS.keys()])(
    '%s gives the same twice, with a newline at its end, and can do with nobody found',
    async (name) => {
      expect(await rendered(name)).toBe(await rendered(name));
      expect(await rendered(name)).toMatch(/[^\n]\n$/u);
      const format = await OUTPUT_FORMATS.get(name)?.load();
      const nobody = [
        ...(format?.render({ ...sample, accounts: [], groups: [] }, { posts: [], ties: [], places: [] }, { top: 10 }) ??
          []),
      ].join('');
      expect(nobody).toSatisfy((text: string) => text === '' || text.endsWith('\n'));
    },
  );
});

describe('csv', () => {
  it('is read again as it was, but for cells that would be formulas and characters that steer a terminal or a reader', async () => {
    const rows: Record<string, string>[] = parse(await rendered('csv'), { columns: true });
    expect(rows).toHaveLength(NAMES.length);
    for (const [n, name] of NAMES.entries()) {
      const unseen = name.replaceAll(/[\p{Cc}\p{Cs}\u202E\u2066]/gu, (character) =>
        /[\t\n\r]/.test(character) ? character : escapeControls(character),
      );
      expect(rows[n]?.displayName).toBe(/^[=+@-]/u.test(name) ? `'${name}` : unseen);
      expect(rows[n]).toMatchObject({
        verdict: 'coordinated',
        score: '90',
        posts: String(n + 1),
        group: 'g1',
        signals: 'same-text',
      });
    }
  });

  it('has no cell that begins like a formula', async () => {
    const rows: string[][] = parse(await rendered('csv'));
    expect(rows.flat().filter((cell) => /^[=+@\t\r-]/u.test(cell))).toEqual([]);
  });
});

describe('jsonl', () => {
  it('is an account a line', async () => {
    expect(
      (await rendered('jsonl'))
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toEqual(asJson(hostile.accounts));
  });
});

describe('md', () => {
  it('shows every name as text, in a cell of its own', async () => {
    const tokens = lexer(await rendered('md'));
    const [verdicts, accounts] = tables(tokens);
    expect(verdicts?.rows).toHaveLength(5);
    expect(accounts?.rows).toHaveLength(NAMES.length);
    expect(accounts?.rows.every((row) => row.length === 7 && row[4]?.text === '2012-06-01')).toBe(true);
    expect(new Set(all(tokens).map(({ type }) => type))).toEqual(
      new Set(['heading', 'codespan', 'space', 'paragraph', 'text', 'list', 'list_item', 'table']),
    );
    const cells = accounts?.rows.map((row) =>
      row[1]?.tokens.map((token) => ('text' in token ? token.text : '')).join(''),
    );
    expect(cells?.slice(0, 2)).toEqual([NAMES[0], NAMES[1]]);
    expect(cells?.[8]).toBe(escapeControls(NAMES[8] ?? ''));
    expect(cells?.[9]).toBe('a | b \\u{5C}| c \\u{5C}\\u{5C}| `` d ` e');
  });

  it('lists as many as asked for, and says of how many', async () => {
    const text = await rendered('md', hostile, 3);
    expect(text).toContain(`### Likely coordinated: 3 of ${NAMES.length}\n`);
    expect(tables(lexer(text))[1]?.rows).toHaveLength(3);
  });
});

describe('gexf and graphml', () => {
  it.each(['gexf', 'graphml'])('%s is XML 1.0, with a node an account of a group and an edge a tie', async (name) => {
    const found = elements(await rendered(name));
    expect(found.get('node')).toHaveLength(NAMES.length);
    expect(found.get('edge')).toHaveLength(ties.length);
    const ids = new Set(found.get('node')?.map(({ id }) => id));
    expect(ids.size).toBe(NAMES.length);
    expect(found.get('edge')?.filter(({ source = '', target = '' }) => !ids.has(source) || !ids.has(target))).toEqual(
      [],
    );
  });

  it('name in GEXF what each value is of, and in GraphML', async () => {
    const gexf = elements(await rendered('gexf'));
    const declared = new Set(gexf.get('attribute')?.map(({ id }) => id));
    expect(gexf.get('attvalue')?.filter((value) => !declared.has(value.for))).toEqual([]);
    const graphml = elements(await rendered('graphml'));
    const keys = new Set(graphml.get('key')?.map(({ id }) => id));
    expect(graphml.get('data')?.filter(({ key }) => !keys.has(key))).toEqual([]);
  });

  it('load in graph libraries with names, verdicts, kinds, weights and times', async () => {
    const graphs = [
      gexfFormat.parse(Graph, await rendered('gexf')),
      graphmlFormat.parse(Graph, await rendered('graphml')),
    ];
    for (const graph of graphs) {
      expect([graph.order, graph.size]).toEqual([NAMES.length, ties.length]);
      const handles = graph.mapNodes((_, { handle }) => String(handle));
      expect(handles[0]).toBe('<img src=x onerror=alert(1)>');
      expect(handles.at(-1)).toBe(NAMES.at(-1));
      expect(graph.mapNodes((_, { verdict, group, createdAt }) => [verdict, group, createdAt])).toEqual(
        NAMES.map(() => ['coordinated', 'g1', '2012-06-01T08:00:00.000Z']),
      );
      expect(graph.mapEdges((_, { kind, weight, firstAt, lastAt }) => ({ kind, weight, firstAt, lastAt }))).toEqual(
        ties.map(({ kind, weight, firstAt, lastAt }) => ({ kind, weight, firstAt, lastAt })),
      );
    }
  });
});

describe('posts', () => {
  const posts = NAMES.map((name, n) => ({
    id: String(n),
    account: `id ${n}`,
    handle: name,
    time: '2014-03-01T00:00:00.000Z',
    retweet: n % 2 === 0,
    verdict: 'organic' as const,
    score: 1.5,
    text: `${name} wrote this`,
    url: n === 0 ? null : `https://x.com/i/status/${n}`,
  }));

  async function* batches(size: number): AsyncGenerator<typeof posts> {
    for (let from = 0; from < posts.length; from += size) yield posts.slice(from, from + size);
  }

  async function written(ending: string): Promise<string> {
    let text = '';
    for await (const piece of (await POST_FORMATS.get(ending)?.())?.(batches(2)) ?? []) text += piece;
    return text;
  }

  it('are rows of CSV, and lines of JSON', async () => {
    const rows: Record<string, string>[] = parse(await written('csv'), { columns: true });
    expect(rows.map(({ id, retweet, score, url }) => [id, retweet, score, url])).toEqual(
      posts.map(({ id, retweet, score, url }) => [id, String(retweet), String(score), url ?? '']),
    );
    const lines = (await written('jsonl')).trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toEqual(asJson(posts));
  });

  it('are made as they are written', async () => {
    let made = 0;
    async function* endless(): AsyncGenerator<typeof posts> {
      for (;;) {
        made++;
        yield posts;
      }
    }
    for await (const piece of (await POST_FORMATS.get('csv')?.())?.(endless()) ?? []) if (piece !== '') break;
    expect(made).toBeLessThan(10_000);
  });
});

/** As other parsers of JSON take it: half a pair of surrogates is no character. */
function asJson(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value), (_, part: unknown) =>
    typeof part === 'string' ? Buffer.from(part).toString() : part,
  );
}
