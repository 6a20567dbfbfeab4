import { VERDICTS, type Verdict } from '../../documents/verdict.js';
import { VERDICT_TEXTS } from '../verdicts.js';
import { html, type SafeHtml } from './markup.js';

/**
 * The fill of each verdict; the page's style defines a light and a dark value. Hatching distinguishes what lightness
 * does not.
 */
export const VERDICT_COLORS: Readonly<Record<Verdict, string>> = {
  coordinated: 'var(--coordinated)',
  flooding: 'var(--flooding)',
  unclear: 'url(#hatch)',
  organic: 'var(--organic)',
  insufficient: 'var(--insufficient)',
};

/**
 * Included once in the page, outside of all charts: a pattern that is defined in a hidden chart would not be drawn in
 * other charts either.
 */
export const SVG_PATTERNS = html`<svg class="patterns" width="0" height="0" aria-hidden="true" focusable="false"><defs><pattern id="hatch" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="4" height="4" fill="var(--unclear-ground)"/><rect width="2" height="4" fill="var(--unclear)"/></pattern></defs></svg>`;

/** A small square in a verdict's colour and pattern. */
export function legendSwatch(verdict: Verdict): SafeHtml {
  return html`<svg class="swatch" width="12" height="12" aria-hidden="true" focusable="false"><rect width="12" height="12" fill="${VERDICT_COLORS[verdict]}"/></svg>`;
}

/** The legend of the verdicts that occur, in the order in which they are stacked. */
export function legend(occurring: (verdict: Verdict) => boolean): SafeHtml {
  return html`${VERDICTS.filter(occurring).map((verdict) => html`<span class="entry">${legendSwatch(verdict)} ${VERDICT_TEXTS[verdict].name}</span> `)}`;
}
