/**
 * Breaks up commands that CI runners execute when they read a log: `##vso[…]` and `##[…]` of Azure Pipelines and
 * GitHub Actions and `##teamcity[…]` anywhere in a line; `::error …::` of GitHub Actions at the beginning of a line,
 * after optional blanks. One character of the command is replaced by an escape, as for invisible characters.
 */

const ANYWHERE = /##(?=\w*\[)/gu;
/** Colour codes may come before it: a log is shown without them. */
// oxlint-disable-next-line no-control-regex -- they begin with an escape
const LINE_BEGINS = /^((?:\s|\u001B\[[\d;]*m)*):(?=:)/u;

/** Breaks up commands that are recognised anywhere in a line. */
export function breakRunnerCommands(text: string): string {
  return text.includes('##') ? text.replaceAll(ANYWHERE, '#\\u{23}') : text;
}

/** Breaks up all commands in a whole printed line. */
export function breakCommandLine(line: string): string {
  const shown = breakRunnerCommands(line);
  return shown.includes('::') ? shown.replace(LINE_BEGINS, '$1\\u{3A}') : shown;
}

/** The same for each line of a text. */
export function breakCommandLines(text: string): string {
  return text.includes('##') || text.includes('::') ? text.split('\n').map(breakCommandLine).join('\n') : text;
}
