/** A result without names: what every output shows is made from it. */

import type { Evidence } from '../documents/evidence.js';
import type { ReportData, PostVerdict, ShownPost, Tie } from '../documents/report-data.js';
import type { AccountResult, GroupResult, Input, Result, SharedItem } from '../documents/result.js';
import { cutText } from '../text/format.js';
import type { Pseudonyms } from './pseudonyms.js';
import { applyRules, keep, type FieldRules } from './rules.js';

type Profile = NonNullable<Result['profiles']>[number];

const INPUT: FieldRules<Input> = {
  path,
  sha256: keep,
  bytes: keep,
  format: keep,
  rows: keep,
  posts: keep,
  skipped: keep,
  skippedAt: keep,
  numbered: keep,
  columns: keep,
  reading: keep,
  notes: sentences,
};

const PROFILE: FieldRules<Profile> = { path, sha256: keep, bytes: keep, accounts: keep };

const EVIDENCE: FieldRules<Evidence> = {
  signal: keep,
  family: keep,
  weight: keep,
  p: keep,
  value: keep,
  expected: keep,
  accounts: keep,
  others: keep,
  gapSeconds: keep,
  identical: keep,
  similarity: keep,
  column: keep,
  item: (item, names) => (item === null ? null : names.text(item)),
  with: (matches, names) =>
    matches.map(({ account, post, ownPost }) => ({
      account: names.id(account),
      post: names.post(post),
      ownPost: names.post(ownPost),
    })),
  says: (says, names) => names.quoting(says),
  posts: (posts, names) => posts.map((id) => names.post(id)),
};

const ACCOUNT: FieldRules<AccountResult> = {
  id: (id, names) => names.id(id),
  handle: (handle, names) => names.handle(handle),
  displayName: (name, names) => names.displayName(name),
  // It names the account.
  url: () => null,
  verdict: keep,
  reason: keep,
  score: keep,
  q: keep,
  createdAt: keep,
  createdAtFrom: keep,
  createdAtTo: keep,
  createdAtSource: keep,
  posts: keep,
  mostInTenMinutes: keep,
  group: keep,
  evidence: (evidence, names) => evidence.map((each) => applyRules(withoutItem(each, names), EVIDENCE, names)),
};

const SHARED: FieldRules<SharedItem> = {
  example: (example, names) => names.text(example),
  account: (id, names) => names.id(id),
  post: (id, names) => names.post(id),
  kind: keep,
  column: keep,
  accounts: keep,
  posts: keep,
  others: keep,
  from: keep,
  to: keep,
};

const GROUP: FieldRules<GroupResult> = {
  accounts: (ids, names) => ids.map((id) => names.id(id)).sort(compare),
  says: (says, names) => names.prose(says),
  shared: (shared, names) => shared.map((item) => applyRules(item, SHARED, names)),
  id: keep,
  coordinated: keep,
  kind: keep,
  alsoExplainedBy: keep,
  ties: keep,
  objects: keep,
  posts: keep,
  from: keep,
  to: keep,
  busiest: keep,
  creation: keep,
};

const RESULT: FieldRules<Result> = {
  inputs: (inputs, names) => inputs.map((input) => applyRules(input, INPUT, names)),
  profiles: (profiles, names) => profiles.map((profile) => applyRules(profile, PROFILE, names)),
  options: (options, names) => ({
    ...options,
    users: options.users?.map((file) => path(file, names)) ?? null,
    pseudonymized: true,
  }),
  summary: (summary, names) => ({ ...summary, cautions: sentences(summary.cautions, names) }),
  accounts: (accounts, names) =>
    accounts
      .map((account) => applyRules(account, ACCOUNT, names))
      .sort((a, b) => b.score - a.score || compare(a.id, b.id)),
  groups: (groups, names) => groups.map((group) => applyRules(group, GROUP, names)),
  // Hashtags are what is studied; the rest is figures and times.
  schemaVersion: keep,
  tool: keep,
  dump: keep,
  timeline: keep,
  traffic: keep,
  trend: keep,
};

const SHOWN_POST: FieldRules<ShownPost> = {
  id: (id, names) => names.post(id),
  account: (id, names) => names.id(id),
  text: (text, names) => (text === null ? null : names.text(text)),
  verdict: keep,
  time: keep,
  retweet: keep,
};

const POST_VERDICT: FieldRules<PostVerdict> = {
  id: (id, names) => names.post(id),
  account: (id, names) => names.id(id),
  handle: (handle, names) => names.handle(handle),
  time: keep,
  retweet: keep,
  verdict: keep,
  score: keep,
  // Whoever searches the platform for its words finds its author.
  text: () => null,
  url: () => null,
};

export function pseudonymizeResult(result: Result, names: Pseudonyms): Result {
  return applyRules(result, RESULT, names);
}

export function pseudonymizeExhibits({ posts, ties, places }: ReportData, names: Pseudonyms): ReportData {
  return {
    posts: posts.map((post) => applyRules(post, SHOWN_POST, names)),
    ties: ties
      .map((tie) => turned({ ...tie, source: names.id(tie.source), target: names.id(tie.target) }))
      .sort(
        (a, b) =>
          b.weight - a.weight || compare(a.source, b.source) || compare(a.target, b.target) || compare(a.kind, b.kind),
      ),
    places: places
      .map((place) => ({ ...place, account: names.id(place.account) }))
      .sort((a, b) => compare(a.account, b.account)),
  };
}

/** The same of posts in batches. */
export async function* pseudonymizePosts(
  batches: AsyncIterable<readonly PostVerdict[]>,
  names: Pseudonyms,
): AsyncGenerator<PostVerdict[]> {
  for await (const batch of batches) yield batch.map((post) => applyRules(post, POST_VERDICT, names));
}

/** The smaller id first, as it was before. */
function turned(tie: Tie): Tie {
  return tie.source < tie.target ? tie : { ...tie, source: tie.target, target: tie.source };
}

/** A link or an account that is addressed stands in the sentence without quotation marks; an object has them. */
function withoutItem({ item, says, ...evidence }: Evidence, names: Pseudonyms): Evidence {
  return {
    ...evidence,
    item,
    says:
      item === null || evidence.column !== undefined
        ? says
        : says.replace(cutText(item), () => cutText(names.text(item))),
  };
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
