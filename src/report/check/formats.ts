/** The output formats of `check`, except the text for people, by name; each is loaded only when it is used. */

import type { Check } from '../../documents/check.js';

export type RenderCheck = (check: Check) => Iterable<string>;
type Load = () => Promise<RenderCheck>;

const json: Load = async () => (await import('../json.js')).jsonPieces;
const md: Load = async () => (await import('./markdown.js')).checkMarkdown;

async function junit(): Promise<RenderCheck> {
  const [{ junitXml }, { checkCases }] = await Promise.all([import('../ci/junit.js'), import('./cases.js')]);
  return (check) => junitXml(check.tool.name, checkCases(check));
}

async function sarif(): Promise<RenderCheck> {
  const [{ sarifLog }, { checkCases }] = await Promise.all([import('../ci/sarif.js'), import('./cases.js')]);
  return (check) => sarifLog(check.tool, checkCases(check));
}

async function github(): Promise<RenderCheck> {
  const [{ workflowCommands }, { checkCases }] = await Promise.all([import('../ci/github.js'), import('./cases.js')]);
  return (check) => workflowCommands(checkCases(check));
}

export const CHECK_FORMATS: ReadonlyMap<string, Load> = new Map([
  ['json', json],
  ['junit', junit],
  ['sarif', sarif],
  ['github', github],
  ['md', md],
]);

/** The formats by file extension. */
export const CHECK_ENDINGS: ReadonlyMap<string, Load> = new Map([
  ['xml', junit],
  ['sarif', sarif],
  ['md', md],
  ['json', json],
]);
