import { describe, expect, it } from 'vitest';
import type { Result } from '../../src/documents/result.js';
import { analyze } from '../../src/pipeline/analyze.js';
import { trendAudit } from '../cli/run.js';
import { temporaryFile } from '../read/temporary.js';
import { csvOf, givenPosts, isTogether, type SyntheticPost, syntheticPosts } from './synthetic-dump.js';

const MAP = { object: 'image_hash' };

async function* streamOf(text: string): AsyncGenerator<string> {
  yield text;
}

const analyzeCsv = (posts: readonly SyntheticPost[], options = {}): Promise<Result> =>
  analyze([streamOf(csvOf(posts))], options);

const named = ({ accounts }: Result): string[] =>
  accounts
    .filter(({ verdict }) => verdict === 'coordinated')
    .map(({ id }) => id)
    .sort();

const together = syntheticPosts({ seed: 4, together: true });
const eight = [...new Set(together.map(({ account }) => account).filter(isTogether))].sort();

describe('eight old accounts that post the same images within seconds, each in words of its own', () => {
  it('are named with --map object=image_hash, and nobody else, with the very hash and its column', async () => {
    const result = await analyzeCsv(together, { map: MAP });
    expect(named(result)).toEqual(eight);
    for (const { id, evidence } of result.accounts.filter(({ verdict }) => verdict === 'coordinated')) {
      const same = evidence.find(({ signal }) => signal === 'same-object');
      const hash = same?.item ?? '';
      expect(same).toMatchObject({ column: 'image_hash', family: 'sharing' });
      expect(together.filter((post) => post.account === id).map(({ imageHash }) => imageHash)).toContain(hash);
      expect(same?.says).toMatch(
        new RegExp(
          `^posted \\d+ of the same image_hash values as \\d likely coordinated accounts, .*: “${hash}” \\(`,
          'u',
        ),
      );
      // Those that are said to match it posted that hash.
      for (const { account, post } of same?.with ?? [])
        expect(together.find((each) => each.id === post)).toMatchObject({ account, imageHash: hash });
    }
    const [group] = result.groups;
    expect(group?.says).toMatch(/^8 accounts that share the same things: \d+ image_hash values in common$/u);
    expect(group?.objects).toEqual([{ name: 'image_hash', items: expect.any(Number) }]);
    expect(group?.shared[0]).toMatchObject({ kind: 'object', column: 'image_hash', accounts: 8 });
    expect(result.options.map).toEqual(MAP);
  });

  it('are not found without it', async () => {
    const result = await analyzeCsv(together);
    expect(named(result)).toEqual([]);
    expect(
      result.accounts.flatMap(({ evidence }) => evidence).filter(({ signal }) => signal === 'same-object'),
    ).toEqual([]);
  });

  it('are found as surely as if they had posted the same texts', async () => {
    for (const seed of [1, 2, 3]) {
      const posts = syntheticPosts({ seed, together: true });
      const textOf = new Map(posts.map(({ imageHash, text }) => [imageHash, text]));
      const copies = posts.map((post) => ({
        ...post,
        text: post.imageHash === '' ? post.text : (textOf.get(post.imageHash) ?? ''),
      }));
      const [byImage, byText] = [await analyzeCsv(posts, { map: MAP }), await analyzeCsv(copies)];
      expect(named(byImage), `seed ${seed}`).toEqual(named(byText));
      expect(byImage.summary.p / byText.summary.p).toBeGreaterThan(0.8);
      expect(byImage.summary.p / byText.summary.p).toBeLessThan(1.25);
    }
  });

  it('are found alike whatever the order of rows, and as posts that a program gives', async () => {
    const result = await analyzeCsv(together, { map: MAP });
    const turned = await analyzeCsv(together.toReversed(), { map: MAP });
    expect(turned.accounts).toEqual(result.accounts);
    expect(turned.groups).toEqual(result.groups);
    const given = await analyze([givenPosts(together)]);
    expect(given.accounts).toEqual(result.accounts);
    expect(given.groups).toEqual(result.groups);
    expect(given.inputs[0]?.columns).toMatchObject({ object: 'objects' });
  });

  const file = temporaryFile('images.csv');

  it('are found alike with any number of threads', async () => {
    const path = file(Buffer.from(csvOf(together)));
    const [alone, beside] = [
      await analyze([path], { map: MAP, workers: 0 }),
      await analyze([path], { map: MAP, workers: 2 }),
    ];
    expect(named(alone)).toEqual(eight);
    expect(beside).toEqual(alone);
  });

  it('are found in CooRTweet’s columns, where the images are the objects', async () => {
    const rows = together
      .filter(({ imageHash }) => imageHash !== '')
      .map(({ imageHash, account, id, time }) => [imageHash, account, id, Date.parse(time) / 1000].join(','));
    const result = await analyze([streamOf(['object_id,account_id,content_id,timestamp_share', ...rows].join('\n'))]);
    expect(result.inputs[0]?.format).toBe('coortweet');
    const ranked = result.accounts.slice(0, eight.length).map(({ id }) => id);
    expect(ranked.toSorted()).toEqual(eight);
    expect(named(result).filter((id) => !isTogether(id))).toEqual([]);
  });
});

