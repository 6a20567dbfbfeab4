/** Makes a copy of a result without names, from which all outputs are made. */

import type { Evidence } from '../documents/evidence.js';
import type { ColumnMap } from '../documents/options.js';
import type { ReportData, PostVerdict, ShownPost, Tie } from '../documents/report-data.js';
import type { AccountResult, GroupResult, Input, Result, SharedItem } from '../documents/result.js';
import { cutText } from '../text/format.js';
import { Pseudonyms } from './pseudonyms.js';
import { applyRules, keepValue, type FieldRules } from './rules.js';

type Profile = NonNullable<Result['profiles']>[number];

const INPUT: FieldRules<Input> = {
  path,
  sha256: keepValue,
  bytes: keepValue,
  format: keepValue,
  platform: keepValue,
  rows: keepValue,
  posts: keepValue,
  skipped: keepValue,
  skippedAt: keepValue,
  numbered: keepValue,
  columns: (columns, names) =>
    Object.fromEntries(Object.entries(columns).map(([field, column]) => [field, names.text(column)])),
  // Only shown by `inspect`, which does not use pseudonyms.
  reading: keepValue,
  notes: sentences,
};

const PROFILE: FieldRules<Profile> = { path, sha256: keepValue, bytes: keepValue, accounts: keepValue };

const EVIDENCE: FieldRules<Evidence> = {
  signal: keepValue,
  family: keepValue,
  weight: keepValue,
  p: keepValue,
  value: keepValue,
  expected: keepValue,
  accounts: keepValue,
  others: keepValue,
  gapSeconds: keepValue,
  identical: keepValue,
  similarity: keepValue,
  column: (column, names) => names.text(column),
  // Replaced by `withoutNames`, together with the sentence that quotes it.
  item: keepValue,
  with: (matches, names) =>
    matches.map(({ account, post, ownPost }) => ({
      account: names.id(account),
      post: names.post(post),
      ownPost: names.post(ownPost),
    })),
  says: keepValue,
  posts: (posts, names) => posts.map((id) => names.post(id)),
};

const ACCOUNT: FieldRules<AccountResult> = {
  id: (id, names) => names.id(id),
  handle: (handle, names) => names.handle(handle),
  displayName: (name, names) => names.displayName(name),
  // The address contains the account's name.
  url: () => null,
  verdict: keepValue,
  reason: keepValue,
  score: keepValue,
  q: keepValue,
  createdAt: keepValue,
  createdAtFrom: keepValue,
  createdAtTo: keepValue,
  createdAtSource: keepValue,
  posts: keepValue,
  mostInTenMinutes: keepValue,
  group: keepValue,
  evidence: (evidence, names) => evidence.map((each) => applyRules(withoutNames(each, names), EVIDENCE, names)),
};

const SHARED: FieldRules<SharedItem> = {
  // Replaced in `GROUP`, according to its kind.
  example: keepValue,
  account: (id, names) => names.id(id),
  post: (id, names) => names.post(id),
  kind: keepValue,
  column: (column, names) => names.text(column),
  accounts: keepValue,
  posts: keepValue,
  others: keepValue,
  from: keepValue,
  to: keepValue,
};

const GROUP: FieldRules<GroupResult> = {
  accounts: (ids, names) => ids.map((id) => names.id(id)).sort(compare),
  says: (says, names) => names.prose(says),
  shared: (shared, names) =>
    shared.map((item) =>
      applyRules({ ...item, example: itemOf(item.kind === 'object', item.example, names) }, SHARED, names),
    ),
  id: keepValue,
  coordinated: keepValue,
  kind: keepValue,
  alsoExplainedBy: keepValue,
  ties: keepValue,
  objects: (objects, names) => objects.map(({ name, items }) => ({ name: names.text(name), items })),
  posts: keepValue,
  from: keepValue,
  to: keepValue,
  busiest: keepValue,
  creation: keepValue,
};

const RESULT: FieldRules<Result> = {
  inputs: (inputs, names) => inputs.map((input) => applyRules(input, INPUT, names)),
  profiles: (profiles, names) => profiles.map((profile) => applyRules(profile, PROFILE, names)),
  options: (options, names) => ({
    ...options,
    map: options.map && columnMap(options.map, names),
    sheet: options.sheet === null ? null : names.text(options.sheet),
    records: options.records === null ? null : names.text(options.records),
    users: options.users?.map((file) => path(file, names)) ?? null,
    pseudonymized: true,
  }),
  summary: (summary, names) => ({ ...summary, cautions: sentences(summary.cautions, names) }),
  accounts: (accounts, names) =>
    accounts
      .map((account) => applyRules(account, ACCOUNT, names))
      .sort((a, b) => b.score - a.score || compare(a.id, b.id)),
  groups: (groups, names) => groups.map((group) => applyRules(group, GROUP, names)),
  dump: (dump, names) => ({
    ...dump,
    hashtags: dump.hashtags.map(({ tag, posts }) => ({ tag: names.hashtag(tag), posts })),
  }),
  // Figures and times.
  schemaVersion: keepValue,
  tool: keepValue,
  timeline: keepValue,
  traffic: keepValue,
  trend: keepValue,
};

