import type { Evaluation } from '../evaluation-result.js';

/** The document for programs: two spaces of indent, one newline at the end. */
export function renderEvaluationJson(evaluation: Evaluation): string {
  return `${JSON.stringify(evaluation, null, 2)}\n`;
}