describe('a public that posts images', () => {
  it('names nobody, whatever its popular images are', async () => {
    for (let seed = 11; seed <= 16; seed++) {
      const result = await analyzeCsv(syntheticPosts({ seed, together: false }), { map: MAP });
      expect(named(result), `seed ${seed}`).toEqual([]);
    }
  });

  it('names nobody where most accounts post one image, each at a time of its own', async () => {
    const hash = 'c0ffee00c0ffee00';
    for (const accounts of [40, 100]) {
      const popular = { hash, accounts };
      expect(named(await analyzeCsv(syntheticPosts({ seed: 21, together: false, popular }), { map: MAP }))).toEqual([]);
      // Beside a push, too: who posts it is none of them.
      const beside = await analyzeCsv(syntheticPosts({ seed: 4, together: true, popular }), { map: MAP });
      expect(named(beside).filter((id) => !isTogether(id))).toEqual([]);
      const first = beside.accounts.slice(0, eight.length).map(({ id }) => id);
      expect(first.toSorted()).toEqual(eight);
    }
  });
});

describe('the pages', () => {
  const NAME = 'image\u001b[31m <b>|hash</b>';
  const hostile = together.map((post) => ({ ...post, imageHash: post.imageHash && `${post.imageHash}\u202e<i>|` }));
  const csv = csvOf(hostile).replace('image_hash', `"${NAME}"`);

  it('escape the names of columns and their values as all else of a dump', async () => {
    const args = ['-', '--map', `object=${NAME}`];
    const text = await trendAudit([...args, '--full'], { input: csv });
    expect(text.code).toBe(0);
    expect(text.stdout).toContain('same image\\u{1B}[31m <b>|hash</b> values');
    expect(text.stdout.replaceAll('\n', '')).not.toMatch(/[\u001b\u202e]/u);
    const page = await trendAudit([...args, '--format', 'html'], { input: csv });
    expect(page.stdout).toContain('&lt;b&gt;|hash&lt;/b&gt;');
    expect(page.stdout).not.toContain('|hash</b>');
    expect(page.stdout).not.toMatch(/[\u001b\u202e]/u);
    const explained = await trendAudit(['explain', ...args, '--account', eight[0] ?? ''], { input: csv });
    expect(explained.stdout).toContain('the same image\\u{1B}[31m <b>|hash</b>, also by 7 likely coordinated accounts');
    expect(explained.stdout).not.toMatch(/[\u001b\u202e]/u);
  });

  it('tell in inspect how many posts have an object', async () => {
    const filled = together.filter(({ imageHash }) => imageHash !== '').length;
    const args = ['inspect', '-', '--map', 'object=image_hash'];
    const { stdout } = await trendAudit([...args, '--json'], { input: csvOf(together) });
    const { dump, signals } = JSON.parse(stdout);
    expect(dump.objects).toEqual([{ name: 'image_hash', posts: filled, of: together.length }]);
    expect(signals).toContainEqual(expect.objectContaining({ signal: 'same-object', family: 'sharing' }));
    expect((await trendAudit(args, { input: csvOf(together) })).stdout).toMatch(
      new RegExp(String.raw`object: image_hash +${filled} `, 'u'),
    );
  });

  it('tell nothing of names with pseudonyms, and the hash as it is', async () => {
    const { stdout } = await trendAudit(['-', '--map', 'object=image_hash', '--pseudonymize', '--json'], {
      input: csvOf(together),
    });
    const { accounts } = JSON.parse(stdout);
    const same = accounts[0].evidence.find(({ signal }: { signal: string }) => signal === 'same-object');
    expect(same.column).toBe('image_hash');
    expect(same.says).toContain(`“${same.item}”`);
  });
});
