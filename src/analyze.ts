import { compose, type Findings } from './compose.js';
import { Intake } from './engine/intake.js';
import { joinProfiles } from './engine/join-profiles.js';
import { TrendAuditError } from './errors.js';
import { findCommunities } from './groups/communities.js';
import { type Group, nameGroups } from './groups/name.js';
import { actedRepeatedly } from './groups/occasions.js';
import { mostShared } from './groups/shared.js';
import { Collector } from './measure/collector.js';
import { measure } from './measure/measure.js';
import type { Measurements } from './measure/measurements.js';
import { type ReadAgain, readQuotes } from './measure/quotes.js';
import { type AnalysisInput, type AnalyzeOptions, checkOptions, compute } from './options.js';
import type { Post } from './post.js';
import { closestFew } from './read/closest.js';
import { gather } from './read/gather.js';
import { named } from './read/given.js';
import type { ProfileFile } from './read/read-profiles.js';
import type { Input, Result } from './result.js';
import { SIGNALS } from './signals/index.js';
import type { Quote } from './signals/says.js';
import type { PreparedSignal, Signal } from './signals/signal.js';
import { foldHashtag } from './text/hashtags.js';
import { cautions } from './verdict/cautions.js';
import { accountsWith, judge, type Judged, suspects, withhold } from './verdict/judge.js';
import { evidenceOf, type Reason, reasonsFor } from './verdict/reasons.js';
import { scoreOf } from './verdict/score.js';
import { exactly, settle, type Settled } from './verdict/settle.js';

/** In an error, for somebody who asked for another. */
const HASHTAGS_NAMED = 5;

/** One conversation, measured, with what each signal needs to know of it: everything that deciding it takes. */
export interface Measured {
  readonly measurements: Measurements;
  readonly signals: readonly { readonly signal: Signal; readonly prepared: PreparedSignal }[];
  readonly inputs: readonly Input[];
  /** The files of users that were joined. */
  readonly users?: readonly ProfileFile[];
  readonly options: AnalyzeOptions;
  readonly again: ReadAgain;
  /** Gives back what `again` needs. */
  readonly close: () => void;
}

/**
 * Reads inputs (paths of files and folders, `-` for standard input, streams of bytes, posts) as one conversation, and tells
 * who pushed it together: the document that `analyze --json` prints. Throws TrendAuditError for what a user can mend, the
 * reason of `options.signal` where it aborts (looked at while posts are read, and between the steps after that), and
 * what a given stream throws.
 */
export async function analyze(inputs: readonly AnalysisInput[], options: AnalyzeOptions = {}): Promise<Result> {
  checkOptions(options);
  const { findings, close } = await findOut(inputs, options);
  try {
    return await compute(options, () => compose(findings));
  } finally {
    close();
  }
}

/**
 * All that is told of a conversation, and the way back to its posts. What it was found by is let go, and with it half of
 * the memory, before a result is made of it.
 */
export async function findOut(inputs: readonly AnalysisInput[], options: AnalyzeOptions): Promise<Pick<Measured, 'again' | 'close'> & { readonly findings: Findings }> {
  const measured = await readAndMeasure(inputs, options);
  const { again, close } = measured;
  try {
    return { findings: await conclude(measured), again, close };
  } catch (error) {
    close();
    throw error;
  }
}

/** As `decide`, with the texts that the sentences quote, which are read again. */
export async function decideWithQuotes(measured: Measured, given?: Judgement): Promise<Result> {
  const findings = await conclude(measured, given);
  return compute(measured.options, () => compose(findings));
}

async function conclude(measured: Measured, given?: Judgement): Promise<Findings> {
  const { measurements, again, options } = measured;
  const judgement = given ?? (await compute(options, () => judgeAll(measured)));
  const { groups, quotables } = await compute(options, () => {
    const found = groupsOf(measured, judgement);
    const quoted = shownOf(judgement).flatMap((a) => judgement.reasons(a).flatMap(({ finding }) => ('example' in finding ? [finding.example] : [])));
    return { groups: found, quotables: [...quoted, ...found.flatMap(({ shared }) => shared)] };
  });
  const quote = await readQuotes(measurements, quotables, again);
  return compute(options, () => tell(measured, judgement, groups, quote));
}

/** The accounts whose reasons are shown. */
function shownOf({ judged }: Judgement): number[] {
  return accountsWith('coordinated', judged).concat(accountsWith('unclear', judged));
}

/** @param observe is shown every post, as it is read */
export async function readAndMeasure(given: readonly AnalysisInput[], options: AnalyzeOptions, observe?: (post: Post) => void): Promise<Measured> {
  const inputs: Input[] = [];
  const collector = new Collector();
  const intake = new Intake(collector, options, observe);
  try {
    const { onProgress: _, ...quietly } = options;
    const { dumps, profiles, users, notes } = await gather(named(given), quietly);
    for (const [number, dump] of dumps.entries()) inputs.push(await intake.read(dump, number, observe && profiles));
    const joined = profiles && !observe ? joinProfiles(collector, profiles) : new Map<number, string>();
    const noted = inputs.map((input, number) => ({ ...input, notes: [...input.notes, ...(joined.has(number) ? [joined.get(number) ?? ''] : []), ...(number === 0 ? notes : [])] }));
    if (collector.count === 0) throw nothingLeft(inputs, options, await hashtagsOf(given, options));
    tellStage(options, 'measuring', inputs, collector.count);
    const measurements = await compute(options, () => measure(collector));
    tellStage(options, 'deciding', inputs, measurements.posts.count);
    return {
      measurements,
      signals: await compute(options, () => SIGNALS.map((signal) => ({ signal, prepared: signal.prepare(measurements) }))),
      inputs: noted,
      users,
      options,
      again: intake.again(measurements),
      close: () => intake.close(),
    };
  } catch (error) {
    intake.close();
    throw error;
  }
}

