import type { Label } from '../documents/evaluation.js';
import { csvTable } from '../text/csv.js';
import type { SimulatedPost } from './draft.js';

export interface SimulatedCsvOptions {
  /** Resolution of times; the platform's releases use minutes. Default: seconds. */
  readonly resolution?: 'second' | 'minute';
  /** Whether there is a column of creation dates. Default: true. */
  readonly creationDates?: boolean;
}

type Column = readonly [name: string, cell: (post: SimulatedPost, resolution: 'second' | 'minute') => string];

/**
 * The columns of the platform's information-operations releases that a simulation can fill, with the same names and
 * order.
 */
const COLUMNS: readonly Column[] = [
  ['tweetid', ({ id }) => id],
  ['userid', ({ account }) => account.id],
  ['user_display_name', ({ account }) => account.displayName],
  ['user_screen_name', ({ account }) => account.handle],
  [
    'account_creation_date',
    ({ account }, resolution) => (account.created === undefined ? '' : formatTime(account.created.from, resolution)),
  ],
  ['tweet_language', ({ language }) => language],
  ['tweet_text', ({ text }) => text],
  ['tweet_time', ({ time }, resolution) => formatTime(time, resolution)],
  ['tweet_client_name', ({ client }) => client],
  ['in_reply_to_userid', ({ repliedTo }) => repliedTo ?? ''],
  ['in_reply_to_tweetid', ({ repliedId }) => repliedId ?? ''],
  ['quoted_tweet_tweetid', ({ quotedId }) => quotedId ?? ''],
  ['is_retweet', ({ kind }) => String(kind === 'retweet')],
  ['retweet_userid', ({ retweetedAccountId }) => retweetedAccountId ?? ''],
  ['retweet_tweetid', ({ retweetedId }) => retweetedId ?? ''],
  ['hashtags', ({ hashtags }) => formatList(hashtags)],
  ['urls', ({ links }) => formatList(links)],
];

/**
 * `2014-03-01 12:04:31`, UTC. Taken from the ISO form: date-fns takes four times as long, and each post has two times.
 */
function formatTime(time: number, resolution: 'second' | 'minute'): string {
  return new Date(time)
    .toISOString()
    .slice(0, resolution === 'minute' ? 16 : 19)
    .replace('T', ' ');
}

const formatList = (items: readonly string[]): string => `[${items.join(', ')}]`;

/** The posts as CSV with a header, one row for each post, in the given order. */
export function toCsv(
  posts: readonly SimulatedPost[],
  { resolution = 'second', creationDates = true }: SimulatedCsvOptions = {},
): string {
  const columns = COLUMNS.filter(([name]) => creationDates || name !== 'account_creation_date').map(
    ([name, cell]) => [name, (post: SimulatedPost) => cell(post, resolution)] as const,
  );
  return [...csvTable(columns, posts)].join('');
}

/** `userid,label`, sorted by id as text. */
export function labelsCsv(labels: ReadonlyMap<string, Label>): string {
  const rows = [...labels].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const columns = [
    ['userid', ([id]: readonly [string, Label]) => id],
    ['label', ([, label]: readonly [string, Label]) => label],
  ] as const;
  return [...csvTable(columns, rows)].join('');
}
