/** Every kind of output of `check` but the text for a person: JSON, what continuous integration reads, Markdown. */

import type { Check } from '../../expectation.js';
import { workflowCommands } from '../ci/github.js';
import { junitXml } from '../ci/junit.js';
import { sarifLog } from '../ci/sarif.js';
import { jsonPieces } from '../json.js';
import { checkCases } from './cases.js';
import { checkMarkdown } from './markdown.js';

export type RenderCheck = (check: Check) => Iterable<string>;

const junit: RenderCheck = (check) => junitXml(check.tool.name, checkCases(check));
const sarif: RenderCheck = (check) => sarifLog(check.tool, checkCases(check));
const json: RenderCheck = jsonPieces;

export const CHECK_FORMATS: ReadonlyMap<string, RenderCheck> = new Map([
  ['json', json],
  ['junit', junit],
  ['sarif', sarif],
  ['github', (check: Check) => workflowCommands(checkCases(check))],
  ['md', checkMarkdown],
]);

/** By the ending of their files. */
export const CHECK_ENDINGS: ReadonlyMap<string, RenderCheck> = new Map([['xml', junit], ['sarif', sarif], ['md', checkMarkdown], ['json', json]]);
