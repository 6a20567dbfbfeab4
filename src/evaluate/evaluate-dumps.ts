import { type DumpEvaluation, type Evaluation, EVALUATION_SCHEMA_VERSION } from '../documents/evaluation.js';
import { RESULT_OPTIONS } from '../documents/options.js';
import { VERSION } from '../documents/version.js';
import { type AnalyzeOptions, runBlocking } from '../options.js';
import { analyzeSession } from '../pipeline/analyze.js';
import { ingest, type SessionData } from '../pipeline/ingest.js';
import { leaveOneOut, partsOf } from '../pipeline/leave-one-out.js';
import { ablationEffect } from './ablation.js';
import { evaluate, type EvaluateOptions, pointEstimates } from './evaluate.js';
import { type Labels, readLabels } from './labels.js';
import { pooledEvaluation, fullModelFigures } from './pooled-evaluation.js';

/** Paths of a dump and of its table of labels. */
export interface LabelledDump {
  readonly dump: string;
  readonly labels: string;
}

export interface EvaluationOptions extends AnalyzeOptions, Pick<EvaluateOptions, 'mistakes'> {
  /** Whether each dump is decided again without each family and each signal; true by default. */
  readonly ablation?: boolean;
}

/**
 * Analyses each dump by itself and compares the verdicts with its labels. Throws TrendAuditError for an error that a
 * user can fix, and the signal's reason if it aborts.
 */
export async function evaluateDumps(
  files: readonly LabelledDump[],
  { mistakes, ablation = true, ...options }: EvaluationOptions = {},
): Promise<Evaluation> {
  const seed = options.seed ?? RESULT_OPTIONS.seed.default;
  const dumps: DumpEvaluation[] = [];
  for (const { dump, labels } of files) {
    const known = await readLabels(labels, options);
    const session = await ingestUnquoted(dump, options);
    const result = await analyzeSession(session);
    const whole = await runBlocking(options, () =>
      evaluate(result, known, { seed, ...(mistakes === undefined ? {} : { mistakes }) }),
    );
    dumps.push(ablation ? { ...whole, ablation: await ablate(whole, session, known) } : whole);
  }
  return {
    schemaVersion: EVALUATION_SCHEMA_VERSION,
    tool: { name: 'trend-audit', version: VERSION },
    dumps,
    overall: pooledEvaluation(dumps, seed),
  };
}

/** An evaluation does not quote posts, so they need not be read again. */
async function ingestUnquoted(dump: string, options: AnalyzeOptions): Promise<SessionData> {
  const { rereadPosts: _, close, ...session } = await ingest([dump], options);
  await close();
  return session;
}

/** The contribution of every family and every signal to the figures. */
async function ablate(
  whole: DumpEvaluation,
  session: SessionData,
  labels: Labels,
): Promise<DumpEvaluation['ablation']> {
  const figures = fullModelFigures(whole);
  const parts = partsOf(session.fitted.map(({ signal }) => signal));
  const told = await leaveOneOut(session, parts, async (decision, without) =>
    pointEstimates(await analyzeSession(without, decision), labels),
  );
  return told.map(([part, estimates]) => ablationEffect(part, estimates, figures));
}
