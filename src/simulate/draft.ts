import type { Account, Post, PostKind } from '../documents/post.js';
import type { Person } from './people.js';
import { snowflake } from './platform-ids.js';
import type { Random } from './random.js';

/** A post as a simulation writes it: everything that `Post` has, and what a release states beside it. */
export interface SimulatedPost extends Post {
  readonly id: string;
  /** As the release's `tweet_language`. */
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

/** A post in the making: what it says and refers to is settled after its moment. */
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

/** What is to be answered, quoted or retweeted is found later, in order of time (conversation.ts). */
export const PENDING_REFERENCE: PostWording = { text: '', tags: [], links: [] };

/** A post without an id and references; `finalizePosts` fills them in. */
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

/** Drafts in order of time, with ids that grow with it. */
export function finalizePosts(drafts: readonly Draft[], language: string, random: Random): SimulatedPost[] {
  const inOrder = drafts
    .map((written, ordinal) => ({ written, ordinal }))
    .sort((a, b) => a.written.time - b.written.time || a.ordinal - b.ordinal);
  let lastTime = -1;
  let low = 0;
  for (const { written } of inOrder) {
    // The lower half of the 22 bits, so that the posts of one millisecond can count upwards from there.
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
    // The first line is the header's; no text holds a line break.
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
