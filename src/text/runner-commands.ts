/**
 * Commands that the runners of continuous integration read in a log, and do: `##vso[…]` and `##[…]` of Azure Pipelines
 * and GitHub Actions and `##teamcity[…]` anywhere in a line, `::error …::` of GitHub Actions where a line begins,
 * blanks aside. One sign of such a command is shown as an escape, as characters are that hide: that breaks it.
 */

const ANYWHERE = /##(?=\w*\[)/gu;
/** Colours may stand before it: a log is shown without them. */
// oxlint-disable-next-line no-control-regex -- they begin with an escape
const LINE_BEGINS = /^((?:\s|\u001B\[[\d;]*m)*):(?=:)/u;

/** The text without commands that are read anywhere in a line. */
export function breakRunnerCommands(text: string): string {
  return text.includes('##') ? text.replaceAll(ANYWHERE, '#\\u{23}') : text;
}

/** A whole line as it is printed, without any command. */
export function breakCommandLine(line: string): string {
  const shown = breakRunnerCommands(line);
  return shown.includes('::') ? shown.replace(LINE_BEGINS, '$1\\u{3A}') : shown;
}

/** The same for each line of a text. */
export function breakCommandLines(text: string): string {
  return text.includes('##') || text.includes('::') ? text.split('\n').map(breakCommandLine).join('\n') : text;
}
