import type { Check, CheckedDataset } from '../../documents/check.js';
import { placeName } from '../ci/case.js';
import { markdownCode, codeCell, markdownText } from '../markdown.js';
import { checkCases } from './cases.js';
import { renderOutcome } from './text.js';
import { datasetSentence } from './words.js';

const MARKS: Readonly<Record<CheckedDataset['outcome'], string>> = {
  passed: 'as expected',
  failed: '**not as expected**',
  error: '**could not be checked**',
};

/** A table of the datasets, and below it the expectations that failed: for a job's summary. */
export function* checkMarkdown(check: Check): Generator<string> {
  yield (
    `## ${check.tool.name} check\n\n${renderOutcome(check).trimEnd()}\n\n| dataset | outcome | |\n| ` +
    '--- | --- | --- |\n'
  );
  for (const dataset of check.datasets)
    yield `| ${codeCell(dataset.name)} | ${MARKS[dataset.outcome]} | ${markdownText(datasetSentence(dataset))} |\n`;
  for (const { name, remarks } of checkCases(check)) {
    if (remarks.length === 0) continue;
    yield `\n### ${markdownCode(name)}\n\n`;
    for (const { says, place } of remarks)
      yield `- ${place ? `${markdownCode(placeName(place))}: ` : ''}${markdownCode(says)}\n`;
  }
}
