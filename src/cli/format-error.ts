import { CommanderError } from 'commander';
import { TrendAuditError } from '../errors.js';
import { hidePasswords } from '../read/open.js';
import { escapeControls } from '../text/escape-controls.js';
import { shortenName } from '../text/shorten-name.js';

export const PROGRAM = 'trend-audit';

/** Maximum characters of a message that are shown: longer than any path, and than a list of forty column names. */
const MESSAGE_SIGNS = 5_000;

/** How a run ended without a signal. `crossed`: it succeeded, and a threshold was crossed. */
export type Outcome = 'done' | 'crossed' | 'failed';

const EXIT_CODES: Readonly<Record<Outcome, number>> = { done: 0, crossed: 1, failed: 2 };

/** The exit code of an outcome: 0 done, 1 a threshold was crossed, 2 failed. */
export function exitCode(outcome: Outcome): number {
  return EXIT_CODES[outcome];
}

/** The outcome of a run that threw this error, and the lines to print on standard error. */
export function formatError(
  error: unknown,
  verbose: boolean,
): { readonly outcome: Outcome; readonly lines: readonly string[] } {
  // Commander has already printed the help, the version or the usage error.
  if (error instanceof CommanderError) return { outcome: error.exitCode === 0 ? 'done' : 'failed', lines: [] };
  if (error instanceof TrendAuditError) return { outcome: 'failed', lines: [expected(error)] };
  const what = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const stack =
    error instanceof Error ? (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at ')) : [];
  const advice = verbose
    ? 'Please report it with the lines below.'
    : 'Please report it; --verbose shows where it happened.';
  return {
    outcome: 'failed',
    lines: [formatMessage(`internal error: ${what}`, advice), ...(verbose ? stack.map(escapeControls) : [])],
  };
}

function expected({ message, hint, file, line }: TrendAuditError): string {
  const where =
    file === undefined ? '' : `${file === '-' ? 'standard input' : file}${line === undefined ? '' : `:${line}`}: `;
  return formatMessage(`${where}${message}`, hint);
}

/**
 * One line: the problem, then the next step as a second sentence. Both may quote hostile input, so they are escaped and
 * shortened.
 */
export function formatMessage(message: string, nextStep: string): string {
  const stop = /[.!?…]$/u.test(message) ? '' : '.';
  const advice = nextStep.charAt(0).toUpperCase() + nextStep.slice(1);
  return (
    `${PROGRAM}: ${escapeControls(shortenName(hidePasswords(message), MESSAGE_SIGNS))}${stop} ` +
    `${escapeControls(shortenName(hidePasswords(advice), MESSAGE_SIGNS))}${/[.!?…]$/u.test(advice) ? '' : '.'}`
  );
}
