import { analysisCase } from '../ci/analysis-case.js';
import { sarifLog } from '../ci/sarif.js';
import type { OutputFormat } from './format.js';

/** A result for each account called coordinated, at the post that shows it. */
export const sarifFormat: OutputFormat = {
  needs: ['places'],
  render: (result, exhibits, { crossed = [] }) =>
    sarifLog(result.tool, [analysisCase(result, exhibits, { top: Infinity, crossed })]),
};
