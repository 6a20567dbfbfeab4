import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FieldShare, Inspection } from '../../src/documents/inspection.js';
import { StoredArchive } from '../../src/engine/store/stored-archive.js';
import { analyze } from '../../src/index.js';
import { trendAudit } from '../cli/run.js';
import { CAMPAIGNER, dumpOf, SMALL_DUMP } from '../fixture-cases.js';
import { csvOf, filesOf, rows } from './dumps.js';
import { type Cluster, hasClickHouse, startCluster } from './servers.js';

/** What a command prints, which is to succeed. */
async function printed(...args: string[]): Promise<string> {
  const { code, stdout, stderr } = await trendAudit([...args, '--quiet']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return stdout;
}

const jsonOf = (...args: string[]): Promise<string> => printed('analyze', '--json', ...args);

interface Judged {
  readonly accounts: readonly { readonly id: string; readonly verdict: string; readonly q: number }[];
}

function verdicts({ accounts }: Judged): unknown {
  return accounts.map(({ id, verdict, q }) => [id, verdict, q]);
}

type Held = Pick<Inspection['dump'], 'kinds'> & { readonly fields: Readonly<Record<string, FieldShare>> };

async function inspectionOf(
  ...args: string[]
): Promise<Inspection & { readonly inputs: readonly Held[]; readonly dump: Inspection['dump'] & Held }> {
  return JSON.parse(await printed('inspect', '--json', ...args));
}

/** A document without what is said of inputs, which names a store that keeps no texts. */
function withoutNotes(json = ''): unknown {
  const { inputs, ...document } = JSON.parse(json);
  return { ...document, inputs: inputs.map((input: object) => ({ ...input, notes: [] })) };
}

describe.skipIf(!hasClickHouse)('a store on two shards (needs clickhouse-server)', () => {
  let cluster: Cluster;
  beforeAll(async () => {
    cluster = await startCluster();
  });
  afterAll(() => cluster.stop());

  const NO_IDS = csvOf(rows(400, { ids: false }), false);
  const cases: Readonly<Record<string, readonly string[]>> = {
    'a fixture': [SMALL_DUMP],
    'a fixture without creation dates': [dumpOf('no-creation-dates')],
    'repeated ids, ids of other kinds, and rows without ids': filesOf({
      'a.csv': csvOf([
        ...rows(300),
        ...rows(60, { from: 200 }).map((row) => ({ ...row, handle: 'another' })),
        ...rows(90, { from: 500, ids: false }),
        ...rows(40, { from: 600 }).map((row) => ({ ...row, id: `at://post/${row.id}` })),
      ]),
      'b.csv': csvOf(rows(200, { from: 150 })),
    }),
    'identical rows in two files, and within each': filesOf({
      'a.csv': NO_IDS + NO_IDS.split('\n').slice(5, 40).join('\n'),
      'b.csv': NO_IDS,
    }),
    'files that each number their posts from 1': filesOf({
      'a.csv': csvOf(rows(300, { ids: false }).map((row, n) => ({ ...row, id: String(n + 1) }))),
      'b.csv': csvOf(rows(200, { from: 400, ids: false }).map((row, n) => ({ ...row, id: String(n + 1) }))),
    }),
    'JSON, whose posts share a line': filesOf({
      'a.json': JSON.stringify(
        rows(200).map(({ id, userid, handle, time, text }) => ({
          id,
          text,
          created_at: time,
          user: { id: userid, username: handle },
        })),
      ),
      'b.csv': csvOf(rows(200, { from: 100 })),
    }),
  };

  it.each(Object.entries(cases))('gives the same bytes as the files: %s', async (_, files) => {
    const store = await cluster.newStore();
    await printed('load', store, ...files, '--with-texts');
    expect(await jsonOf('--from', store)).toBe(await jsonOf(...files));
    expect(await printed('inspect', '--json', '--from', store)).toBe(await printed('inspect', '--json', ...files));
  });

  it.each([
    ['a hashtag', ['--hashtag', '#TREND']],
    ['a span', ['--since', '2024-02-03T06:00', '--until', '2024-02-04T12:00']],
    ['both', ['--hashtag', 'trend', '--since', '2024-02-03T06:00', '--until', '2024-02-05']],
  ])('selects as reading does: %s', async (_, selection) => {
    const files = cases['repeated ids, ids of other kinds, and rows without ids'] ?? [];
    const store = await cluster.newStore();
    await printed('load', store, ...files, '--with-texts');
    expect(await jsonOf('--from', store, ...selection)).toBe(await jsonOf(...files, ...selection));
  });

  it('serves every command', async () => {
    const store = await cluster.newSingleStore();
    await printed('load', store, SMALL_DUMP, '--with-texts');
    const same = async (command: string, ...args: string[]): Promise<void> =>
      expect((await printed(command, '--from', store, ...args)).replaceAll(store, SMALL_DUMP)).toBe(
        await printed(command, SMALL_DUMP, ...args),
      );
    await same('analyze', '--full');
    expect(await analyze([store], { storeAccess: {} })).toEqual(JSON.parse(await jsonOf('--from', store)));
    await same('explain', CAMPAIGNER, '--json');
    await same('compare', '--by-day', '--json');
    await same('evaluate', '--labels', SMALL_DUMP.replace('tweets.csv', 'labels.csv'), '--json', '--no-ablation');
  });

  it('is the same whoever loaded it: one, three side by side, twice, or again after a break', async () => {
    const parts = filesOf({
      'a.csv': csvOf(rows(300)),
      'b.csv': csvOf(rows(300, { from: 250 })),
      'c.csv': csvOf(rows(300, { from: 600, ids: false })),
    });
    const expected = await jsonOf(...parts);
    const one = await cluster.newStore();
    await printed('load', one, ...parts, '--with-texts');
    expect(await jsonOf('--from', one)).toBe(expected);
    await printed('load', one, ...parts.toReversed());
    expect(await jsonOf('--from', one)).toBe(expected);

    const three = await cluster.newStore();
    await Promise.all(parts.toReversed().map((part) => printed('load', three, part, '--with-texts')));
    expect(await jsonOf('--from', three)).toBe(expected);

    const broken = await cluster.newStore();
    await printed('load', broken, ...parts, '--with-texts');
    // As if the loader had ended before its last step: rows are there, and no record says that they count.
    const [, database = ''] = /\/(\w+)\?/.exec(broken) ?? [];
    for (const server of cluster.servers) {
      await cluster.ask(server, `CREATE TABLE ${database}.kept AS ${database}.loads ENGINE = MergeTree ORDER BY part`);
      await cluster.ask(server, `INSERT INTO ${database}.kept SELECT * FROM ${database}.loads WHERE state = 0`);
      await cluster.ask(server, `DROP TABLE ${database}.loads`);
      await cluster.ask(server, `RENAME TABLE ${database}.kept TO ${database}.loads`);
    }
    const { code, stderr } = await trendAudit(['analyze', '--from', broken]);
    expect([code, stderr]).toEqual([2, expect.stringContaining('nothing is loaded')]);
    await printed('load', broken, ...parts, '--with-texts');
    expect(await jsonOf('--from', broken)).toBe(expected);
    const counts = await Promise.all(
      cluster.servers.map((server) => cluster.ask(server, `SELECT count() FROM ${database}.posts`)),
    );
    expect(counts.reduce((sum, count) => sum + Number(count), 0)).toBe(900);
  });

  it('keeps an archive of which one hashtag at a time is asked for', async () => {
    const files = cases['repeated ids, ids of other kinds, and rows without ids'] ?? [];
    const store = await cluster.newStore();
    await printed('load', store, ...files);
    const archive = await StoredArchive.open(store, { since: Date.UTC(2024, 1, 3, 6) }, 1e9);
    const selection = ['--least', '60', '--since', '2024-02-03T06:00Z', '--json'];
    const found = new Map<string, number>();
    for await (const { tag, posts } of archive.hashtags(1)) found.set(tag, posts);
    expect([...found.keys()].toSorted()).toEqual(['other', 'trend']);
    expect([...found.values()]).toEqual([...found.values()].toSorted((a, b) => b - a));
    for (const [tag, posts] of found) {
      let count = 0;
      for await (const batch of archive.batches(tag)) {
        count += batch.count;
        expect(batch.tags.counts.every((tags) => tags > 0)).toBe(true);
      }
      expect(count).toBe(posts);
    }
    // Hashes of another key are not to be had meanwhile.
    const other = await cluster.newSingleStore();
    const refused = await trendAudit(['load', other, ...files]);
    expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining('uses hashes with another key')]);
    await archive.close();
    expect(await printed('scan', '--from', store, ...selection)).toBe(await printed('scan', ...files, ...selection));
    expect((await trendAudit(['load', other, ...files, '--quiet'])).code).toBe(0);
  });

  it('quotes nothing where no texts were loaded', async () => {
    const store = await cluster.newStore();
    await printed('load', store, SMALL_DUMP);
    const [fromStore, fromFile] = [JSON.parse(await jsonOf('--from', store)), JSON.parse(await jsonOf(SMALL_DUMP))];
    expect(verdicts(fromStore)).toEqual(verdicts(fromFile));
    const words = (JSON.stringify(fromFile).match(/"[^"]*"/g) ?? []).filter((text) => text.length > 40);
    expect(words.length).toBeGreaterThan(0);
    for (const server of cluster.servers)
      expect(
        await cluster.ask(server, `SELECT count() FROM ${/\/(\w+)\?/.exec(store)?.[1]}.posts WHERE post != ''`),
      ).toBe('0\n');
    // With texts, the same load takes the place of the one without.
    await printed('load', store, SMALL_DUMP, '--with-texts');
    expect(await jsonOf('--from', store)).toBe(await jsonOf(SMALL_DUMP));
  });

  it('tells in inspect what posts hold without their texts, and that the rest is not known', async () => {
    const files = [...(cases['JSON, whose posts share a line'] ?? []), SMALL_DUMP];
    const store = await cluster.newStore();
    await printed('load', store, ...files);
    const [of, withTexts] = await Promise.all([
      inspectionOf('--from', store),
      inspectionOf(...files.toSorted((a, b) => (a < b ? -1 : 1))),
    ]);
    for (const [told, whole] of [...of.inputs, of.dump].map((each, k) => [
      each,
      [...withTexts.inputs, withTexts.dump][k],
    ])) {
      const posts = whole?.fields['id']?.of ?? 0;
      const nothing = { posts: 0, of: 0 };
      expect({ ...told, notes: [] }).toEqual({
        ...whole,
        notes: [],
        kinds: { original: 0, retweet: whole?.kinds['retweet'], quote: 0, reply: 0 },
        fields: {
          ...whole?.fields,
          text: nothing,
          links: nothing,
          client: nothing,
          retweetedId: nothing,
          replyTarget: nothing,
        },
        withoutTexts: posts,
        cutTexts: 0,
        shortenedLinks: 0,
      });
      expect(posts).toBeGreaterThan(0);
    }
    expect(of.signals).toEqual(withTexts.signals);
    expect(of.limits.map(({ limit }) => limit)).toContain('without-texts');
    const page = (await printed('inspect', '--from', store)).replaceAll(/\s+/gu, ' ');
    for (const said of ['of which the kind is not known', 'Whether texts are cut is not known', 'Cut texts: not known'])
      expect(page).toContain(said);
  });

  it('completes accounts by files of users as it does those of files', async () => {
    const [users = '', dump = ''] = filesOf({
      'users.csv': [
        'userid,user_screen_name,user_display_name,account_creation_date',
        ...Array.from({ length: 280 }, (_, n) => `${9000 + n},user_${n},Named ${n},2013-0${1 + (n % 9)}-11`),
      ].join('\n'),
      'dump.csv': csvOf(rows(400)),
    });
    for (const flags of [[], ['--with-texts']]) {
      const store = await cluster.newStore();
      await printed('load', store, dump, ...flags);
      const same = async (command: string, ...args: string[]): Promise<void> => {
        const [fromStore, fromFile] = await Promise.all(
          [['--from', store], [dump]].map((from) => printed(command, ...from, ...args, '--users', users, '--json')),
        );
        expect(JSON.parse(fromFile ?? '').profiles).toMatchObject([{ accounts: 280 }]);
        expect(withoutNotes(fromStore)).toEqual(withoutNotes(fromFile));
      };
      await same('scan', '--least', '60');
      // What is quoted, and all that posts hold, takes the texts.
      for (const command of flags.length === 0 ? [] : ['analyze', 'inspect']) await same(command);
      const [of, whole] = await Promise.all([
        inspectionOf('--from', store, '--users', users),
        inspectionOf(dump, '--users', users),
      ]);
      for (const field of ['handle', 'name', 'created'])
        expect(of.dump.fields[field]).toEqual(whole.dump.fields[field]);
      expect(of.dump.creationDates).toEqual(whole.dump.creationDates);
      expect(of.dump.creationDates['none']).toBe(0);
    }
  });

  it('lists loads and drops them', async () => {
    const store = await cluster.newStore();
    const [a = '', b = ''] = filesOf({ 'a.csv': csvOf(rows(120)), 'b.csv': csvOf(rows(120, { from: 300 })) });
    await printed('load', store, a);
    await printed('load', store, b);
    const listed = (await printed('loads', store, '--plain')).trimEnd().split('\n');
    const loads = listed.map((line) => line.split('\t'));
    expect(loads.map(([, , posts, , path]) => [posts, path])).toEqual([
      ['120', a],
      ['120', b],
    ]);
    await printed('loads', store, '--drop-load', loads[0]?.[0]?.slice(0, 10) ?? '');
    expect(await printed('loads', store)).toMatch(/^[0-9a-f]{12} .* 120 posts .*b\.csv\n1 load, 120 posts\n$/u);
    const twice = await trendAudit(['load', store, a, b]);
    expect(twice.code).toBe(2);
    expect(twice.stderr).toContain('has already been loaded');
  });

  it('takes hostile names and hashtags as data', async () => {
    const hostile = `x'; DROP TABLE posts; --\\'"`;
    const store = await cluster.newStore();
    const posts = rows(200).map(({ id, userid, handle, time, text, created }, n) => ({
      id,
      text: `${text} ${hostile} \u0000 \\N \ud83d ''`,
      created_at: time,
      user: {
        id: userid,
        username: n % 2 === 0 ? hostile : `\\${n}'`,
        name: `${handle}\u0000\ud800\ufffd`,
        ...(created === '' ? {} : { created_at: created }),
      },
    }));
    const files = filesOf({ "a';DROP TABLE posts;--.jsonl": posts.map((post) => JSON.stringify(post)).join('\n') });
    await printed('load', store, ...files, '--with-texts');
    expect(await jsonOf('--from', store)).toBe(await jsonOf(...files));
    for (const tag of ['a\0b', `trend'`, `x';DROP`, `\\`, `trend\\' OR 1=1 --`.replaceAll(' ', '/**/')]) {
      const { code, stderr } = await trendAudit(['analyze', '--from', store, '--hashtag', tag]);
      expect([code, stderr]).toEqual([2, expect.stringContaining('no post has the hashtag')]);
    }
    expect(await jsonOf('--from', store)).toBe(await jsonOf(...files));
  });

  it('scans what bears hostile hashtags as it does in files', async () => {
    const tags = [
      `it's`,
      '\\',
      '$(id',
      `';DROP`,
      'a\0b',
      'c\ud800d',
      '__proto__',
      '"q',
      'i\u0307',
      'nai\u0308ve',
      'NAÏVE',
      '-o',
    ];
    const posts = tags.flatMap((tag, k) =>
      rows(60, { from: 100 * k }).map(({ id, userid, time, text }) => ({
        id,
        text,
        created_at: time,
        user: { id: userid },
        hashtags: [tag, tag.toUpperCase()],
      })),
    );
    const files = filesOf({ 'hostile.jsonl': posts.map((post) => JSON.stringify(post)).join('\n') });
    const store = await cluster.newStore();
    await printed('load', store, ...files);
    const scanned = await printed('scan', '--json', '--least', '60', ...files);
    for (const shown of ['a\\u0000b', 'c\uFFFDd']) expect(scanned).toContain(shown);
    expect(await printed('scan', '--json', '--least', '60', '--from', store)).toBe(scanned);
  });

  it('scans nothing where nothing is loaded, or where a load is dropped meanwhile', async () => {
    const store = await cluster.newStore();
    await printed('load', store, SMALL_DUMP);
    const archive = await StoredArchive.open(store, {}, 1e9);
    const readAll = async (): Promise<void> => {
      for await (const { tag } of archive.hashtags(1)) for await (const _ of archive.batches(tag));
    };
    await readAll();
    const scanned = await printed('scan', '--plain', '--least', '10', '--from', store, '--seed', '7');
    expect(scanned).toContain(`trend-audit analyze --from '${store}' --hashtag `);
    const [id = ''] = (await printed('loads', store, '--plain')).split('\t');
    await printed('loads', store, '--drop-load', id);
    await expect(readAll()).rejects.toThrow('a load was dropped while the store was read');
    await archive.close();
    const { code, stderr } = await trendAudit(['scan', '--from', store]);
    expect([code, stderr]).toEqual([2, expect.stringContaining('nothing is loaded')]);
  });
});
