import { createReadStream, existsSync, readdirSync, readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Post } from '../../src/documents/post.js';
import {
  analyze,
  type AnalysisInput,
  type AnalyzeOptions,
  type GivenPost,
  type Progress,
  type Result,
} from '../../src/index.js';
import { readPosts } from '../../src/read/read.js';
import { trendAudit } from '../cli/run.js';
import { dumpOf, SMALL } from '../fixture-cases.js';
import { faults } from '../schema/documents.js';

const file = dumpOf('no-creation-dates');
const whole = await analyze([file]);

/** The document without what speaks of the inputs themselves: of posts that a program gives no platform is known. */
const without = (result: Result): string =>
  JSON.stringify({ ...result, inputs: [], accounts: result.accounts.map((account) => ({ ...account, url: null })) });

async function postsOf(path: string): Promise<Post[]> {
  const posts: Post[] = [];
  for await (const batch of readPosts(path, 0, {})) posts.push(...batch);
  return posts;
}

async function* oneByOne<Item>(items: readonly Item[]): AsyncGenerator<Item> {
  for (const item of items) {
    await Promise.resolve();
    yield item;
  }
}

async function* broken(): AsyncGenerator<GivenPost> {
  yield* oneByOne(some);
  throw new RangeError('the source broke');
}

function openFiles(): number {
  return readdirSync('/proc/self/fd').length;
}

/** Made up. */
const post = (n: number, more: Partial<GivenPost> = {}): GivenPost => ({
  id: String(1000 + n),
  account: { handle: `person_${n % 9}` },
  time: Date.UTC(2014, 2, 1, n % 24, n % 60),
  text: `Thought ${n} on this #topic`,
  ...more,
});
const some = Array.from({ length: 60 }, (_, n) => post(n));

const stated = (time: GivenPost['time'], created: GivenPost['account']['created']): GivenPost =>
  post(1, { time, account: { id: '7', created } });

