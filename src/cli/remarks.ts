/** What is said on standard error about a result, a line each. */

import { skips } from '../report/skip-reasons.js';
import type { Input, Result } from '../result.js';
import { visible } from '../text/visible.js';

/** What a reader of the JSON may otherwise overlook. */
export function warnings({ inputs, summary }: Result): string[] {
  return [
    ...inputs.flatMap((input) => [...skipRemarks(input), ...input.notes.map((note) => visible(`${input.path}: ${note}`))]),
    ...summary.cautions.map((caution) => visible(`caution: ${caution}`)),
  ];
}

/** What was left out of a file. */
export function skipRemarks(input: Input): string[] {
  return skips(input).length === 0 ? [] : [visible(`${input.path}: skipped ${skips(input).join('; ')}`)];
}

/** For each file its format and which column gave which field. */
export function howRead({ inputs }: Pick<Result, 'inputs'>): string[] {
  return inputs.map(({ path, format, columns, bytes }) => {
    const mapped = Object.entries(columns).map(([field, column]) => `${field}=${column}`);
    return visible(`${path}: ${bytes} bytes, format ${format}: ${mapped.join(', ')}`);
  });
}
