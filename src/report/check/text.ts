import { Chalk } from 'chalk';
import type { BaselineChange, Check, CheckedDataset, FileLocation } from '../../documents/check.js';
import { escapeControls } from '../../text/escape-controls.js';
import { formatNumber, withFullStop } from '../../text/format.js';
import { breakCommandLine } from '../../text/runner-commands.js';
import { placeName } from '../ci/case.js';
import { displayWidth } from '../text-layout.js';
import { changeText, changesText, datasetSentence } from './words.js';

export interface CheckPage {
  readonly color: boolean;
  /** Tab-separated rows under a head; nothing is aligned or coloured. */
  readonly plain: boolean;
  /** Name of the first dataset. */
  readonly first: string | undefined;
  /** `nameColumnWidth` of the names of all datasets. */
  readonly nameWidth: number;
  /** Path of the configuration file. */
  readonly config: string;
}

const MARKS: Readonly<Record<CheckedDataset['outcome'], string>> = { passed: 'ok   ', failed: 'FAIL ', error: 'ERROR' };
const SIGNS: Readonly<Record<BaselineChange['kind'], string>> = { flagged: '+', unflagged: '-', moved: '~' };
const HEAD = 'outcome\tdataset\twhat was found';
/** Maximum width of the column of names, in cells; a longer name shifts only its own line. */
const WIDEST_NAME = 40;

/** Width, in terminal cells, of the column of dataset names. */
export function nameColumnWidth(names: readonly string[]): number {
  return Math.max(...names.map((name) => Math.min(WIDEST_NAME, displayWidth(escapeControls(name)))));
}

/** One line for a dataset, and below it the expectations that failed. */
export function renderDataset(dataset: CheckedDataset, { color, plain, first, nameWidth, config }: CheckPage): string {
  const { name, outcome, failures, baseline, error } = dataset;
  const chalk = new Chalk({ level: color && !plain ? 1 : 0 });
  const paint = { passed: chalk.green, failed: chalk.red, error: chalk.red }[outcome];
  const row = [MARKS[outcome].trim(), escapeControls(name), datasetSentence(dataset)].join('\t');
  const lines = plain
    ? [...(name === first ? [HEAD] : []), row]
    : [`${paint(MARKS[outcome])} ${padded(escapeControls(name), nameWidth)}  ${datasetSentence(dataset)}`];
  if (error)
    lines.push(
      `  ${error.place ? `${place(error.place)}: ` : ''}${escapeControls(withFullStop(error.says))} ` +
        `${escapeControls(withFullStop(capital(error.hint)))}`,
      `  asked for at ${place({ file: config, line: dataset.line })}`,
    );
  for (const failure of failures)
    lines.push(
      `  ${place({ file: config, line: failure.line })}: ` +
        `${escapeControls(failure.says)}${failure.place ? ` (${place(failure.place)})` : ''}`,
    );
  if (baseline && baseline.changes.length > 0) {
    lines.push(
      `  ${place({ file: config, line: baseline.line })}: not as ${escapeControls(baseline.file)} has ` +
        `it: ${changesText(baseline.changes)} (--update accepts this)`,
    );
    for (const change of baseline.changes)
      lines.push(
        `    ${SIGNS[change.kind]} ` +
          `${escapeControls(changeText(change))}${change.place ? ` (${place(change.place)})` : ''}`,
      );
  }
  return `${lines.map((line) => breakCommandLine(plain ? line.trimStart() : line)).join('\n')}\n`;
}

/** The last line: how many datasets are as expected. */
export function renderOutcome({ datasets }: Pick<Check, 'datasets'>): string {
  const of = (outcome: CheckedDataset['outcome']): number => datasets.filter((each) => each.outcome === outcome).length;
  const [passed, failed, error] = [of('passed'), of('failed'), of('error')];
  return (
    `${formatNumber(passed)} of ${formatNumber(datasets.length)} as ` +
    `expected${failed > 0 ? `, ${formatNumber(failed)} not` : ''}${error > 0 ? `, ${formatNumber(error)} could not be checked` : ''}.\n`
  );
}

function place(where: FileLocation): string {
  return escapeControls(placeName(where));
}

function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)));
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
