import { analysisCase } from '../ci/analysis-case.js';
import { workflowCommands } from '../ci/github.js';
import type { OutputFormat } from './format.js';

/** Annotations for the accounts called coordinated: the first `top`, because people read them. */
export const githubFormat: OutputFormat = {
  needs: ['places'],
  render: (result, exhibits, options) => workflowCommands([analysisCase(result, exhibits, { ...options, cut: true })]),
};
