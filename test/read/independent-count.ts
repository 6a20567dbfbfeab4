/**
 * What the samples hold, counted without any of the program: tables by d3-dsv, JSON by JSON.parse, fields by hand. Times
 * are given as they are in each file, to the second.
 */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dsvFormat } from 'd3-dsv';
import iconv from 'iconv-lite';

export interface Count {
  readonly posts: number;
  readonly accounts: number;
  readonly from: string;
  readonly to: string;
  readonly retweets: number;
  /** The most frequent first, then by their letters. */
  readonly hashtags: readonly (readonly [tag: string, posts: number])[];
}

/** What a record says, in words of its file: `time` in milliseconds. */
interface Said {
  readonly time: number;
  readonly account: string;
  readonly text: string;
  readonly retweet?: boolean;
  readonly tags?: readonly string[];
}

type Cells = Readonly<Record<string, string>>;

function count(records: readonly Said[]): Count {
  const tags = new Map<string, number>();
  for (const { text, tags: stated = textTags(text) } of records)
    for (const tag of new Set(stated.map((each) => each.toLowerCase()))) tags.set(tag, (tags.get(tag) ?? 0) + 1);
  const times = records.map(({ time }) => time);
  return {
    posts: records.length,
    accounts: new Set(records.map(({ account }) => account)).size,
    from: new Date(Math.min(...times)).toISOString(),
    to: new Date(Math.max(...times)).toISOString(),
    retweets: records.filter(({ text, retweet = text.startsWith('RT @') }) => retweet).length,
    hashtags: [...tags].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)),
  };
}

/** Words with a sign: enough for these texts, whose tags end with a space. */
function textTags(text: string): string[] {
  return text
    .split(/\s+/)
    .filter((word) => word.startsWith('#'))
    .map((word) => word.slice(1));
}

const utc = (text = ''): number => Date.parse(`${text.replace(' ', 'T')}Z`);
const iso = (text = ''): number => Date.parse(text);
const unix = (text: string | number | undefined = ''): number => Number(text) * 1000;
const HOUR = 3_600_000;

function table(say: (row: Cells, index: number) => Said, { delimiter = ',', encoding = 'utf-8', header = '' } = {}) {
  return (bytes: Buffer): Count =>
    count(
      dsvFormat(delimiter)
        .parse(header + iconv.decode(bytes, encoding))
        .map((row, index) =>
          say(Object.fromEntries(Object.entries(row).map(([key, cell]) => [key, cell ?? ''])), index),
        ),
    );
}

/** By columns of these names; a time as UTC where nothing else is said. */
function columns(time: string, account: string, text: string, read: (cell: string) => number = utc) {
  return table((row) => ({ time: read(row[time] ?? ''), account: row[account] ?? '', text: row[text] ?? '' }));
}

function flagged(time: string, account: string, text: string, flag: string, read: (cell: string) => number) {
  return table((row) => ({
    time: read(row[time] ?? ''),
    account: row[account] ?? '',
    text: row[text] ?? '',
    retweet: !['', 'FALSE'].includes(row[flag] ?? ''),
  }));
}

/** A value at a path of keys. */
function at(value: unknown, path: string): unknown {
  let part = value;
  for (const key of path.split('.')) part = new Map(Object.entries(Object(part))).get(key);
  return part;
}

const string = (value: unknown, path: string): string => String(at(value, path) ?? '');

/** What a pattern finds in a text. */
function matches(pattern: RegExp, say: (match: RegExpMatchArray) => Said) {
  return (bytes: Buffer): Count => count([...bytes.toString().matchAll(pattern)].map(say));
}

function json(posts: string, say: (post: unknown) => Said | undefined) {
  return (bytes: Buffer): Count => {
    const text = bytes.toString();
    const values: unknown[] =
      posts === 'lines'
        ? text
            .trim()
            .split('\n')
            .map((line): unknown => JSON.parse(line))
        : [JSON.parse(text)].flatMap((value: unknown) => Object(posts === '' ? value : at(value, posts)));
    return count(values.flatMap((value) => say(value) ?? []));
  };
}

