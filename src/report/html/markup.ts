/** Markup and text kept apart by type: a text can enter the page only escaped. */

import { visible } from '../../text/visible.js';

/** Markup that stands in the page as it is. */
export class Markup {
  readonly source: string;

  constructor(source: string) {
    this.source = source;
  }
}

/** What may stand between the pieces of a template: text and numbers are escaped, markup is not, a list is put in one after another. */
export type Part = string | number | Markup | readonly Part[];

export const NOTHING = new Markup('');

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/**
 * A piece of the page: html`<td>${name}</td>`. What is put in is escaped for text and for quoted attributes alike, and
 * characters that hide, or turn the direction of writing, become visible.
 */
export function html(pieces: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  let source = pieces[0] ?? '';
  for (const [index, part] of parts.entries()) source += sourceOf(part) + (pieces[index + 1] ?? '');
  return new Markup(source);
}

/** Text of the dump in a line of ours: whatever its direction of writing, it does not touch its neighbours'. */
export function quoted(text: string): Markup {
  return html`<bdi>${text}</bdi>`;
}

/** Text of several lines: as many, blank ones left out. */
export function lines(text: string): Markup {
  const [first = '', ...rest] = text.split(/\s*[\r\n]+\s*/u).filter((line) => line !== '');
  return html`${first}${rest.map((line) => html`<br>${line}`)}`;
}

function sourceOf(part: Part): string {
  if (part instanceof Markup) return part.source;
  if (typeof part === 'string') return escape(part);
  return typeof part === 'number' ? String(part) : part.map(sourceOf).join('');
}

function escape(text: string): string {
  return visible(text).replace(/[&<>"']/gu, (character) => ENTITIES[character] ?? '');
}
