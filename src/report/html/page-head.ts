import { createHash } from 'node:crypto';
import { html, SafeHtml } from './markup.js';

export interface PageHead {
  readonly title: SafeHtml | string;
  readonly tool: { readonly name: string; readonly version: string };
  readonly style: string;
  /** Absent if the page runs no script. */
  readonly script?: string;
}

/**
 * Everything before the body of a page that opens from disk and loads nothing: its policy allows only this style and
 * this script, and links out of it send no referrer.
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

/** The hash by which the page's policy allows a style or script; it blocks a text in which one letter was changed. */
function hash(text: string): SafeHtml {
  return new SafeHtml(`sha256-${createHash('sha256').update(text).digest('base64')}`);
}
