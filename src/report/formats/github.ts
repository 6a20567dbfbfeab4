import { analysisCase } from '../ci/analysis-case.js';
import { workflowCommands } from '../ci/github.js';
import type { Format } from './format.js';

/** Annotations for the accounts called coordinated: the first `top`, for a person reads them. */
export const github: Format = {
  shows: ['places'],
  render: (result, exhibits, options) => workflowCommands([analysisCase(result, exhibits, options)]),
};
