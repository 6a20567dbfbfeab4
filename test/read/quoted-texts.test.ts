import { describe, expect, it } from 'vitest';
import { type Collected, readText } from './collect.js';

const QUOTED = [
  'The council has decided to close the old bridge for two years',
  'Who counted the cars here last winter?',
];

interface Written {
  readonly own: string;
  /** '' if nothing is quoted. */
  readonly quoted: string;
}

const WRITTEN: readonly Written[] = Array.from({ length: 24 }, (_, n) => ({
  own: `what a shame for street ${n}`,
  quoted: n % 3 === 0 ? (QUOTED[n % 2] ?? '') : '',
}));

const row = ({ own, quoted }: Written, n: number, join: (own: string, quoted: string) => string): string[] => [
  `2021-05-14 18:${10 + n}:07`,
  `user_${n % 9}`,
  `"${(quoted === '' ? own : join(own, quoted)).replaceAll('"', '""')}"`,
  `"${quoted}"`,
];

const table = (column: string, join: (own: string, quoted: string) => string): Promise<Collected> =>
  readText([`date,user,text,${column}`, ...WRITTEN.map((each, n) => row(each, n, join).join(','))].join('\n'));

const expected = WRITTEN.map(({ own, quoted }) => [own, quoted === '' ? 'original' : 'quote']);
const read = ({ posts }: Collected): unknown => posts.map(({ text, kind }) => [text, kind]);

describe('the text of a quoted post that stands in a column and in the text', () => {
  it.each<[string, (own: string, quoted: string) => string]>([
    ['line ends', (own, quoted) => `${own}\n\n${quoted}`],
    ['a bar', (own, quoted) => `${own} | ${quoted}`],
    ['a retweet mark', (own, quoted) => `${own} RT @ann_b: ${quoted}`],
    ['quotation marks', (own, quoted) => `${own} "@ann_b: ${quoted}"`],
    ['a word in brackets', (own, quoted) => `${own} [Quoted @ann_b] ${quoted}`],
    ['other white space', (own, quoted) => `${own}\nQuote: ${quoted.replaceAll(' ', '\n')}`],
  ])('is taken out of it, joined by %s', async (_, join) => {
    const found = await table('quoted_status.text', join);
    expect(read(found)).toEqual(expected);
    expect(found.input.notes.join(' ')).toContain('“text” also has the words of other posts');
  });

  it('is taken out under a name of its own in JSON', async () => {
    const lines = WRITTEN.map(({ own, quoted }, n) =>
      JSON.stringify({
        date: `2021-05-14 18:${10 + n}:07`,
        username: `user_${n % 9}`,
        text: quoted === '' ? own : `${own}\n${quoted}`,
        ...(quoted === '' ? {} : { quoted_post: { text: quoted } }),
      }),
    );
    expect(read(await readText(lines.join('\n')))).toEqual(expected);
  });

  it('is left alone where the text has it not, or is nothing else', async () => {
    const apart = await table('quoted_text', (own) => own);
    expect(read(apart)).toEqual(WRITTEN.map(({ own }) => [own, 'original']));
    const same = await table('quoted_text', (_, quoted) => quoted);
    expect(same.posts.map(({ text }) => text)).toEqual(WRITTEN.map(({ own, quoted }) => quoted || own));
  });
});

describe('a quotation that says itself that it is one', () => {
  it.each([
    ['so true RT @ann_b: the bridge is closed http://a.example/1', 'quote', 'ann_b'],
    ['so true “@ann_b: the bridge is closed http://a.example/1”', 'quote', 'ann_b'],
    ['“@ann_b: the bridge is closed http://a.example/1”', 'retweet', 'ann_b'],
  ])('makes a post a quotation, or a retweet without own words: %s', async (text, kind, handle) => {
    const { posts } = await readText(
      `date,user,text\n2021-05-14 18:03:07,cleo_d,${text}\n2021-05-14 18:04,dan,hello you`,
    );
    expect(posts[0]).toMatchObject({ text, kind });
    expect(posts[0]?.retweetedHandle).toBe(kind === 'retweet' ? handle : undefined);
    expect(posts[0]?.links).toHaveLength(kind === 'quote' ? 0 : 1);
  });
});
