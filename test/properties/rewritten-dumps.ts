/** Dumps that are made up, and every way in which programs write the same table again. */

import {
  array,
  boolean,
  constant,
  constantFrom,
  integer,
  option,
  record,
  shuffledSubarray,
  type Arbitrary,
} from 'fast-check';
import iconv from 'iconv-lite';
import type { Field } from '../../src/read/fields.js';
import type { DumpFormat } from '../../src/read/formats/format.js';
import { generic } from '../../src/read/formats/generic.js';
import { DUMP_FORMATS } from '../../src/read/formats/index.js';

/** What a post says, before any format has written it. */
export interface Facts {
  readonly id: string;
  readonly account: string;
  readonly handle: string;
  readonly name: string;
  readonly time: Date;
  readonly text: string;
  readonly isRetweet: boolean;
  readonly tags: readonly string[];
}

export interface Dump {
  readonly format: DumpFormat;
  /** What its columns hold. */
  readonly fields: ReadonlySet<string>;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** One for each row. */
  readonly facts: readonly Facts[];
  /** Whether all of it can be written as windows-1251, and tells by its letters that it was. */
  readonly cyrillic: boolean;
}

export interface Rewrite {
  readonly delimiter: string;
  readonly lineEnd: string;
  readonly quote: string;
  readonly quoteAll: boolean;
  readonly encoding: string;
  readonly sepLine: boolean;
  readonly titles: readonly string[];
  readonly blankBelowTitles: boolean;
  /** Before which of the rows the header stands again, perhaps behind the byte order mark of another file. */
  readonly headerAgain: { readonly before: number; readonly marked: boolean } | null;
  /** Rows that have lost cells at their end (below 0), or have got one, of which place in the row. */
  readonly ragged: readonly { readonly row: number; readonly cells: number; readonly at: number }[];
  readonly total: { readonly label: string; readonly padded: boolean; readonly at: number } | null;
  readonly columns: readonly number[];
  readonly rows: readonly number[];
  readonly lastLineEnd: boolean;
  readonly chunk: number;
}

export interface Written {
  readonly bytes: Uint8Array;
  /** Which rows of the dump are whole, in the order written, and the line on which each begins. */
  readonly whole: readonly { readonly row: number; readonly line: number }[];
  /** Records that are no posts: ragged rows, the header again, the total. */
  readonly others: number;
}

const PIECES = [
  'a',
  'Ж',
  'ش',
  '漢',
  '😀',
  '"',
  '""',
  "'",
  "''",
  ',',
  ';',
  '\t',
  '|',
  '\n',
  '\r\n',
  '\r',
  ' ',
  '#тег',
  '@ann ',
  'RT @bob: ',
  'https://example.org/a,b',
  '\\',
  '=1+1',
  "it's",
  '"no", she said',
  '…',
];
const PHRASES = [
  'сегодня вышли на площадь',
  'поддержим наших друзей',
  'что происходит в городе',
  'не могу поверить своим глазам',
  'это было вчера вечером',
  'объясните мне, пожалуйста',
  'мы ещё вернёмся',
];
const JOINTS = [' ', ', ', '; ', ' | ', '\t', '\n', '\r\n', '" ', ' "', " '", "' ", '! #ТегДня ', ' — '];

const anyText = array(constantFrom(...PIECES), { minLength: 1, maxLength: 10 })
  .map((pieces) => pieces.join(''))
  .map((text) => (text.trim() === '' ? `${text}x` : text));
const russianText = array(record({ phrase: constantFrom(...PHRASES), joint: constantFrom(...JOINTS) }), {
  minLength: 2,
  maxLength: 6,
}).map((parts) => parts.map(({ phrase, joint }) => phrase + joint).join(''));

/** Columns of tables of no known format. */
const HEADERS: readonly Readonly<Partial<Record<Field, string>>>[] = [
  { id: 'ид', account: 'id_автора', handle: 'автор', time: 'Дата', text: 'Текст', hashtags: 'хэштеги' },
  {
    id: 'tweet_id',
    account: 'user_id',
    handle: 'username',
    time: 'created_at',
    text: 'text',
    retweet: 'is_retweet',
    url: 'link',
  },
  { handle: 'Benutzername', time: 'Datum', text: 'Nachricht', retweet: 'retweet' },
];

const formats: Arbitrary<{ readonly format: DumpFormat; readonly columns: DumpFormat['columns'] }> = constantFrom(
  ...DUMP_FORMATS.map((format) => ({ format, columns: format.columns })),
  ...HEADERS.map((columns) => ({ format: generic, columns })),
);

