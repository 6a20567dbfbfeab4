/**
 * Text in Markdown (GitHub's), so that what a dump says can do nothing there: no link, picture, tag, mention or cell.
 */

import { escapeControls } from '../text/escape-controls.js';

/** Text from the dump, exactly, in a table. Inside backticks nothing is read but the bar that ends a cell. */
export function codeCell(text: string): string {
  return markdownCode(text.replaceAll(/\\(?=\\*\|)/gu, '\\u{5C}')).replaceAll('|', '\\|');
}

/** The same outside of tables. */
export function markdownCode(text: string): string {
  const shown = escapeControls(text);
  if (shown === '') return '';
  const fence = '`'.repeat(1 + Math.max(0, ...Array.from(shown.matchAll(/`+/gu), ([run]) => run.length)));
  const pad = /^`|`$|^ .*[^ ].* $/u.test(shown) ? ' ' : '';
  return `${fence}${pad}${shown}${pad}${fence}`;
}

/** This program's own words, with what they quote from the dump (“…”) as code. For a table's cell. */
export function sentenceCell(says: string): string {
  const [, before = says, quoted, after = ''] = /^([^“]*)“(.*)”([^”]*)$/su.exec(says) ?? [];
  return quoted === undefined
    ? markdownText(before)
    : `${markdownText(before)}${codeCell(quoted)}${markdownText(after)}`;
}

/** Words of which nothing is meant as Markdown. */
export function markdownText(text: string): string {
  return escapeControls(text).replaceAll(/[\\`*_{}[\]<>|#~@&$]/gu, (sign) => `&#${sign.charCodeAt(0)};`);
}
