import { describe, expect, it } from 'vitest';
import { type Collected, readText } from './collect.js';

/** Ten people each post once, and later the next one shares it. */
const PEOPLE = ['ana_b', 'ben_c', 'cleo_d', 'dora_e', 'emil_f', 'fred_g', 'gina_h', 'hugo_i', 'iris_j', 'jan_k'];
const START = Date.UTC(2021, 4, 14, 8, 0, 0);
const at = (hours: number): string => new Date(START + hours * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');

/** The platform's own id of a moment. */
function idOf(time: string): string {
  return String((BigInt(Date.parse(`${time.replace(' ', 'T')}Z`)) - 1_288_834_974_657n) << 22n);
}

interface Shared {
  readonly author: string;
  /** '' for the author's own row. */
  readonly sharer: string;
  readonly posted: string;
  readonly shared: string;
  readonly text: string;
}

const ROWS: readonly Shared[] = PEOPLE.flatMap((author, n) => {
  const text = `nobody asked us about bridge number ${n} #bridges`;
  const own = { author, sharer: '', posted: at(n), shared: '', text };
  return [own, { ...own, sharer: PEOPLE[(n + 1) % PEOPLE.length] ?? '', shared: at(n + 30.5) }];
});

function table(header: string, cells: (row: Shared) => readonly string[]): Promise<Collected> {
  return readText([header, ...ROWS.map((row) => cells(row).join(','))].join('\n'));
}

function outcome({ posts }: Collected): unknown {
  return posts.map(({ account, kind, retweetedHandle = '', time }) => [
    account.handle,
    kind,
    retweetedHandle,
    new Date(time).toISOString().slice(0, 19).replace('T', ' '),
  ]);
}

const TRUTH = ROWS.map(({ author, sharer, posted, shared }) =>
  sharer === '' ? [author, 'original', '', posted] : [sharer, 'retweet', author, shared],
);

const whoPosted = (row: Shared): string => row.sharer || row.author;
const when = (row: Shared): string => row.shared || row.posted;

describe('a column with the author of a shared post, and its text in the text column', () => {
  it.each(['original user', 'Autor original', "auteur d'origine", '原作者', 'RT of', 'column 7'])(
    'called “%s” is found, filled for shared posts only',
    async (name) => {
      const read = await table(`date,user,${name},text`, (row) => [
        when(row),
        whoPosted(row),
        row.sharer && row.author,
        row.text,
      ]);
      expect(outcome(read)).toEqual(TRUTH);
      expect(read.input.notes.join(' ')).toContain(`“${name}” was read as the author of a retweeted post`);
    },
  );

  it.each([
    ['user', 'author'],
    ['author', 'user'],
    ['account', 'source account'],
  ])('is told from who posted by the texts: %s, %s', async (poster, author) => {
    const read = await table(`date,${poster},${author},text`, (row) => [
      when(row),
      whoPosted(row),
      row.author,
      row.text,
    ]);
    expect(outcome(read)).toEqual(TRUTH);
  });

  it('is noted if the texts do not tell', async () => {
    let n = 0;
    const read = await table('date,account,source account,text', (row) => [
      when(row),
      whoPosted(row),
      row.author,
      `${row.text} ${++n}`,
    ]);
    expect(read.input.columns['retweeted_handle']).toBeUndefined();
    expect(read.input.notes.join(' ')).toContain(
      '“source account” names another account than “account” in 10 of 20 rows',
    );
  });
});

describe('a column with who shared a post', () => {
  it.each(['retweeting_user', 'geteilt von', 'Condiviso da', 'compartido por'])(
    'called “%s” is found',
    async (name) => {
      const read = await table(`date,retweet_timestamp,author,${name},text`, (row) => [
        row.posted,
        row.shared,
        row.author,
        row.sharer,
        row.text,
      ]);
      expect(outcome(read)).toEqual(TRUTH);
    },
  );

  it('that is the author where nobody did makes no retweet', async () => {
    const read = await table('date,author,shared by,text', (row) => [when(row), row.author, whoPosted(row), row.text]);
    expect(outcome(read)).toEqual(TRUTH);
  });

  it('cannot be used if the times are those of the original posts', async () => {
    const { posts, input } = await table('date,author,shared by,text', (row) => [
      row.posted,
      row.author,
      row.sharer,
      row.text,
    ]);
    expect(posts.map(({ account, kind }) => [account.handle, kind])).toEqual(PEOPLE.map((one) => [one, 'original']));
    expect(input.skipped).toEqual({ 'other-event': 10 });
    expect(input.notes.join(' ')).toContain('“date” is the time of the original post in rows of reposts');
  });

  it('is noted under any other name', async () => {
    const read = await table('date,author,seen at,text', (row) => [when(row), row.author, row.sharer, row.text]);
    expect(read.input.notes.join(' ')).toContain('stand in several rows that differ in “seen at”');
  });
});

describe('the address of the video on which a comment is', () => {
  it('gives no account and no id', async () => {
    const url = 'https://www.tiktok.com/@cityhall/video/6962000000000000000';
    const { posts, input } = await readText(
      [
        'video_url,uid,nickname,text,create_time',
        ...ROWS.map((row, n) => [url, 7000 + (n % 10), row.author, `${row.text} ${n}`, when(row)].join(',')),
      ].join('\n'),
    );
    expect(posts.every(({ account, id }) => account.handle === '' && id === undefined)).toBe(true);
    expect(input.notes.join(' ')).toContain('“video_url” has the same address for several posts');
  });
});

describe('a second table beside the posts', () => {
  it('gives no names and no creation dates', async () => {
    const lines = PEOPLE.flatMap((author, n) =>
      [0, 1, 2].map((part) => {
        const row = n * 3 + part;
        const profile = row < 10 ? [PEOPLE[9 - row], `Name ${row}`, `2012-03-${10 + row} 10:00:00`] : ['', '', ''];
        return [at(row), author, `part ${part} about the bridge ${n} #bridges`, '', ...profile].join(',');
      }),
    );
    const { posts, input } = await readText(
      ['date,username,text,,user,display name,account created', ...lines].join('\n'),
    );
    expect(posts).toHaveLength(30);
    expect(posts.every(({ account }) => account.displayName === '' && account.created === undefined)).toBe(true);
    expect(input.notes.join(' ')).toContain('“account created” (differs between the posts of an account)');
  });
});

describe('kinds in other languages', () => {
  it.each([
    ['Tipo de publicación', 'Publicación', 'Retuit', 'Respuesta'],
    ['Tür', 'Gönderi', 'Yeniden gönderi', 'Yanıt'],
    ['النوع', 'تغريدة', 'إعادة تغريد', 'رد'],
  ])('in “%s” are read', async (name, original, retweet, reply) => {
    const kinds = [original, retweet, reply];
    const { posts } = await readText(
      [
        `date,user,text,${name}`,
        ...ROWS.map((row, n) => [when(row), row.author, row.text, kinds[n % 3]].join(',')),
      ].join('\n'),
    );
    expect(posts.map(({ kind }) => kind)).toEqual(
      ROWS.map((_, n) => (['original', 'retweet', 'reply'] as const)[n % 3]),
    );
  });
});

describe('ids of the shared posts', () => {
  it('do not shift the times of the rows that share them', async () => {
    const own = ROWS.filter(({ sharer }) => sharer === '');
    const lines = Array.from({ length: 60 }, (_, n) => {
      const time = at(n * 1.37);
      return [idOf(time), time, PEOPLE[n % 10], `${own[n % 10]?.text} ${n}`].join(',');
    });
    // One is shared three hours later, to the minute; the others at odd times.
    [3, 4.12, 5.07, 7.21, 9.6].forEach((later, n) =>
      lines.push([idOf(at(n * 1.37)), at(n * 1.37 + later), PEOPLE[9 - n], `${own[n]?.text} ${n}`].join(',')),
    );
    const { posts, input } = await readText(['id,date,username,text', ...lines].join('\n'));
    expect(posts.map(({ time }) => new Date(time).toISOString().slice(0, 19).replace('T', ' '))).toEqual(
      lines.map((line) => line.split(',')[1]),
    );
    expect(input.notes.join(' ')).not.toContain('in the zone that the id');
  });
});

describe('a retweet', () => {
  it.each([
    ['RT: ', 'RT: '],
    ['a name without its sign', 'RT ann_b: '],
    ['an arrow', '🔁 @ann_b: '],
    ['“Retweeted”', 'Retweeted Ann (@ann_b):\n\n'],
  ])('is known by %s', async (_, mark) => {
    const rows = ROWS.map((row, n) => `${at(n)},${whoPosted(row)},"${row.sharer === '' ? '' : mark}${row.text}"`);
    const { posts } = await readText(['date,user,text', ...rows].join('\n'));
    expect(posts.map(({ kind }) => kind)).toEqual(ROWS.map(({ sharer }) => (sharer === '' ? 'original' : 'retweet')));
  });

  it.each<[string, string]>([
    ['RT', 'x'],
    ['retweeted post url', 'https://twitter.com/ann_b/status/1393116201744692760'],
  ])('is known by a column called %s', async (name, cell) => {
    const rows = ROWS.map((row, n) => `${at(n)},${whoPosted(row)},${row.text},${row.sharer === '' ? '' : cell}`);
    const { posts } = await readText([`date,user,text,${name}`, ...rows].join('\n'));
    expect(posts.map(({ kind }) => kind)).toEqual(ROWS.map(({ sharer }) => (sharer === '' ? 'original' : 'retweet')));
  });
});

describe('the page under which all comments stand', () => {
  it('is not who wrote them, if another column names many', async () => {
    const rows = ROWS.map((row, n) => `City Hall,${whoPosted(row)},${row.text},${at(n)}`);
    const { posts } = await readText(['page_name,commenter_name,comment,comment_published', ...rows].join('\n'));
    expect(posts.map(({ account }) => account.handle)).toEqual(ROWS.map(whoPosted));
  });

  it('is noted if no other does', async () => {
    const rows = ROWS.map((row, n) => `City Hall,${row.text},${at(n)}`);
    const { input } = await readText(['page_name,comment,published', ...rows].join('\n'));
    expect(input.notes.join(' ')).toContain('All posts are read as those of one account, as “page_name” has one value');
  });
});
