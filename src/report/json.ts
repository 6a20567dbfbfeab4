import type { Result } from '../result.js';

/** The document for programs: two spaces of indent, one newline at the end, the same bytes for the same result. */
export function renderJson(result: Result): string {
  return `${JSON.stringify(result, null, 2)}\n`;
}