/** The rows of a data frame, each as time, account and text, up to the first that is not there. */
function frame(cellsOf: (value: unknown, row: number) => readonly [string, string, string]) {
  return (bytes: Buffer): Count => {
    const value: unknown = JSON.parse(bytes.toString());
    const records: Said[] = [];
    for (let row = 0; cellsOf(value, row)[0] !== ''; row++) {
      const [time, account, text] = cellsOf(value, row);
      records.push({ time: utc(time), account, text });
    }
    return count(records);
  };
}

function keys(
  posts: string,
  time: string,
  account: string,
  text: string,
  read: (value: string) => number = iso,
  retweet = '',
) {
  return json(posts, (post) => ({
    time: read(string(post, time)),
    account: string(post, account),
    text: string(post, text),
    ...(retweet === '' ? {} : { retweet: at(post, retweet) !== undefined && at(post, retweet) !== null }),
  }));
}

/** `'…'` and `"…"` of Python's bytes, whose escapes are those of a JSON string of single bytes. */
function pythonBytes(cell: string): string {
  const bytes = cell
    .slice(2, -1)
    .replace(/\\x([\da-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replaceAll(String.raw`\'`, "'");
  return Buffer.from(bytes, 'latin1').toString();
}

/** The value of a key in a dict of Python, whose values here have no quotes in them. */
function inDict(cell: string, key: string): string {
  return new RegExp(`'${key}': '?([^',}]*)`).exec(cell)?.[1] ?? '';
}

const MONTHS: Readonly<Record<string, number>> = { 'de mayo de': 5, 'may.': 5, مايو: 5, Mayıs: 5 };
function worded(cell: string): number {
  const plain = cell.replace(/[٠-٩]/g, (digit) => String((digit.codePointAt(0) ?? 0) - 0x660));
  const [, day = '', month = '', year = '', clock = ''] = /^(\d+) (.+?) (\d{4})[،,]? (\d+:\d+:\d+)$/.exec(plain) ?? [];
  return utc(`${year}-0${MONTHS[month] ?? 0}-${day} ${clock}`);
}
const EDT = (cell = ''): number => utc(cell.replace(' EDT', '')) + 4 * HOUR;
const byDay = (cell: string): number => utc(cell.replace(/^(\d\d)\/(\d\d)\/(\d{4})/, '$3-$2-$1'));

export const COUNTS: Readonly<Record<string, (bytes: Buffer) => Count>> = {
  'cases/4cat-any.csv': columns('unix_timestamp', 'author', 'body', unix),
  'cases/4cat-telegram.csv': flagged('unix_timestamp', 'author', 'body', 'author_forwarded_from_id', unix),
  'cases/apify-instagram.csv': columns('timestamp', 'ownerUsername', 'caption', iso),
  'cases/apify-x-flat.csv': columns('createdAt', 'author/id', 'fullText', iso),
  'cases/bright-data.csv': columns('date_posted', 'user_id', 'description', iso),
  'cases/bytes.csv': table((row) => ({
    time: utc(row['created_at']),
    account: row['user'] ?? '',
    text: pythonBytes(row['text'] ?? ''),
  })),
  'cases/code-points.csv': table((row) => ({
    time: utc(row['created_at']),
    account: row['username'] ?? '',
    text: (row['text'] ?? '').replace(/<U\+(....)>/g, (_, hex: string) =>
      String.fromCodePoint(Number.parseInt(hex, 16)),
    ),
  })),
  'cases/chat-in-brackets.csv': matches(
    /^\[(\d\d)\.(\d\d)\.(\d\d), ([\d:]+)\] ([^:]+): (.*)$/gm,
    ([, day, month, year, clock, name, text]) => ({
      time: utc(`20${year}-${month}-${day} ${clock}`),
      account: name ?? '',
      text: text ?? '',
    }),
  ),
  'cases/counts-of-hashtags.csv': columns('UTC', 'Screen Name', 'Text', iso),
  'cases/date-parts.csv': table((row) => ({
    time: Date.UTC(
      Number(row['year']),
      Number(row['month']) - 1,
      Number(row['day']),
      Number(row['hour']),
      Number(row['minute']),
    ),
    account: row['username'] ?? '',
    text: row['text'] ?? '',
  })),
  'cases/date-parts-with-clock.csv': table((row) => ({
    time: iso(`${row['Day']} ${row['Month']} ${row['Year']} ${row['Time']} GMT`),
    account: row['Username'] ?? '',
    text: row['Tweet'] ?? '',
  })),
  'cases/dates-in-thai.csv': columns('วันที่', 'ผู้ใช้', 'ข้อความ', (cell) => {
    const [, day, year, clock] = /^(\d+)(?: พ\.ค\. |\/05\/)(\d{4}) (.*)$/.exec(cell) ?? [];
    return utc(`${Number(year) - 543}-05-${day?.padStart(2, '0')} ${clock}`);
  }),
  'cases/ids-through-floats.csv': columns('created_at', 'username', 'text', (cell) => utc(cell) - 2 * HOUR),
  'cases/kind-and-hashtags-by-their-words.csv': table((row) => ({
    time: utc(row['date']),
    account: row['user'] ?? '',
    text: row['text'] ?? '',
    retweet: row['Type of tweet'] === 'Retweet',
    tags: (row['Hashtags used'] ?? '')
      .split(';')
      .filter((tag) => tag !== '')
      .map((tag) => tag.slice(1)),
  })),
  'cases/line-ends-in-letters.csv': table((row) => ({
    time: utc(row['created_at']),
    account: row['username'] ?? '',
    text: (row['text'] ?? '').replaceAll(String.raw`\n`, '\n'),
  })),
  'cases/moments-in-thousands.csv': columns('timestamp', 'username', 'text', (cell) =>
    Number(cell.replaceAll(',', '')),
  ),
  'cases/one-account-rounded.csv': columns('created_at', 'username', 'text'),
  'cases/persian-years-last.csv': columns('date', 'username', 'text', (cell) => {
    // 1 Ordibehesht 1400 was 21 April 2021.
    const [, day, clock] = /^(\d\d)\/02\/1400 (.*)$/.exec(cell) ?? [];
    return utc(`2021-04-21 ${clock}`) + (Number(day) - 1) * 24 * HOUR;
  }),
  'cases/retweeted-beside-its-count.csv': table((row) => ({
    time: utc(row['date']),
    account: row['user'] ?? '',
    text: row['text'] ?? '',
    retweet: row['retweeted'] === 'True',
  })),
  'cases/row-names.csv': matches(/^"\d+" "x\d+" "([^"]+)" "([^"]+)" "(.*)"$/gm, ([, time, account, text]) => ({
    time: utc(time),
    account: account ?? '',
    text: text ?? '',
  })),
  'cases/scweet.csv': columns('Timestamp', 'UserName', 'Embedded_text', iso),
  'cases/table-in-html.csv': matches(
    /<td nowrap>([^<]*)<\/td><td><a[^>]*>([^<]*)<\/a><\/td><td>(.*)<\/td><\/tr>/g,
    ([, time, account, text]) => ({
      time: utc(time),
      account: account ?? '',
      text: (text ?? '').replaceAll('<br/>', ' '),
    }),
  ),
  'cases/text-by-its-values.csv': columns('Date', 'Author', 'Snippet'),
  'cases/texts-last-without-quotes.csv': matches(/^\d+,([^,]*),([^,]*),(.*)$/gm, ([, time, account, text]) => ({
    time: utc(time),
    account: account ?? '',
    text: text ?? '',
  })),
  'cases/columns-in-japanese.csv': columns('投稿日時', 'ユーザー名', '本文', (cell) => utc(cell.replaceAll('/', '-'))),
  'cases/constant-account.csv': columns('created_at', 'username', 'text', iso),
  'cases/coordination-network-toolkit.csv': flagged('timestamp', 'user_id', 'message', 'repost_id', unix),
  'cases/coortweet.csv': columns('timestamp_share', 'account_id', 'object_id', unix),
  'cases/created-of-the-account.csv': columns('date', 'username', 'content', iso),
  'cases/crowdtangle-instagram.csv': columns('Post Created', 'User Name', 'Description', EDT),
  'cases/crowdtangle.csv': columns('Post Created', 'Facebook Id', 'Message', EDT),
  'cases/dates-as-handles.csv': columns('created_at', 'handle', 'text', iso),
  'cases/dates-in-arabic.csv': columns('date', 'username', 'text', worded),
  'cases/dates-in-korean.csv': columns('작성일시', '아이디', '본문', (cell) => {
    const [, year, month, day, hour, minute, second] =
      /^(\d+)년 (\d+)월 (\d+)일 오후 (\d+)시 (\d+)분 (\d+)초$/.exec(cell)?.map(Number) ?? [];
    return Date.UTC(year ?? 0, (month ?? 0) - 1, day, (hour ?? 0) + 12, minute, second);
  }),
  'cases/dates-in-spanish.csv': table(
    (row) => ({ time: worded(row['fecha'] ?? ''), account: row['usuario'] ?? '', text: row['texto'] ?? '' }),
    { delimiter: ';' },
  ),
  'cases/dates-in-turkish.csv': columns('tarih', 'kullanıcı_adı', 'tweet_metni', worded),
  'cases/dates-with-zones.csv': columns('created', 'user', 'message', EDT),
  'cases/day-order-by-span.csv': columns('date', 'username', 'text', byDay),
  'cases/days-beside-seconds.csv': columns('epoch_s', 'username', 'text', unix),
  'cases/display-names-as-user.csv': table(
    (row) => ({
      time: iso(row['timestamp']),
      account: (row['href'] ?? '').split('/')[1] ?? '',
      text: row['text'] ?? '',
    }),
    { delimiter: '\t' },
  ),
  'cases/escapes.csv': table((row) => ({
    time: utc(row['created_at']),
    account: row['username'] ?? '',
    text: String(JSON.parse(`"${row['text'] ?? ''}"`)),
  })),
  'cases/handles-in-addresses.csv': table(
    (row) => ({
      time: iso(row['date']),
      account: (row['permalink'] ?? '').split('/')[3] ?? '',
      text: row['text'] ?? '',
    }),
    { delimiter: ';' },
  ),
  'cases/hebrew.csv': table(
    (row) => ({ time: utc(row['created_at']), account: row['username'] ?? '', text: row['text'] ?? '' }),
    { encoding: 'windows-1255' },
  ),
  'cases/html.csv': table((row) => ({
    time: utc(row['created_at']),
    account: row['username'] ?? '',
    text: (row['text'] ?? '').replaceAll('&#64;', '@').replaceAll('&#35;', '#').replaceAll('<br>', ' '),
  })),
  'cases/ids-partly-rounded.csv': columns('created_at', 'username', 'text', iso),
  'cases/json-in-cells.csv': table((row) => ({
    time: utc((/'(.*)\.0*'/.exec(row['created_at'] ?? '') ?? [])[1]),
    account: string(JSON.parse(row['user'] ?? ''), 'id'),
    text: row['text'] ?? '',
  })),
  'cases/json-strings.csv': table((row) => ({
    time: iso(row['created_at']),
    account: row['author_id'] ?? '',
    text: String(JSON.parse(row['text'] ?? '')),
  })),
  'cases/meta-content-library.csv': columns('creation_time', 'post_owner.id', 'text', iso),
  'cases/no-header-numbered.csv': table(
    (row) => ({ time: iso(row['time']), account: row['handle'] ?? '', text: row['text'] ?? '' }),
    { header: 'id,time,handle,text\n' },
  ),
  'cases/one-round-id.csv': columns('created_at', 'username', 'text', iso),
  'cases/python-dicts.csv': table((row) => ({
    time: iso(row['created_at']),
    account: inDict(row['user'] ?? '', 'id_str'),
    text: row['text'] ?? '',
  })),
  'cases/python-objects.csv': table((row) => ({
    time: iso((/'(.*?)'/.exec(row['date'] ?? '') ?? [])[1]),
    account: (/id=(\d+)/.exec(row['author'] ?? '') ?? [])[1] ?? '',
    text: row['tweet'] ?? '',
  })),
  'cases/record-ids.csv': columns('created_at', 'username', 'text', iso),
  'cases/reddit-table.csv': columns('created_utc', 'author', 'title', unix),
  'cases/repost-ids.csv': flagged('created_at', 'user_id', 'content', 'reblog_of_id', iso),
  'cases/reposts.csv': flagged('created_at', 'user_id', 'content', 'is_reblog', iso),
  'cases/second-account-id.csv': columns('created_at', 'user_id', 'text', iso),
  'cases/spreadsheet-days.csv': table(
    (row) => ({
      time: Math.round((Number((row['created_at'] ?? '').replace(',', '.')) - 25_569) * 86_400) * 1000,
      account: row['username'] ?? '',
      text: row['text'] ?? '',
    }),
    { delimiter: ';' },
  ),
  'cases/tiktok-research.csv': columns('create_time', 'username', 'video_description', unix),
  'cases/time-beside-others.csv': columns('date', 'user', 'text'),
  'cases/time-by-its-values.csv': columns('Posted When', 'username', 'text'),
  'cases/two-ids.csv': columns('created_at', 'username', 'text', iso),
  'cases/two-times-alike.csv': columns('created_at', 'username', 'text'),
  'cases/weibo.csv': table((row) => ({
    time: utc((row['发布时间'] ?? '').replace(/年|月/g, '-').replace('日', '')),
    account: row['用户id'] ?? '',
    text: row['微博正文'] ?? '',
    tags: [(row['微博正文'] ?? '').split('#')[1] ?? ''],
  })),
  'cases/youtube-data-tools.csv': columns('publishedAt', 'authorChannelId', 'text', iso),
  'cases/zone-by-each-id.csv': table((row, index) => ({
    time: utc(row['date']) - (index < 4 ? 2 : 1) * HOUR,
    account: row['username'] ?? '',
    text: row['text'] ?? '',
  })),
  'cases/zone-by-ids.csv': columns('date', 'username', 'text', (cell) => utc(cell) - 5.5 * HOUR),
  'cases/zone-in-a-column.csv': columns('date', 'username', 'text', (cell) => utc(cell) - 5.5 * HOUR),
  'cases/zone-wrongly-stated.csv': columns('date', 'username', 'text', (cell) => iso(cell) - HOUR),
  'json-cases/apify-x.json': keys('', 'createdAt', 'author.id', 'fullText'),
  'json-cases/elastic-hits.json': json('hits.hits', (hit) => ({
    time: iso(string(hit, '_source.created_at')),
    account: string(hit, '_source.user.id_str'),
    text: string(hit, '_source.text'),
  })),
  'json-cases/elastic-search.jsonl': keys('lines', '_source.created_at', '_source.user.id_str', '_source.text'),
  'json-cases/mongo-export.jsonl': json('lines', (post) => ({
    time: Number(at(post, 'created_at.$date.$numberLong') ?? iso(string(post, 'created_at.$date'))),
    account: string(post, 'username'),
    text: string(post, 'text'),
  })),
  'json-cases/bluesky-records.jsonl': json('lines', (record) =>
    string(record, 'value.$type').endsWith('.post')
      ? {
          time: iso(string(record, 'value.createdAt')),
          account: string(record, 'uri').split('/')[2] ?? '',
          text: string(record, 'value.text'),
        }
      : undefined,
  ),
  'json-cases/envelope-by-another-name.json': keys('', 'thread.published_on', 'thread.username', 'thread.text', unix),
  'json-cases/nostr.jsonl': json('lines', (event) =>
    at(event, 'kind') === 1
      ? { time: unix(string(event, 'created_at')), account: string(event, 'pubkey'), text: string(event, 'content') }
      : undefined,
  ),
  'json-cases/outbox.json': json('orderedItems', (item) => ({
    time: iso(string(item, 'published')),
    account: string(item, 'actor'),
    text: string(item, 'object.content').replace(/<[^>]*>/g, ''),
    retweet: at(item, 'type') === 'Announce',
  })),
  'json-cases/posts-in-posts.json': keys(
    'hits.hits',
    '_source.tweet.created_at',
    '_source.user.screen_name',
    '_source.tweet.text',
  ),
  'json-cases/solr.json': keys('response.docs', 'created_at_dt', 'user_screen_name_s', 'text_t'),
  'json-cases/page-of-lines.json': keys('posts', 'created_at', 'user.id_str', 'text'),
  'json-cases/pandas-columns.json': frame((value, row) => [
    string(value, `created_at.${row}`),
    string(value, `username.${row}`),
    string(value, `text.${row}`),
  ]),
  'json-cases/pandas-index.json': frame((value, row) => [
    string(value, `${row}.created_at`),
    string(value, `${row}.username`),
    string(value, `${row}.text`),
  ]),
  'json-cases/pandas-split.json': frame((value, row) => [
    string(value, `data.${row}.0`),
    string(value, `data.${row}.1`),
    string(value, `data.${row}.2`),
  ]),
  'json-cases/pretty-with-whole-lines.json': json('statuses', (post) => ({
    time: iso(string(post, 'created_at')),
    account: string(post, 'user.id_str'),
    text: string(post, 'text'),
    tags: ['lanterns'],
  })),
  'json-cases/reddit.jsonl': keys('lines', 'created_utc', 'author', 'title', unix),
  'json-cases/telegram-desktop.json': json('messages', (message) =>
    at(message, 'type') === 'message'
      ? {
          time: unix(string(message, 'date_unixtime')),
          account: string(message, 'from_id'),
          text: [at(message, 'text')]
            .flat()
            .map((part) => (typeof part === 'string' ? part : string(part, 'text')))
            .join(''),
          retweet: at(message, 'forwarded_from') !== undefined,
        }
      : undefined,
  ),
  'json-cases/telethon.jsonl': keys('lines', 'date', 'from_id.user_id', 'message', iso, 'fwd_from'),
  'json-cases/tiktok-apify.json': keys('', 'createTimeISO', 'authorMeta.id', 'text'),
  'json-cases/tiktok-research-page.json': keys('data.videos', 'create_time', 'username', 'video_description', unix),
  'json-cases/twitterapi-io.json': keys('tweets', 'createdAt', 'author.id', 'fullText'),
  'json-cases/twscrape.jsonl': keys('lines', 'date', 'user.id_str', 'rawContent'),
  'json-cases/youtube-api.json': json('items', (item) => ({
    time: iso(string(item, 'snippet.topLevelComment.snippet.publishedAt')),
    account: string(item, 'snippet.topLevelComment.snippet.authorChannelId.value'),
    text: string(item, 'snippet.topLevelComment.snippet.textOriginal'),
  })),
  'json-cases/zeeschuimer-instagram.jsonl': keys('lines', 'data.taken_at', 'data.user.pk', 'data.caption.text', unix),
  'json-cases/zeeschuimer-x-old.jsonl': keys('lines', 'data.created_at', 'data.user.id_str', 'data.full_text'),
  'json-cases/zeeschuimer-tiktok.jsonl': keys('lines', 'data.createTime', 'data.author.id', 'data.desc', unix),
};

/** The count of a sample by its name, as `cases/reposts.csv`. */
export function countOf(name: string): Count {
  const bytes = readFileSync(join(import.meta.dirname, name));
  const counter = COUNTS[name];
  if (!counter) throw new Error(`nothing counts ${name}`);
  return counter(bytes);
}
