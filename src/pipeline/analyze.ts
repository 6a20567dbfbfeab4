import { buildDataset } from '../dataset/build-dataset.js';
import { DatasetBuilder } from '../dataset/dataset-builder.js';
import type { Dataset } from '../dataset/dataset.js';
import { type RereadPosts, loadQuotes } from '../dataset/quotes.js';
import {
  accountsWith,
  assignVerdicts,
  type AssignedVerdicts,
  communityCandidates,
  downgrade,
} from '../decision/assign-verdicts.js';
import { dataWarnings } from '../decision/data-warnings.js';
import { hardAssignment, fitMixture, type MixtureFit } from '../decision/fit-mixture.js';
import { renderEvidence, type Reason, rankEvidence } from '../decision/rank-evidence.js';
import { scoreOf } from '../decision/score.js';
import type { Post } from '../documents/post.js';
import type { Input, Result } from '../documents/result.js';
import { Ingestor } from '../engine/ingestor.js';
import { joinProfiles } from '../engine/join-profiles.js';
import { TrendAuditError } from '../errors.js';
import { findCommunities } from '../groups/communities.js';
import { type Group, labelGroups } from '../groups/label-groups.js';
import { connectedByMultipleEvents } from '../groups/multiple-events.js';
import { topSharedItems } from '../groups/shared-items.js';
import { type AnalysisInput, type AnalyzeOptions, checkOptions, runBlocking } from '../options.js';
import { nameInputs } from '../read/in-memory-input.js';
import type { ProfileFile } from '../read/read-profiles.js';
import { resolveInputs } from '../read/resolve-inputs.js';
import type { QuoteLookup } from '../signals/finding-text.js';
import { SIGNALS } from '../signals/index.js';
import type { FittedSignal, Signal } from '../signals/signal.js';
import { foldHashtag } from '../text/hashtags.js';
import { suggestSeveral } from '../text/suggest.js';
import { buildResult, type ResultInputs } from './build-result.js';

/** In an error, for somebody who asked for another. */
const MAX_SUGGESTED_HASHTAGS = 5;

/** One conversation, measured, with what each signal needs to know of it: everything that deciding it takes. */
export interface Session {
  readonly dataset: Dataset;
  readonly fitted: readonly { readonly signal: Signal; readonly prepared: FittedSignal }[];
  readonly inputs: readonly Input[];
  /** The files of users that were joined. */
  readonly users?: readonly ProfileFile[];
  readonly options: AnalyzeOptions;
  readonly rereadPosts: RereadPosts;
  /** Gives back what `rereadPosts` needs. */
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
  const { findings, close } = await analyzeOpen(inputs, options);
  try {
    return await runBlocking(options, () => buildResult(findings));
  } finally {
    close();
  }
}

/**
 * All that is told of a conversation, and the way back to its posts. What it was found by is let go, and with it half of
 * the memory, before a result is made of it.
 */
export async function analyzeOpen(
  inputs: readonly AnalysisInput[],
  options: AnalyzeOptions,
): Promise<Pick<Session, 'rereadPosts' | 'close'> & { readonly findings: ResultInputs }> {
  const measured = await ingest(inputs, options);
  const { rereadPosts, close } = measured;
  try {
    return { findings: await decideAndQuote(measured), rereadPosts, close };
  } catch (error) {
    close();
    throw error;
  }
}

/** As `analyzeMeasured`, with the texts that the sentences quote, which are read again. */
export async function analyzeMeasuredWithQuotes(measured: Session, given?: Decision): Promise<Result> {
  const findings = await decideAndQuote(measured, given);
  return runBlocking(measured.options, () => buildResult(findings));
}

async function decideAndQuote(measured: Session, given?: Decision): Promise<ResultInputs> {
  const { dataset, rereadPosts, options } = measured;
  const judgement = given ?? (await runBlocking(options, () => decide(measured)));
  const { groups, quotables } = await runBlocking(options, () => {
    const found = groupsOf(measured, judgement);
    const quoted = shownOf(judgement).flatMap((a) =>
      judgement.reasons(a).flatMap(({ finding }) => ('example' in finding ? [finding.example] : [])),
    );
    return { groups: found, quotables: [...quoted, ...found.flatMap(({ shared }) => shared)] };
  });
  const quote = await loadQuotes(dataset, quotables, rereadPosts);
  return runBlocking(options, () => assembleFindings(measured, judgement, groups, quote));
}

