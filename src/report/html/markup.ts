/** Markup and text have different types, so that text can enter the page only escaped. */

import { escapeControls } from '../../text/escape-controls.js';

/** Markup that needs no escaping. */
export class SafeHtml {
  readonly source: string;

  constructor(source: string) {
    this.source = source;
  }
}

/**
 * What may be interpolated into a template: text is escaped, numbers and markup are not, and the elements of a list are
 * joined.
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

/**
 * Text that a CI runner treats as a command if it starts a line of the page. With an entity it is the same text, but
 * not a command.
 */
const COMMAND = /^(\s*)::/u;

/**
 * A piece of the page: html`<td>${name}</td>`. Interpolated text is escaped for use in text and in quoted attributes;
 * hidden characters, and those that change the direction of writing, are made visible.
 */
export function html(pieces: TemplateStringsArray, ...parts: readonly Interpolation[]): SafeHtml {
  let source = pieces[0] ?? '';
  for (const [index, part] of parts.entries()) source += sourceOf(part) + (pieces[index + 1] ?? '');
  return new SafeHtml(source);
}

/** Text of the dump within a line of the page: its direction of writing does not affect the text around it. */
export function isolate(text: string): SafeHtml {
  return html`<bdi>${text}</bdi>`;
}

/** A text with its line breaks, without blank lines. */
export function paragraphs(text: string): SafeHtml {
  const lines = text.split(/[\r\n]+/u);
  const last = lines.length - 1;
  // White space at the beginning and the end of the whole text is kept.
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
