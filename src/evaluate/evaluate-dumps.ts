import { type DumpEvaluation, type Evaluation, EVALUATION_SCHEMA_VERSION } from '../documents/evaluation.js';
import { VERSION } from '../documents/version.js';
import { type AnalyzeOptions, runBlocking } from '../options.js';
import { analyzeMeasured, type Session, ingest } from '../pipeline/analyze.js';
import { compare, ablationParts, isKept } from './ablation.js';
import { evaluate, type EvaluateOptions, pointEstimates } from './evaluate.js';
import { type Labels, readLabels } from './labels.js';
import { pooledEvaluation, fullModelFigures } from './pooled-evaluation.js';

export interface LabelledDump {
  readonly dump: string;
  readonly labels: string;
}

export interface EvaluationOptions extends AnalyzeOptions, Pick<EvaluateOptions, 'mistakes'> {
  /** Whether each dump is decided again without each family and each signal; true by default. */
  readonly ablation?: boolean;
}

/**
 * Analyses each dump by itself and holds the verdicts against its labels. Throws TrendAuditError for what a user can
 * mend, and the signal's reason where it aborts.
 */
export async function evaluateDumps(
  files: readonly LabelledDump[],
  { mistakes, ablation = true, ...options }: EvaluationOptions = {},
): Promise<Evaluation> {
  const seed = options.seed ?? 1;
  const dumps: DumpEvaluation[] = [];
  for (const { dump, labels } of files) {
    const known = await readLabels(labels, options);
    const measured = await ingest([dump], options);
    // Nothing is quoted here.
    measured.close();
    const whole = await runBlocking(options, () =>
      evaluate(analyzeMeasured(measured), known, { seed, ...(mistakes === undefined ? {} : { mistakes }) }),
    );
    dumps.push(ablation ? { ...whole, ablation: await ablate(whole, measured, known, options) } : whole);
  }
  return {
    schemaVersion: EVALUATION_SCHEMA_VERSION,
    tool: { name: 'trend-audit', version: VERSION },
    dumps,
    overall: pooledEvaluation(dumps, seed),
  };
}

async function ablate(
  whole: DumpEvaluation,
  measured: Session,
  labels: Labels,
  options: AnalyzeOptions,
): Promise<DumpEvaluation['ablation']> {
  const { signal: abort, onProgress } = options;
  const parts = ablationParts(measured.fitted.map(({ signal }) => signal));
  const figures = new Map<string, ReturnType<typeof pointEstimates>>();
  const compared: DumpEvaluation['ablation'][number][] = [];
  const bytes = measured.inputs.reduce((sum, input) => sum + input.bytes, 0);
  for (const part of parts) {
    // Between two analyses the work may be stopped.
    await new Promise(setImmediate);
    abort?.throwIfAborted();
    onProgress?.({
      stage: `without ${part.leftOut}`,
      bytesRead: bytes,
      bytesTotal: bytes,
      posts: measured.dataset.posts.count,
    });
    const signals = measured.fitted.filter(({ signal }) => isKept(signal, part));
    // A family of one signal is the same question twice.
    const key = signals.map(({ signal }) => signal.name).join();
    const without =
      figures.get(key) ??
      (await runBlocking(options, () => pointEstimates(analyzeMeasured({ ...measured, fitted: signals }), labels)));
    figures.set(key, without);
    compared.push(compare(part, without, fullModelFigures(whole)));
  }
  return compared;
}
