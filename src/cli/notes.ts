/** Notes about a result for standard error, one line each. */

import type { Input, Result } from '../documents/result.js';
import { availableThreads } from '../read/memory.js';
import { skippedClauses } from '../report/skip-reasons.js';
import { escapeControls } from '../text/escape-controls.js';
import { formatNumber, plural } from '../text/format.js';

/** Warnings that a reader of the JSON might overlook. */
export function warnings({ inputs, summary }: Result): string[] {
  return [
    ...inputs.flatMap((input) => [
      ...skipWarnings(input),
      ...input.notes.map((note) => escapeControls(`${input.path}: ${note}`)),
    ]),
    ...summary.cautions.map((caution) => escapeControls(`caution: ${caution}`)),
  ];
}

/** A note that fewer threads are used than `--workers` requests. */
export function cappedWorkers(asked: number): string {
  const cores = availableThreads();
  return `--workers ${asked}: ${formatNumber(cores)} ${plural(cores, 'is', 'are')} used, one a core`;
}

/** A note about the rows of a file that were skipped. */
export function skipWarnings(input: Input): string[] {
  return skippedClauses(input).length === 0
    ? []
    : [escapeControls(`${input.path}: skipped ${skippedClauses(input).join('; ')}`)];
}

/** For each file: its size, its format, and which column gave which field. */
export function describeInputs({ inputs }: Pick<Result, 'inputs'>): string[] {
  return inputs.map(({ path, format, columns, bytes }) => {
    const mapped = Object.entries(columns).map(([field, column]) => `${field}=${column}`);
    return escapeControls(`${path}: ${bytes} bytes, format ${format}: ${mapped.join(', ')}`);
  });
}