describe('the library', () => {
  it('gives the document that the command prints', async () => {
    const { stdout } = await trendAudit(['analyze', file, '--json', '--quiet']);
    expect(`${JSON.stringify(whole, null, 2)}\n`).toBe(stdout);
  });

  it.each<[string, () => AnalysisInput]>([
    ['a stream of a file', () => createReadStream(file)],
    ['a web stream', () => new Blob([readFileSync(file)]).stream()],
    ['a stream of texts', () => createReadStream(file, 'utf8')],
    ['a packed stream', () => Readable.from([gzipSync(readFileSync(file))])],
  ])('reads %s as it reads the file', async (_, open) => {
    const read = await analyze([open()]);
    expect(without(read)).toBe(without(whole));
    expect(read.inputs[0]).toMatchObject({
      path: 'input 1',
      format: whole.inputs[0]?.format,
      posts: whole.inputs[0]?.posts,
    });
    expect(faults('Result', read)).toEqual([]);
  });

  it('finds the same in posts as in the file that held them', async () => {
    for (const name of ['no-creation-dates', SMALL]) {
      const posts = await postsOf(dumpOf(name));
      const ofFile = without(await analyze([dumpOf(name)]));
      const given = await analyze([posts]);
      expect(without(given)).toBe(ofFile);
      expect(given.accounts.filter(({ url }) => url !== null)).toEqual([]);
      expect(without(await analyze([oneByOne(posts.toReversed())]))).toBe(ofFile);
      expect(without(await analyze([posts.slice(0, 200), Readable.from(posts.slice(200))]))).toBe(ofFile);
    }
  });

  it('takes times and creation dates as numbers, Dates and texts', async () => {
    const at = Date.UTC(2014, 2, 1, 12, 30);
    const one = await analyze([[stated(at, at)]]);
    expect(one.accounts[0]).toMatchObject({ id: '7', createdAt: '2014-03-01T12:30:00.000Z', createdAtSource: 'dump' });
    for (const other of [
      stated(new Date(at), new Date(at)),
      stated('2014-03-01T12:30:00Z', '2014-03-01 12:30:00'),
      stated(at, { from: at, to: at, source: 'dump' }),
    ]) {
      expect({ ...(await analyze([[other]])), inputs: [] }).toEqual({ ...one, inputs: [] });
    }
    expect((await analyze([[stated('2014-03-01 15:30', at)]], { assumeTz: 'Europe/Moscow' })).dump.from).toBe(
      '2014-03-01T11:30:00.000Z',
    );
  });

  it('finds in the text what a post does not say', async () => {
    const { dump, inputs } = await analyze([
      [...some, post(100, { hashtags: ['#Other', 'topic'] }), post(100, { hashtags: ['#Other', 'topic'] })],
    ]);
    expect(dump.hashtags).toEqual([
      { tag: 'topic', posts: 61 },
      { tag: 'other', posts: 1 },
    ]);
    expect(inputs[0]).toMatchObject({
      format: 'posts',
      rows: 62,
      posts: 61,
      skipped: { 'duplicate-row': 1 },
      skippedAt: { 'duplicate-row': [62] },
      numbered: 'records',
    });
  });

  it('counts what a dump may have wrong as well, and gives up where it is too much', async () => {
    const bad = [post(100, { time: 'soon' }), post(101, { account: { id: '' } }), post(102, { time: Number.NaN })];
    const { inputs } = await analyze([[...some, ...bad, { ...post(3), text: 'another text' }]], {
      hashtag: 'topic',
      since: Date.UTC(2014, 2, 1, 2),
    });
    expect(inputs[0]?.skipped).toEqual({
      'bad-time': 1,
      'no-account': 1,
      'no-time': 1,
      'other-hashtag': 1,
      'outside-span': expect.any(Number),
    });
    await expect(analyze([[...some, ...bad]], { maxBadRows: 0.01 })).rejects.toMatchObject({
      name: 'TrendAuditError',
      code: 'too-many-bad-rows',
      file: 'input 1',
    });
    await expect(analyze([some.map((each, n) => ({ ...each, time: n }))])).rejects.toThrow('their time cannot be read');
  });

  // What the types forbid, as a program without types may give it.
  it.each<[string, unknown, object]>([
    ['no list', file, { code: 'usage', message: 'the inputs are not a list' }],
    ['nothing', [], { code: 'usage', message: 'no input was given' }],
    ['no posts', [[]], { code: 'empty', file: 'input 1' }],
    ['a post for an input', [post(1)], { code: 'usage', file: 'input 1' }],
    [
      'a number for a post',
      [some, [1]],
      { code: 'malformed', file: 'input 2', line: 1, message: 'post 1 is a number, and an object is expected' },
    ],
    [
      'no account',
      [[post(1), { time: 1, text: '' }]],
      {
        code: 'malformed',
        file: 'input 1',
        line: 2,
        message: 'its account is missing, and an object with an id or a handle is expected',
      },
    ],
    [
      'an id that is a number',
      [[{ ...post(1), id: 1 }]],
      { code: 'malformed', line: 1, message: 'its id is a number, and a text is expected' },
    ],
    [
      'a time that is none',
      [[{ ...post(1), time: true }]],
      { code: 'malformed', message: expect.stringContaining('its time is a boolean') },
    ],
    [
      'a kind that there is not',
      [[{ ...post(1), kind: 'like' }]],
      { code: 'malformed', message: expect.stringContaining('one of original, retweet, quote, reply') },
    ],
    [
      'hashtags in one text',
      [[{ ...post(1), hashtags: '#a #b' }]],
      { code: 'malformed', message: 'its hashtags is a text, and a list of texts is expected' },
    ],
    ['bytes, and then posts', [[Buffer.from('id,time\n'), post(1)]], { code: 'usage', file: 'input 1' }],
    ['a file that is not there', ['nowhere.csv'], { code: 'not-found', file: 'nowhere.csv' }],
  ])('refuses %s with an error that says what is wrong', async (_, inputs, error) => {
    const asked: (inputs: never) => Promise<Result> = analyze;
    await expect(Reflect.apply(asked, undefined, [inputs])).rejects.toMatchObject({
      name: 'TrendAuditError',
      hint: expect.stringMatching(/\w/),
      ...error,
    });
  });

  it.each([
    { seed: 1.5 },
    { seed: -1 },
    { workers: Infinity },
    { maxBadRows: 2 },
    { hashtag: 'two words' },
    { hashtag: '#' },
    { since: 2, until: 1 },
    { since: Number.NaN },
    { assumeTz: 'Mars/Base' },
    { encoding: 'no-such' },
    { maxBytes: 0 },
    { users: 'users.csv' },
    { sead: 1 },
    { signal: true },
  ])('refuses the option %j', async (options) => {
    const asked: (inputs: readonly AnalysisInput[], options: never) => Promise<Result> = analyze;
    await expect(Reflect.apply(asked, undefined, [[file], options])).rejects.toMatchObject({
      name: 'TrendAuditError',
      code: 'usage',
    });
  });

  it('tells how far it is', async () => {
    const told: Progress[] = [];
    await analyze([file, Array.from({ length: 3000 }, (_, n) => post(n))], {
      onProgress: (progress) => told.push(progress),
    });
    expect(new Set(told.map(({ stage }) => stage))).toEqual(new Set(['reading', 'measuring', 'deciding']));
    expect(told.find(({ bytesTotal }) => bytesTotal === undefined)?.bytesRead).toBeGreaterThan(0);
  });

  it('ends when it is told to, even while an input keeps it waiting', async () => {
    const controller = new AbortController();
    let left = false;
    async function* hanging(): AsyncGenerator<GivenPost> {
      try {
        yield* some;
        setImmediate(() => controller.abort(new Error('enough')));
        await new Promise((resolve) => setTimeout(resolve, 30_000).unref());
      } finally {
        left = true;
      }
    }
    await expect(analyze([hanging()], { signal: controller.signal })).rejects.toThrow('enough');
    expect(left).toBe(false);
    const stream = new Readable({ read() {} });
    stream.push('id,created_at,user,text\n');
    const stopped = new AbortController();
    setTimeout(() => stopped.abort(new Error('enough of it')), 20);
    await expect(analyze([stream], { signal: stopped.signal })).rejects.toThrow('enough of it');
    expect(stream.destroyed).toBe(true);
  });

  it.each<[string, AnalyzeOptions]>([
    ['between steps', {}],
    ['before anything', { signal: AbortSignal.abort(new Error('stopped')) }],
  ])('ends when it is told to %s', async (_, options) => {
    const controller = new AbortController();
    const onProgress = ({ stage }: Progress): void =>
      void (stage === 'deciding' && controller.abort(new Error('stopped')));
    await expect(analyze([file], { signal: controller.signal, onProgress, ...options })).rejects.toThrow('stopped');
  });

  it('hands on what an input throws', async () => {
    await expect(analyze([broken()])).rejects.toThrow(new RangeError('the source broke'));
  });

  it.skipIf(!existsSync('/proc/self/fd'))('keeps no file open', async () => {
    const before = openFiles();
    for (let n = 0; n < 5; n++) {
      await analyze([file, some]);
      await analyze([file], { hashtag: 'nobody_uses_it' }).catch(() => {});
    }
    expect(openFiles()).toBeLessThan(before + 5);
  });
});
