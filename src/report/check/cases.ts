import type { Check, CheckedDataset } from '../../documents/check.js';
import type { TestCase, Annotation } from '../ci/case.js';
import { changeText, changesText, datasetSentence } from './words.js';

/**
 * A test case for each dataset. A remark is placed at a post of the account that it is about, or else at the line of
 * the configuration that led to it.
 */
export function checkCases({ config, datasets }: Check): TestCase[] {
  return datasets.map((dataset) => ({
    name: dataset.name,
    outcome: dataset.outcome,
    says: datasetSentence(dataset),
    remarks: remarks(dataset, config),
  }));
}

function remarks({ error, line, failures, baseline }: CheckedDataset, config: string): Annotation[] {
  const at = (asked: number): Annotation['place'] & object => ({ file: config, line: asked });
  return [
    ...(error
      ? [
          {
            rule: 'could-not-run',
            level: 'error',
            says: `${error.says.replace(/[.!?]$/u, '')}: ${error.hint}`,
            ...placed(error.place, at(line)),
          } as const,
        ]
      : []),
    ...failures.map((failure): Annotation => ({
      rule: 'expectation-failed',
      level: 'error',
      says: failure.says,
      ...placed(failure.place, at(failure.line)),
    })),
    ...(baseline && baseline.changes.length > 0
      ? [
          {
            rule: 'baseline-changed',
            level: 'error',
            says: `not as ${baseline.file} has it: ${changesText(baseline.changes)}; --update accepts this`,
            place: at(baseline.line),
          } as const,
        ]
      : []),
    ...(baseline?.changes ?? []).map((change): Annotation => ({
      rule: 'baseline-changed',
      level: 'error',
      says: changeText(change),
      ...placed(change.place, at(baseline?.line ?? line)),
    })),
  ];
}

function placed(place: Annotation['place'], asked: Annotation['place'] & object): Pick<Annotation, 'place' | 'asked'> {
  return place ? { place, asked } : { place: asked };
}
