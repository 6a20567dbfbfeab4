import type { Evaluation } from '../documents/evaluation.js';
import { ablationTable } from './evaluation-ablation.js';
import { dumpNames, dumpTable } from './evaluation-dumps.js';
import { mistakeLists } from './evaluation-mistakes.js';
import { confusionTable, pooledTable, qualityTable, dumpHeading } from './evaluation-quality.js';
import { joinSections, createPage, type TextPage, type TextOptions } from './page.js';

/**
 * The page for a person: how right the verdicts are, what each signal contributes, where they go wrong. Ends in a
 * newline.
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
