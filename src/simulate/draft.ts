import type { Account, Post, PostKind } from '../documents/post.js';
import type { Person } from './people.js';
import { snowflake } from './platform-ids.js';
import type { Random } from './random.js';

/** A simulated post: all fields of `Post`, and those that only a platform release has. */
export interface SimulatedPost extends Post {
  readonly id: string;
  /** The column `tweet_language` of a release. */
  readonly language: string;
  /** Id of the author of the retweeted post. */
  readonly retweetedAccountId?: string;
  /** Id of the quoted post. */
  readonly quotedId?: string;
}

/** A post that can be retweeted, quoted or answered. */
export interface Target {
  id: string;
  readonly account: Account;
  readonly time: number;
  readonly text: string;
  readonly tags: readonly string[];
  readonly links: readonly string[];
}

/** An unfinished post: its text and its reference may be set after its time. */
export interface Draft extends Target {
  readonly by: Person;
  readonly kind: PostKind;
  text: string;
  tags: readonly string[];
  links: readonly string[];
  target?: Target;
}

export interface PostWording {
  readonly text: string;
  /** Without `#`, as written. */
  readonly tags: readonly string[];
  readonly links: readonly string[];
}

/**
 * Placeholder wording: the post to answer, quote or retweet is found later, in order of time (resolve-references.ts).
 */
export const PENDING_REFERENCE: PostWording = { text: '', tags: [], links: [] };

/** A post without an id; `finalizePosts` sets it. */
export function createDraft(by: Person, time: number, kind: PostKind, words: PostWording, target?: Target): Draft {
  const { text, tags, links } = words;
  return {
    id: '',
    account: by.account,
    by,
    time: Math.floor(time),
    kind,
    text,
    tags,
    links,
    ...(target === undefined ? {} : { target }),
  };
}

/** Turns drafts into posts in order of time, with increasing ids. */
export function finalizePosts(drafts: readonly Draft[], language: string, random: Random): SimulatedPost[] {
  const inOrder = drafts
    .map((written, ordinal) => ({ written, ordinal }))
    .sort((a, b) => a.written.time - b.written.time || a.ordinal - b.ordinal);
  let lastTime = -1;
  let low = 0;
  for (const { written } of inOrder) {
    // From the lower half of the 22 bits, so that later posts of the same millisecond can count upwards.
    low = written.time === lastTime ? low + 1 : random.whole(0, 0x1fffff);
    lastTime = written.time;
    written.id = snowflake(written.time, low);
  }
  return inOrder.map(({ written }, row) => post(written, language, row));
}

function post(
  { id, account, by, time, text, kind, tags, links, target }: Draft,
  language: string,
  row: number,
): SimulatedPost {
  return {
    id,
    account,
    time,
    text,
    kind,
    ...(target === undefined ? {} : reference(kind, target)),
    hashtags: [...new Set(tags.map((tag) => tag.toLowerCase()))],
    links,
    client: by.client,
    input: 0,
    // Line 1 is the header; no text contains a line break.
    line: row + 2,
    language,
  };
}

function reference(kind: PostKind, { id, account }: Target): Partial<SimulatedPost> {
  switch (kind) {
    case 'retweet':
      return { retweetedId: id, retweetedHandle: account.handle, retweetedAccountId: account.id };
    case 'reply':
      return { repliedId: id, repliedTo: account.id };
    case 'quote':
      return { quotedId: id };
    case 'original':
      return {};
  }
}
