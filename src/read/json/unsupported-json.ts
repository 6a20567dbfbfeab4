/** Recognises JSON that looks like posts but is not. */

import { TrendAuditError } from '../../errors.js';
import { compilePath, type Path } from './path.js';

interface Stranger {
  readonly lists: readonly Path[];
  readonly has: readonly Path[];
  /** None of these keys may be present. */
  readonly lacks?: readonly Path[];
  readonly what: string;
  readonly hint: string;
}

/** The text keys of posts. A flat post can have the other keys of a profile too. */
const TEXTS: readonly Path[] = ['text', 'full_text', 'content', 'body', 'message', 'caption'];

const GIVE_USERS = 'give it with --users, beside the dump that has the posts';

const STRANGERS: readonly Stranger[] = [
  {
    lists: ['data', ''],
    has: ['tweet_count', 'start', 'end'],
    what: 'tweet counts (how many posts there were in each hour or day)',
    hint: 'give the posts themselves: twarc2 search instead of twarc2 counts',
  },
  {
    lists: ['data', 'users', ''],
    has: ['id', 'username', 'name'],
    lacks: TEXTS,
    what: 'user profiles',
    hint: GIVE_USERS,
  },
  {
    lists: ['users', ''],
    has: ['id', 'screen_name', 'followers_count'],
    lacks: TEXTS,
    what: 'user profiles',
    hint: GIVE_USERS,
  },
  {
    lists: [''],
    has: ['account.accountId', 'account.username'],
    what: 'the profile of an archive’s owner',
    hint: 'give tweets.js, which lies beside it',
  },
  { lists: [''], has: ['like.tweetId'], what: 'likes', hint: 'give tweets.js, which lies beside it' },
  {
    lists: [''],
    has: ['dmConversation.conversationId'],
    what: 'private messages',
    hint: 'give tweets.js, which lies beside it',
  },
  {
    lists: [''],
    has: ['timestamp', 'data.post'],
    what: 'the posts of one account’s own archive of Facebook',
    hint: 'give a dump of many accounts’ posts: one alone cannot be compared with anybody',
  },
  {
    lists: [''],
    has: ['media.uri', 'media.creation_timestamp'],
    what: 'the posts of one account’s own archive of Instagram',
    hint: 'give a dump of many accounts’ posts: one alone cannot be compared with anybody',
  },
  { lists: ['data', ''], has: ['source_id', 'target_id'], what: 'who follows whom', hint: 'give a dump of posts' },
];

/** The error that names the content of values that are known not to be posts; undefined for other values. */
export function unsupportedJsonError(values: readonly unknown[], file: string): TrendAuditError | undefined {
  for (const { lists, has, lacks = [], what, hint } of STRANGERS) {
    const [there, missing] = [has.map(compilePath), lacks.map(compilePath)];
    const isOne = (record: unknown): boolean =>
      there.every((at) => at(record).length > 0) && missing.every((at) => at(record).length === 0);
    const found = lists.some((list) => values.some((value) => compilePath(list)(value).some(isOne)));
    if (found) return new TrendAuditError('not-posts', `holds ${what}, not posts`, { file, hint });
  }
  return undefined;
}
