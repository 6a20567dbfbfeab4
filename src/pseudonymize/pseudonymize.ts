/** A result without names: what every output shows is made from it. */

import type { Evidence } from '../evidence.js';
import type { Exhibits, PostVerdict, ShownPost, Tie } from '../exhibits.js';
import type { AccountResult, GroupResult, Input, Result, SharedItem } from '../result.js';
import type { Pseudonyms } from './pseudonyms.js';
import { applied, kept, type Rules } from './rules.js';

type Profile = NonNullable<Result['profiles']>[number];

const INPUT: Rules<Input> = {
  path, sha256: kept, bytes: kept, format: kept, rows: kept, posts: kept, skipped: kept, skippedAt: kept, numbered: kept, columns: kept, reading: kept,
  notes: sentences,
};

const PROFILE: Rules<Profile> = { path, sha256: kept, bytes: kept, accounts: kept };

const EVIDENCE: Rules<Evidence> = {
  signal: kept, family: kept, weight: kept, p: kept,
  says: (says, names) => names.quoting(says),
  posts: (posts, names) => posts.map((id) => names.post(id)),
};

const ACCOUNT: Rules<AccountResult> = {
  id: (id, names) => names.id(id),
  handle: (handle, names) => names.handle(handle),
  displayName: (name, names) => names.displayName(name),
  verdict: kept, score: kept, q: kept, createdAt: kept, createdAtFrom: kept, createdAtTo: kept, createdAtSource: kept, posts: kept, mostInTenMinutes: kept, group: kept,
  evidence: (evidence, names) => evidence.map((each) => applied(each, EVIDENCE, names)),
};

const SHARED: Rules<SharedItem> = {
  example: (example, names) => names.text(example),
  kind: kept, accounts: kept, posts: kept, others: kept, from: kept, to: kept,
};

const GROUP: Rules<GroupResult> = {
  accounts: (ids, names) => ids.map((id) => names.id(id)).sort(compare),
  says: (says, names) => names.prose(says),
  shared: (shared, names) => shared.map((item) => applied(item, SHARED, names)),
  id: kept, ties: kept, posts: kept, from: kept, to: kept, busiest: kept, creation: kept,
};

const RESULT: Rules<Result> = {
  inputs: (inputs, names) => inputs.map((input) => applied(input, INPUT, names)),
  profiles: (profiles, names) => profiles.map((profile) => applied(profile, PROFILE, names)),
  options: (options, names) => ({ ...options, users: options.users?.map((file) => path(file, names)) ?? null, pseudonymized: true }),
  summary: (summary, names) => ({ ...summary, cautions: sentences(summary.cautions, names) }),
  accounts: (accounts, names) => accounts.map((account) => applied(account, ACCOUNT, names)).sort((a, b) => b.score - a.score || compare(a.id, b.id)),
  groups: (groups, names) => groups.map((group) => applied(group, GROUP, names)),
  // Hashtags are what is studied; the rest is figures and times.
  schemaVersion: kept, tool: kept, dump: kept, timeline: kept, traffic: kept, trend: kept,
};

const SHOWN_POST: Rules<ShownPost> = {
  id: (id, names) => names.post(id),
  account: (id, names) => names.id(id),
  text: (text, names) => (text === null ? null : names.text(text)),
  verdict: kept, time: kept, retweet: kept,
};

const POST_VERDICT: Rules<PostVerdict> = {
  id: (id, names) => names.post(id),
  account: (id, names) => names.id(id),
  handle: (handle, names) => names.handle(handle),
  time: kept, retweet: kept, verdict: kept, score: kept,
};

export function pseudonymizeResult(result: Result, names: Pseudonyms): Result {
  return applied(result, RESULT, names);
}

export function pseudonymizeExhibits({ posts, ties, places }: Exhibits, names: Pseudonyms): Exhibits {
  return {
    posts: posts.map((post) => applied(post, SHOWN_POST, names)),
    ties: ties.map((tie) => turned({ ...tie, source: names.id(tie.source), target: names.id(tie.target) })).sort((a, b) => b.weight - a.weight || compare(a.source, b.source) || compare(a.target, b.target) || compare(a.kind, b.kind)),
    places: places.map((place) => ({ ...place, account: names.id(place.account) })).sort((a, b) => compare(a.account, b.account)),
  };
}

export function* pseudonymizePosts(posts: Iterable<PostVerdict>, names: Pseudonyms): Generator<PostVerdict> {
  for (const post of posts) yield applied(post, POST_VERDICT, names);
}

/** The smaller id first, as it was before. */
function turned(tie: Tie): Tie {
  return tie.source < tie.target ? tie : { ...tie, source: tie.target, target: tie.source };
}

/** A file may be called like an account; its ending may not. */
function path(file: string, names: Pseudonyms): string {
  const [, name = file, endings = ''] = /^(.*?)((?:\.[a-z]\w{0,9}){0,2})$/su.exec(file) ?? [];
  return names.text(name) + endings;
}

function sentences(texts: readonly string[], names: Pseudonyms): string[] {
  return texts.map((text) => names.prose(text));
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