/** What deciding takes where nothing is quoted. */
type Unread = Omit<Measured, 'again' | 'close'>;

/** What is found out of everybody, and at which step: what a result is composed of, and what explains it. */
export interface Judgement {
  readonly settled: Settled;
  /** As the tests alone have it, before names are withheld that lack occasions or reasons. */
  readonly tested: Judged;
  /** Without those who acted together once only. */
  readonly repeated: Judged;
  readonly judged: Judged;
  /** The accounts that count as flagged in what is said to the reader. */
  readonly suspected: readonly number[];
  readonly reasons: (account: number) => readonly Reason[];
}

/** Pure, and may be asked again with fewer signals, to see what they contribute. */
export function judgeAll({ measurements, signals }: Pick<Measured, 'measurements' | 'signals'>): Judgement {
  const settled = settle(signals, measurements);
  const tested = judge(settled);
  const repeated = withhold(tested, actedRepeatedly(measurements, accountsWith('coordinated', tested)));
  const suspected = suspects(repeated, settled);
  const flagged = exactly(suspected, measurements.accounts.count);
  const reasons = remembered((a) => reasonsFor(a, settled, tested, flagged));
  const judged = withhold(repeated, new Set(accountsWith('coordinated', repeated).filter((a) => ofTwoFamilies(reasons(a)))));
  return { settled, tested, repeated, judged, suspected, reasons };
}

/** The whole result; pure, as `judgeAll` is. Without `quote` the sentences quote nothing. */
export function decide(measured: Unread, judgement: Judgement = judgeAll(measured), quote: Quote = () => '…'): Result {
  return compose(tell(measured, judgement, groupsOf(measured, judgement), quote));
}

function groupsOf({ measurements, options }: Unread, { suspected }: Judgement): Group[] {
  return findCommunities(measurements, suspected, options.seed ?? 1).map((community) => ({ ...community, shared: mostShared(measurements, community.accounts) }));
}

function tell({ measurements, inputs, users = [], options }: Unread, judgement: Judgement, groups: readonly Group[], quote: Quote): Findings {
  const { settled, judged, reasons } = judgement;
  const { verdicts, q, expectedFalse } = judged;
  const { items: _items, tellingWording: _telling, ...columns } = measurements;
  const { wording: _wording, disguised: _disguised, ...posts } = measurements.posts;
  return {
    measurements: { ...columns, posts },
    judged: { verdicts, q, expectedFalse },
    scores: Float64Array.from(judged.verdicts, (verdict, a) => scoreOf(settled, verdict, a)),
    cautions: cautions(settled, judged),
    evidence: new Map(shownOf(judgement).map((a) => [a, evidenceOf(reasons(a), measurements, quote)])),
    groups: nameGroups(measurements, groups, quote),
    inputs,
    users,
    options,
  };
}

/** No name is printed as likely coordinated without reasons of two families that stand by themselves. */
function ofTwoFamilies(reasons: readonly Reason[]): boolean {
  return new Set(reasons.filter(({ signal }) => !BESIDE.has(signal)).map(({ family }) => family)).size >= 2;
}

const BESIDE: ReadonlySet<string> = new Set(SIGNALS.flatMap(({ name, onlyBeside }) => (onlyBeside ? [name] : [])));

/** `make`, asked once for each account. */
function remembered<Value>(make: (account: number) => Value): (account: number) => Value {
  const known = new Map<number, Value>();
  return (account) => {
    const value = known.get(account) ?? make(account);
    known.set(account, value);
    return value;
  };
}

/** Says what is done next, once everything is read. */
function tellStage({ onProgress, signal }: AnalyzeOptions, stage: string, inputs: readonly Input[], posts: number): void {
  signal?.throwIfAborted();
  const bytes = inputs.reduce((sum, input) => sum + input.bytes, 0);
  onProgress?.({ stage, bytesRead: bytes, bytesTotal: bytes, posts });
}

/** The hashtags of what was given, the most frequent first, where one was asked for that nobody uses; it is read once more for them. */
async function hashtagsOf(given: readonly AnalysisInput[], asked: AnalyzeOptions): Promise<string[]> {
  const { hashtag, onProgress: _, ...options } = asked;
  if (hashtag === undefined || given.some((each) => typeof each !== 'string' || each === '-')) return [];
  try {
    const { measurements, close } = await readAndMeasure(given, options);
    close();
    return measurements.hashtags.map(({ tag }) => tag);
  } catch (error) {
    // It may be the span of time that leaves nothing.
    if (error instanceof TrendAuditError) return [];
    throw error;
  }
}

function nothingLeft([first]: readonly Input[], { hashtag, since, until }: AnalyzeOptions, hashtags: readonly string[]): TrendAuditError {
  const near = closestFew(foldHashtag(hashtag?.replace(/^[#＃]/u, '') ?? ''), hashtags);
  const frequent = hashtags.length === 0 ? `leave out --hashtag to see which hashtags there are${since === undefined && until === undefined ? '' : ', or widen --since and --until'}` : `the most frequent are ${hashtags.slice(0, HASHTAGS_NAMED).join(', ')}`;
  return new TrendAuditError('nothing-left', hashtag === undefined ? 'no post is left to look at' : `no post bears the hashtag ${hashtag}`, {
    ...(first === undefined ? {} : { file: first.path }),
    hint: hashtag === undefined ? 'widen --since and --until' : near === undefined ? frequent : `did you mean ${near}? ${frequent.charAt(0).toUpperCase()}${frequent.slice(1)}`,
  });
}
