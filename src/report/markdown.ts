/** Text for GitHub's Markdown, escaped so that text of a dump cannot create a link, picture, tag, mention or cell. */

import { escapeControls } from '../text/escape-controls.js';

/** Exact text from the dump for a table. Inside backticks only the bar, which ends a cell, has a meaning. */
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

/** A sentence of this program for a table cell, with its quotation from the dump (“…”) as code. */
export function sentenceCell(says: string): string {
  const [, before = says, quoted, after = ''] = /^([^“]*)“(.*)”([^”]*)$/su.exec(says) ?? [];
  return quoted === undefined
    ? markdownText(before)
    : `${markdownText(before)}${codeCell(quoted)}${markdownText(after)}`;
}

/** Text in which every character with a meaning in Markdown is escaped. */
export function markdownText(text: string): string {
  return escapeControls(text).replaceAll(/[\\`*_{}[\]<>|#~@&$]/gu, (sign) => `&#${sign.charCodeAt(0)};`);
}
