/** Markup and text kept apart by type: a text can enter the page only escaped. */

import { escapeControls } from '../../text/escape-controls.js';

/** Markup that needs no escaping. */
export class SafeHtml {
  readonly source: string;

  constructor(source: string) {
    this.source = source;
  }
}

/**
 * What may stand between the pieces of a template: text and numbers are escaped, markup is not, a list is put in one
 * after another.
 */
export type Interpolation = string | number | SafeHtml | readonly Interpolation[];

export const EMPTY_HTML = new SafeHtml('');

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** What a CI runner takes for a command where it begins a line of the page: an entity is the same text, and none. */
const COMMAND = /^(\s*)::/u;

/**
 * A piece of the page: html`<td>${name}</td>`. What is put in is escaped for text and for quoted attributes alike, and
 * characters that hide, or turn the direction of writing, become visible.
 */
export function html(pieces: TemplateStringsArray, ...parts: readonly Interpolation[]): SafeHtml {
  let source = pieces[0] ?? '';
  for (const [index, part] of parts.entries()) source += sourceOf(part) + (pieces[index + 1] ?? '');
  return new SafeHtml(source);
}

/** Text of the dump in a line of ours: whatever its direction of writing, it does not touch its neighbours'. */
export function isolate(text: string): SafeHtml {
  return html`<bdi>${text}</bdi>`;
}

/** Text of several lines: as many, blank ones left out. */
export function paragraphs(text: string): SafeHtml {
  const lines = text.split(/[\r\n]+/u);
  const last = lines.length - 1;
  // The ends of the text stay as they are.
  const trimmed = lines.map((line, at) => {
    const begun = at === 0 ? line : line.trimStart();
    return at === last ? begun : begun.trimEnd();
  });
  const [first = '', ...rest] = trimmed.filter((line) => line !== '');
  return html`${first}${rest.map((line) => html`<br>${line}`)}`;
}

function sourceOf(part: Interpolation): string {
  if (part instanceof SafeHtml) return part.source;
  if (typeof part === 'string') return escape(part);
  return typeof part === 'number' ? String(part) : part.map(sourceOf).join('');
}

function escape(text: string): string {
  return escapeControls(text)
    .replace(/[&<>"']/gu, (character) => ENTITIES[character] ?? '')
    .replace(COMMAND, '$1&#58;:');
}