const SHOWN_POST: FieldRules<ShownPost> = {
  id: (id, names) => names.post(id),
  account: (id, names) => names.id(id),
  text: (text, names) => (text === null ? null : names.text(text)),
  verdict: keepValue,
  time: keepValue,
  retweet: keepValue,
};

const POST_VERDICT: FieldRules<PostVerdict> = {
  id: (id, names) => names.post(id),
  account: (id, names) => names.id(id),
  handle: (handle, names) => names.handle(handle),
  time: keepValue,
  retweet: keepValue,
  verdict: keepValue,
  score: keepValue,
  // Left out: searching the platform for the text would find the author.
  text: () => null,
  url: () => null,
};

/** The pseudonyms for a result: for its accounts, with the hashtags that it is about. */
export function pseudonymsOf({ accounts, dump, options, groups }: Result, key: string): Pseudonyms {
  const everywhere = dump.hashtags.flatMap(({ tag, posts }) => (posts === dump.posts ? [tag] : []));
  const columns = [
    ...accounts.flatMap(({ evidence }) => evidence.map(({ column }) => column)),
    ...groups.flatMap(({ objects = [] }) => objects.map(({ name }) => name)),
  ];
  return new Pseudonyms(key, accounts, {
    studied: options.hashtag === null ? everywhere : [options.hashtag, ...everywhere],
    columns: new Set(columns.filter((column) => column !== undefined)),
  });
}

/** A copy of the result with pseudonyms for all names, handles, ids and addresses of accounts. */
export function pseudonymizeResult(result: Result, names: Pseudonyms): Result {
  return applyRules(result, RESULT, names);
}

/**
 * A copy of the additional data in reports, with the same pseudonyms. Sorted again, so that the order does not reveal
 * real names.
 */
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

/** The same for posts, in batches. */
export async function* pseudonymizePosts(
  batches: AsyncIterable<readonly PostVerdict[]>,
  names: Pseudonyms,
): AsyncGenerator<PostVerdict[]> {
  for await (const batch of batches) yield batch.map((post) => applyRules(post, POST_VERDICT, names));
}

/** Puts the smaller id first, as in the original. */
function turned(tie: Tie): Tie {
  return tie.source < tie.target ? tie : { ...tie, source: tie.target, target: tie.source };
}

/**
 * Replaces names in evidence. The shared item at the end of the sentence, with or without quotation marks, is
 * replaced as a whole, so that no name is cut in half.
 */
function withoutNames({ item, says, ...evidence }: Evidence, names: Pseudonyms): Evidence {
  if (item === null) return { ...evidence, item, says: names.quoting(says) };
  const hidden = itemOf(evidence.column !== undefined, item, names);
  const shown = cutText(item);
  const at = says.lastIndexOf(shown);
  return {
    ...evidence,
    item: hidden,
    says:
      at < 0
        ? names.quoting(says)
        : `${names.withoutColumns(says.slice(0, at))}${cutText(hidden)}${says.slice(at + shown.length)}`,
  };
}

/** The value of an object may be just a name; all other items are texts. */
function itemOf(isObject: boolean, item: string, names: Pseudonyms): string {
  return isObject ? names.label(item) : names.text(item);
}

/** A file may have the name of an account; its extension is kept. */
function path(file: string, names: Pseudonyms): string {
  const [, folders = '', name = file, endings = ''] = /^(.*[/\\])?(.*?)((?:\.[a-z]\w{0,9}){0,2})$/su.exec(file) ?? [];
  return `${names.text(folders)}${names.label(name)}${endings}`;
}

function columnMap(map: ColumnMap, names: Pseudonyms): ColumnMap {
  return Object.fromEntries(
    Object.entries(map).map(([field, columns]) => [
      field,
      typeof columns === 'string' ? names.text(columns) : columns.map((column) => names.text(column)),
    ]),
  );
}

function sentences(texts: readonly string[], names: Pseudonyms): string[] {
  return texts.map((text) => names.prose(text));
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
