import type { FileLocation } from '../documents/check.js';
import { TrendAuditError } from '../errors.js';
import { readLabels } from '../evaluate/labels.js';
import { collectReportData } from '../report/data/collect-report-data.js';
import { baselineChanges, baselineOf } from './baseline.js';
import { checkExpectations } from './check-expectations.js';
import { type ConfiguredDataset, type DatasetResult, commonFields, toProblem, uncheckedResult } from './dataset.js';

/**
 * Analyses one dataset and compares the result with the expectations. Errors that a user can fix are part of the reply.
 */
export async function checkDataset(dataset: ConfiguredDataset, workers: number | undefined): Promise<DatasetResult> {
  try {
    return await heldAgainst(dataset, workers);
  } catch (error) {
    if (!(error instanceof TrendAuditError)) throw error;
    return uncheckedResult(dataset, toProblem(error));
  }
}

async function heldAgainst(dataset: ConfiguredDataset, workers: number | undefined): Promise<DatasetResult> {
  const labels = dataset.labels === undefined ? undefined : await readLabels(dataset.labels, dataset.options);
  const { result, data } = await collectReportData(
    dataset.files,
    { ...dataset.options, ...(workers === undefined ? {} : { workers }) },
    new Set(['places']),
  );
  const places = new Map(data.places.map((place) => [place.account, place]));
  const placeOf = (account: string): FileLocation | undefined => {
    const place = places.get(account);
    const input = result.inputs[place?.input ?? -1];
    return place && input && { file: input.path, ...(input.numbered === 'records' ? {} : { line: place.line }) };
  };
  const failures = checkExpectations(dataset.expect, { result, labels, placeOf });
  const task = dataset.baseline;
  const updated = task?.stored === null;
  const changes = task?.stored
    ? baselineChanges(task.stored, result, task.tolerance).map((change) => ({
        ...change,
        ...placed(placeOf(change.id)),
      }))
    : [];
  return {
    checked: {
      ...commonFields(dataset),
      outcome: failures.length > 0 || changes.length > 0 ? 'failed' : 'passed',
      accounts: result.summary.accounts,
      failures,
      baseline: task ? { file: task.file, line: task.line, updated, changes } : null,
      error: null,
    },
    ...(updated ? { baseline: baselineOf(result) } : {}),
  };
}

function placed(place: FileLocation | undefined): { readonly place?: FileLocation } {
  return place ? { place } : {};
}