/** The accounts whose reasons are shown. */
function shownOf({ judged }: Decision): number[] {
  return accountsWith('coordinated', judged).concat(accountsWith('unclear', judged));
}

/** @param observe is shown every post, as it is read */
export async function ingest(
  given: readonly AnalysisInput[],
  options: AnalyzeOptions,
  observe?: (post: Post) => void,
): Promise<Session> {
  const inputs: Input[] = [];
  const collector = new DatasetBuilder();
  const intake = new Ingestor(collector, options, observe);
  try {
    const { onProgress: _, ...quietly } = options;
    const { dumps, profiles, users, notes } = await resolveInputs(nameInputs(given), quietly);
    for (const [number, dump] of dumps.entries()) inputs.push(await intake.read(dump, number, profiles));
    const joined = profiles ? joinProfiles(collector, profiles) : new Map<number, string>();
    const noted = inputs.map((input, number) => ({
      ...input,
      notes: [
        ...input.notes,
        ...(joined.has(number) ? [joined.get(number) ?? ''] : []),
        ...(number === 0 ? notes : []),
      ],
    }));
    if (collector.count === 0) throw noPostsError(inputs, options, await hashtagsOf(given, options));
    tellStage(options, 'measuring', inputs, collector.count);
    const measurements = await runBlocking(options, () => buildDataset(collector));
    tellStage(options, 'deciding', inputs, measurements.posts.count);
    return {
      dataset: measurements,
      fitted: await runBlocking(options, () =>
        SIGNALS.map((signal) => ({ signal, prepared: signal.fit(measurements) })),
      ),
      inputs: noted,
      users,
      options,
      rereadPosts: intake.rereadPosts(measurements),
      close: () => intake.close(),
    };
  } catch (error) {
    intake.close();
    throw error;
  }
}

/** What deciding takes where nothing is quoted. */
type SessionData = Omit<Session, 'rereadPosts' | 'close'>;

/** What is found out of everybody, and at which step: what a result is composed of, and what explains it. */
export interface Decision {
  readonly fit: MixtureFit;
  /** As the tests alone have it, before names are withheld that lack occasions or reasons. */
  readonly tested: AssignedVerdicts;
  /** Without those who acted together once only. */
  readonly repeated: AssignedVerdicts;
  readonly judged: AssignedVerdicts;
  /** The accounts that count as flagged in what is said to the reader. */
  readonly suspected: readonly number[];
  readonly reasons: (account: number) => readonly Reason[];
}

/** Pure, and may be asked again with fewer signals, to see what they contribute. */
export function decide({ dataset, fitted }: Pick<Session, 'dataset' | 'fitted'>): Decision {
  const settled = fitMixture(fitted, dataset);
  const tested = assignVerdicts(settled);
  const repeated = downgrade(tested, connectedByMultipleEvents(dataset, accountsWith('coordinated', tested)));
  const suspected = communityCandidates(repeated, settled);
  const flagged = hardAssignment(suspected, dataset.accounts.count);
  const reasons = memoize((a) => rankEvidence(a, settled, tested, flagged));
  const judged = downgrade(
    repeated,
    new Set(accountsWith('coordinated', repeated).filter((a) => ofTwoFamilies(reasons(a)))),
  );
  return { fit: settled, tested, repeated, judged, suspected, reasons };
}

/** The whole result; pure, as `decide` is. Without `quote` the sentences quote nothing. */
export function analyzeMeasured(
  measured: SessionData,
  judgement: Decision = decide(measured),
  quote: QuoteLookup = () => '…',
): Result {
  return buildResult(assembleFindings(measured, judgement, groupsOf(measured, judgement), quote));
}

