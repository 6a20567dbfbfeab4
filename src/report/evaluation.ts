import type { Evaluation } from '../documents/evaluation.js';
import { ablationTable } from './evaluation-ablation.js';
import { dumpNames, dumpTable } from './evaluation-dumps.js';
import { mistakeLists } from './evaluation-mistakes.js';
import { confusionTable, pooledTable, qualityTable, dumpHeading } from './evaluation-quality.js';
import { joinSections, createPage, type TextPage, type TextOptions } from './page.js';

/**
 * Renders an evaluation for people, as `evaluate` prints it: how many verdicts are right, what each signal contributes,
 * and where they are wrong.
 *
 * @returns lines of text; it ends in a newline
 * @example
 * ```js
 * import { evaluate, renderEvaluation } from 'trend-audit';
 *
 * const folder = 'fixtures/small-campaign';
 * const labelled = [{ dump: `${folder}/tweets.csv`, labels: `${folder}/labels.csv` }];
 * const evaluation = await evaluate(labelled, { ablation: false });
 * console.log(renderEvaluation(evaluation, { width: 80, color: false }).split('\n')[0]);
 * //→ fixtures/small-campaign/tweets.csv
 * ```
 */
export function renderEvaluation(evaluation: Evaluation, options: Omit<TextOptions, 'top'>): string {
  const page = createPage({ ...options, top: 0 });
  const sections = evaluation.dumps.length === 1 ? ofOne(evaluation, page) : ofSeveral(evaluation, page);
  return joinSections(sections, page);
}

function ofOne({ dumps }: Evaluation, page: TextPage): string[][] {
  return dumps.flatMap((dump) => [
    dumpHeading(dump, page),
    qualityTable(dump, page),
    confusionTable(dump.confusion, page),
    ablationTable(dump.ablation, page),
    ...mistakeLists([dump], [], page),
  ]);
}

function ofSeveral(evaluation: Evaluation, page: TextPage): string[][] {
  const { dumps, overall } = evaluation;
  return [
    dumpTable(evaluation, page),
    pooledTable(overall.pooled, overall.confusion, page),
    confusionTable(overall.confusion, page),
    ablationTable(overall.ablation, page),
    ...mistakeLists(dumps, dumpNames(evaluation), page),
  ];
}
