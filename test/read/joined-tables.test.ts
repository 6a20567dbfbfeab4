import { describe, expect, it } from 'vitest';
import { type Collected, readText } from './collect.js';

const PEOPLE = ['ana_b', 'ben_c', 'cleo_d', 'dora_e', 'emil_f'];
const START = Date.UTC(2021, 4, 14, 8, 0, 0);

const POSTS = Array.from({ length: 40 }, (_, n) => ({
  handle: PEOPLE[(n * 7) % 5] ?? '',
  id: String(700 + ((n * 7) % 5)),
  time: new Date(START + n * 1_234_000).toISOString(),
  text: `nobody asked us about bridge ${n} #bridges${n % 4 === 0 ? ' #boats' : ''}`,
}));
type Row = (typeof POSTS)[number];

const seconds = ({ time }: Row): string => String(Date.parse(time) / 1000);

function table(header: string, cells: (row: Row, isFirst: boolean) => readonly string[]): Promise<Collected> {
  return readText([header, ...POSTS.map((row, n) => cells(row, n < 24).join(','))].join('\n'));
}

function outcome({ posts }: Collected): unknown {
  return posts.map(({ account, time, text }) => [account.id, account.handle, new Date(time).toISOString(), text]);
}

const byHandle = POSTS.map(({ handle, time, text }) => [handle, handle, time, text]);

describe('tables of two tools, one below the other', () => {
  it('are read whole, each by its own columns', async () => {
    const read = await table('date,user,content,timestamp,author,message', (row, isFirst) =>
      isFirst ? [row.time, row.handle, row.text, '', '', ''] : ['', '', '', seconds(row), row.handle, row.text],
    );
    expect(outcome(read)).toEqual(byHandle);
    expect(read.input.notes).toContain('“user” is empty where “author” is filled: both were read as handle.');
    expect(read.input.notes.join(' ')).not.toContain('reposted');
  });

  it('may have two columns of account ids', async () => {
    const read = await table('date,user,text,user_id,author_id', (row, isFirst) => [
      row.time,
      row.handle,
      row.text,
      isFirst ? row.id : '',
      isFirst ? '' : row.id,
    ]);
    expect(outcome(read)).toEqual(POSTS.map(({ id, handle, time, text }) => [id, handle, time, text]));
  });

  it('tell accounts apart by handle if half have no ids', async () => {
    const read = await table('date,user,text,user_id', (row, isFirst) => [
      row.time,
      row.handle,
      row.text,
      isFirst ? row.id : '',
    ]);
    expect(outcome(read)).toEqual(byHandle);
    expect(read.input.notes.join(' ')).toContain('“user_id” is empty in 16 of 40 rows');
  });

  it('keep ids if few are missing', async () => {
    let n = 0;
    const read = await table('date,user,text,user_id', (row) => [
      row.time,
      row.handle,
      row.text,
      n++ % 20 === 19 ? '' : row.id,
    ]);
    expect(outcome(read)).toEqual(POSTS.map(({ id, handle, time, text }) => [id, handle, time, text]));
  });
});

function tagsOf({ text }: Row): string[] {
  return [...text.matchAll(/#(\w+)/g)].map(([, tag = '']) => tag);
}

function rowsByTag(textOf: (row: Row) => string): string {
  const rows = POSTS.flatMap((row) => tagsOf(row).map((tag) => [row.time, row.handle, textOf(row), tag].join(',')));
  return ['date,user,text,hashtag', ...rows].join('\n');
}

describe('a table whose last rows have their text in another column', () => {
  it('has a note', async () => {
    const rows = Array.from({ length: 1400 }, (_, n) => {
      const text = `nobody asked us about bridge ${n} #bridges`;
      const [first, second] = n < 1200 ? [text, ''] : ['', text];
      return [new Date(START + n * 61_000).toISOString(), PEOPLE[n % 5], first, second].join(',');
    });
    const { input } = await readText(['date,user,text,content', ...rows].join('\n'));
    expect(input.notes.join(' ')).toContain('200 of 1400 rows have no text. “content” has one in these');
  });
});

describe('a column called account that describes accounts', () => {
  it('does not tell them apart', async () => {
    const names = Array.from({ length: 30 }, (_, n) => `person_${n}`);
    const rows = names.map(
      (name, n) => `${n % 2 ? 'personal' : 'media'},${name},2021-05-14 08:${10 + n}:00,bridge ${n} is ours`,
    );
    const { posts, input } = await readText(['account,user,date,text', ...rows].join('\n'));
    expect(posts.map(({ account }) => account.handle)).toEqual(names);
    expect(input.notes).toContain('Passed over: “account” (has a few values only).');
  });
});

describe('a row for each hashtag of a post', () => {
  it('gives all of them, from the text', async () => {
    const { posts, input } = await readText(rowsByTag(({ text }) => text));
    expect(posts[0]?.hashtags).toEqual(['bridges', 'boats']);
    expect(input.notes.join(' ')).toContain('hashtags were read from the texts');
  });

  it('is noted if the text has none', async () => {
    const { input } = await readText(rowsByTag(({ text }) => text.replaceAll('#', '').replace('boats', '')));
    expect(input.notes.join(' ')).toContain('only the hashtags of its first row were read');
  });
});