function groupsOf({ dataset, options }: SessionData, { suspected }: Decision): Group[] {
  return findCommunities(dataset, suspected, options.seed ?? 1).map((community) => ({
    ...community,
    shared: topSharedItems(dataset, community.accounts),
  }));
}

function assembleFindings(
  { dataset, inputs, users = [], options }: SessionData,
  judgement: Decision,
  groups: readonly Group[],
  quote: QuoteLookup,
): ResultInputs {
  const { fit, judged, reasons } = judgement;
  const { verdicts, q, expectedFalse } = judged;
  const { items: _items, comparableCluster: _comparable, ...columns } = dataset;
  const { textCluster: _cluster, obfuscated: _obfuscated, ...posts } = dataset.posts;
  return {
    columns: { ...columns, posts },
    judged: { verdicts, q, expectedFalse },
    scores: Float64Array.from(judged.verdicts, (verdict, a) => scoreOf(fit, verdict, a)),
    cautions: dataWarnings(fit, judged),
    evidence: new Map(shownOf(judgement).map((a) => [a, renderEvidence(reasons(a), dataset, quote)])),
    groups: labelGroups(dataset, groups, quote),
    inputs,
    users,
    options,
  };
}

/** No name is printed as likely coordinated without reasons of two families that stand by themselves. */
function ofTwoFamilies(reasons: readonly Reason[]): boolean {
  return new Set(reasons.filter(({ signal }) => !CORROBORATING.has(signal)).map(({ family }) => family)).size >= 2;
}

const CORROBORATING: ReadonlySet<string> = new Set(
  SIGNALS.flatMap(({ name, corroboratingOnly: onlyBeside }) => (onlyBeside ? [name] : [])),
);

/** `make`, asked once for each account. */
function memoize<Value>(make: (account: number) => Value): (account: number) => Value {
  const known = new Map<number, Value>();
  return (account) => {
    const value = known.get(account) ?? make(account);
    known.set(account, value);
    return value;
  };
}

/** Says what is done next, once everything is read. */
function tellStage(
  { onProgress, signal }: AnalyzeOptions,
  stage: string,
  inputs: readonly Input[],
  posts: number,
): void {
  signal?.throwIfAborted();
  const bytes = inputs.reduce((sum, input) => sum + input.bytes, 0);
  onProgress?.({ stage, bytesRead: bytes, bytesTotal: bytes, posts });
}

/** The hashtags of what was given, the most frequent first, where one was asked for that nobody uses; it is read once more for them. */
async function hashtagsOf(given: readonly AnalysisInput[], asked: AnalyzeOptions): Promise<string[]> {
  const { hashtag, onProgress: _, ...options } = asked;
  if (hashtag === undefined || given.some((each) => typeof each !== 'string' || each === '-')) return [];
  try {
    const { dataset, close } = await ingest(given, options);
    close();
    return dataset.hashtags.map(({ tag }) => tag);
  } catch (error) {
    // It may be the span of time that leaves nothing.
    if (error instanceof TrendAuditError) return [];
    throw error;
  }
}

function noPostsError(
  [first]: readonly Input[],
  { hashtag, since, until }: AnalyzeOptions,
  hashtags: readonly string[],
): TrendAuditError {
  const near = suggestSeveral(foldHashtag(hashtag?.replace(/^[#＃]/u, '') ?? ''), hashtags);
  const frequent =
    hashtags.length === 0
      ? `leave out --hashtag to see which hashtags there are${since === undefined && until === undefined ? '' : ', or widen --since and --until'}`
      : `the most frequent are ${hashtags.slice(0, MAX_SUGGESTED_HASHTAGS).join(', ')}`;
  return new TrendAuditError(
    'nothing-left',
    hashtag === undefined ? 'no post is left to look at' : `no post bears the hashtag ${hashtag}`,
    {
      ...(first === undefined ? {} : { file: first.path }),
      hint:
        hashtag === undefined
          ? 'widen --since and --until'
          : near === undefined
            ? frequent
            : `did you mean ${near}? ${frequent.charAt(0).toUpperCase()}${frequent.slice(1)}`,
    },
  );
}
