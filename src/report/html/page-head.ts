import { createHash } from 'node:crypto';
import { html, SafeHtml } from './markup.js';

export interface PageHead {
  readonly title: SafeHtml | string;
  readonly tool: { readonly name: string; readonly version: string };
  readonly style: string;
  /** Absent where the page runs nothing. */
  readonly script?: string;
}

/**
 * Everything up to the body of a page that opens from disk and asks for nothing: its policy allows this style and this
 * script, and nothing else; who follows a link out of it does not say where from.
 */
export function pageHead({ title, tool, style, script }: PageHead): SafeHtml {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '${hash(style)}';${script === undefined ? '' : html` script-src '${hash(script)}';`} base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<meta name="generator" content="${tool.name} ${tool.version}">
<title>${title} (${tool.name})</title>
<style>${new SafeHtml(style)}</style>
</head>
`;
}

/** What the page's policy allows by name; a change of one letter is refused. */
function hash(text: string): SafeHtml {
  return new SafeHtml(`sha256-${createHash('sha256').update(text).digest('base64')}`);
}