export const dumps: Arbitrary<Dump> = record({
  how: formats,
  cyrillic: boolean(),
  stated: constantFrom(...(['iso', 'spaced', 'twitter'] as const)),
}).chain(({ how: { format, columns }, cyrillic, stated }) =>
  array(
    record({
      text: cyrillic ? russianText : anyText,
      user: integer({ min: 1, max: 9 }),
      minute: integer({ min: 0, max: 500_000 }),
      isRetweet: boolean(),
    }),
    { minLength: cyrillic ? 3 : 1, maxLength: 25 },
  ).map((drawn): Dump => {
    const facts = drawn.map(({ text, user, minute, isRetweet }, index): Facts => ({
      // Within the time in which ids held their time, each its own, none rounded.
      id: String(440_000_000_000_000_011n + BigInt(index) * 7_654_321_987n),
      account: String(101_000_007 + user * 1_234_567),
      handle: `Ann_${user}`,
      name: `${cyrillic ? 'Анна' : 'Anna 😀'}, ${user}`,
      time: new Date(Date.UTC(2014, 0, 1, 12) + minute * 60_000),
      // What FiveThirtyEight's spreadsheet has put there is taken away again.
      text: format.apostropheBeforeSigns ? text.replace(/^'(?=[@+=-])/, '') : text,
      isRetweet,
      tags: index % 3 === 0 ? ['ТегДня', 'tag'] : [],
    }));
    // A column that holds texts and objects is filled with texts.
    const fields = new Map(
      Object.entries(columns).flatMap(([field, names]) =>
        field === 'object' ? [] : [[[names].flat()[0] ?? '', field] as const],
      ),
    );
    const header = [...new Set([...fields.keys(), ...format.recognisedBy])];
    const rows = facts.map((each) =>
      header.map((column) => cellOf(fields.get(column), each, { format, stated, hasClock: 'clock' in columns })),
    );
    return { format, fields: new Set(fields.values()), header, rows, facts, cyrillic };
  }),
);

function cellOf(
  field: string | undefined,
  { id, account, handle, name, time, text, isRetweet, tags }: Facts,
  {
    format,
    stated,
    hasClock,
  }: { readonly format: DumpFormat; readonly stated: 'iso' | 'spaced' | 'twitter'; readonly hasClock: boolean },
): string {
  const iso = time.toISOString();
  switch (field) {
    case 'id':
      return id;
    case 'account':
      return account;
    case 'handle':
      return handle;
    case 'name':
      return name;
    case 'created':
      return '2011-04-05 06:07:08';
    case 'time':
      if (hasClock) return iso.slice(0, 10);
      return stated === 'iso'
        ? iso
        : stated === 'spaced'
          ? iso.slice(0, 19).replace('T', ' ')
          : time.toUTCString().replace(/^(\w+), (\d+) (\w+) (\d+) (\S+) GMT$/, '$1 $3 $2 $5 +0000 $4');
    case 'clock':
      return iso.slice(11, 19);
    case 'text':
      return text;
    case 'kind':
      return isRetweet ? 'retweeted' : '';
    case 'retweet':
      return isRetweet ? 'TRUE' : 'FALSE';
    case 'quote':
      return 'FALSE';
    case 'hashtags':
      return `[${tags.map((tag) => `'${tag}'`).join(', ')}]`;
    case 'links':
      return tags.length === 0 ? '' : 'https://example.org/1|https://example.org/2';
    case 'client':
      return '<a href="https://example.org" rel="nofollow">An app</a>';
    case 'url':
      return `https://twitter.com/${format.urlHoldsAccountId ? account : handle}/status/${id}`;
    case undefined:
      return 'more; of it';
    default:
      return '';
  }
}

const TITLES = [
  'Export',
  'Отчёт по хэштегу, 12 сообщений; с 01.03.2014',
  'Search: "#tag" OR \'#тег\'',
  "It's what was found\ton 2014-03-01|2014-03-02",
  'Author,Date',
  ',,,',
  '"#tag", all of it',
];

/** The ways in which a dump may be written again, any of them together with any other. */
export function rewritesOf({ header, rows, cyrillic }: Dump): Arbitrary<Rewrite> {
  const row = integer({ min: 0, max: rows.length - 1 });
  const column = integer({ min: 0, max: header.length - 1 });
  return record({
    delimiter: constantFrom(',', ';', '\t', '|'),
    lineEnd: constantFrom('\n', '\r\n', '\r'),
    quote: constantFrom('"', "'"),
    quoteAll: boolean(),
    encoding: constantFrom(
      'utf-8',
      'utf-8 with bom',
      'utf-16le with bom',
      'utf-16be with bom',
      ...(cyrillic ? ['windows-1251', 'windows-1251'] : []),
    ),
    sepLine: integer({ min: 0, max: 9 }).map((drawn) => drawn === 9),
    titles: array(constantFrom(...TITLES), { maxLength: 3 }),
    blankBelowTitles: boolean(),
    headerAgain: option(record({ before: row, marked: boolean() })),
    ragged: array(record({ row, cells: constantFrom(-3, -2, -1, 1), at: column }), { maxLength: 3 }),
    total: option(record({ label: constantFrom('Total', 'Итого:', 'Всего записей'), padded: boolean(), at: column })),
    columns: perhapsShuffled(header.map((_, at) => at)),
    rows: perhapsShuffled(rows.map((_, at) => at)),
    lastLineEnd: boolean(),
    chunk: constantFrom(7, 64, 1000, 100_000),
  });
}

function perhapsShuffled(places: readonly number[]): Arbitrary<readonly number[]> {
  const all = shuffledSubarray([...places], { minLength: places.length, maxLength: places.length });
  return boolean().chain((keep) => (keep ? constant(places) : all));
}

/** The dump in its plainest form: UTF-8, commas, everything quoted. */
export function plainly({ header, rows }: Dump): Uint8Array {
  return Buffer.from(
    [header, ...rows].map((cells) => `${cells.map((cell) => quoted(cell, '"')).join(',')}\n`).join(''),
  );
}

export function rewrite({ header, rows }: Dump, how: Rewrite): Written {
  const { delimiter, lineEnd } = how;
  const mustQuote = (cell: string, quote: string): boolean =>
    [delimiter, quote, '\r', '\n'].some((special) => cell.includes(special));
  // Where nothing has to be quoted, no quote is seen: then a text such as "" is the same bytes as an empty cell.
  const quote =
    how.quoteAll || rows.some((cells) => cells.some((cell) => mustQuote(cell, how.quote))) ? how.quote : '"';
  const lineOf = (cells: readonly string[]): string =>
    cells.map((cell) => (how.quoteAll || mustQuote(cell, quote) ? quoted(cell, quote) : cell)).join(delimiter);
  const arranged = (cells: readonly string[]): string[] => how.columns.map((at) => cells[at] ?? '');

  const lines = [
    ...(how.sepLine ? [`sep=${delimiter}`] : []),
    ...how.titles,
    ...(how.blankBelowTitles ? [''] : []),
    lineOf(arranged(header)),
  ];
  const whole: { row: number; line: number }[] = [];
  let others = 0;
  how.rows.forEach((row, nth) => {
    if (how.headerAgain?.before === nth) {
      lines.push(
        `${how.headerAgain.marked && how.encoding !== 'windows-1251' ? '\uFEFF' : ''}${lineOf(arranged(header))}`,
      );
      others++;
    }
    const cells = arranged(rows[row] ?? []);
    const ragged = how.ragged.find((each) => each.row === row);
    if (ragged === undefined) whole.push({ row, line: lines.length });
    else others++;
    lines.push(
      lineOf(
        ragged === undefined
          ? cells
          : ragged.cells < 0
            ? cells.slice(0, Math.max(2, cells.length + ragged.cells))
            : cells.toSpliced(ragged.at, 0, 'extra'),
      ),
    );
  });
  if (how.total) {
    const { label, padded, at } = how.total;
    const count = String(rows.length);
    lines.push(
      lineOf(padded ? header.map((_, place) => (place === 0 ? label : place === at ? count : '')) : [label, count]),
    );
    others++;
  }
  const first = firstLines(lines);
  return {
    bytes: encode(lines.join(lineEnd) + (how.lastLineEnd ? lineEnd : ''), how.encoding),
    whole: whole.map(({ row, line }) => ({ row, line: first[line] ?? 0 })),
    others,
  };
}

function quoted(cell: string, quote: string): string {
  return `${quote}${cell.replaceAll(quote, quote + quote)}${quote}`;
}

/** The line of the file on which each record begins. */
function firstLines(lines: readonly string[]): number[] {
  let line = 1;
  return lines.map((text) => {
    const begins = line;
    line += 1 + (text.match(/\r\n|\r|\n/g)?.length ?? 0);
    return begins;
  });
}

function encode(content: string, encoding: string): Uint8Array {
  const [name = '', marked] = encoding.split(' with ');
  return iconv.encode(content, name, { addBOM: marked !== undefined });
}
