import { analysisCase } from '../ci/analysis-case.js';
import { junitXml } from '../ci/junit.js';
import type { OutputFormat } from './format.js';

/** The dump as a test case: failed if a threshold was crossed. */
export const junitFormat: OutputFormat = {
  needs: ['places'],
  render: (result, exhibits, { crossed = [] }) =>
    junitXml(result.tool.name, [analysisCase(result, exhibits, { top: Infinity, crossed })]),
};
