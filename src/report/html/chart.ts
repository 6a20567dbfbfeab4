/** Charts as inline SVG: drawn by Observable Plot, without a browser. */

import { plot, type PlotOptions } from '@observablehq/plot';
import { DOMImplementation, XMLSerializer } from '@xmldom/xmldom';
import { html, SafeHtml, type Interpolation } from './markup.js';

export interface Chart {
  readonly id: string;
  readonly title: Interpolation;
  /** What the chart shows, in one or two sentences, also for people who cannot see it. */
  readonly says: Interpolation;
  /** The key to the marks; they differ in form and position, never in colour alone. */
  readonly key?: Interpolation;
  /** Called once for a wide page and once for a phone, so that the text keeps its size. */
  readonly draw: (width: number) => PlotOptions;
  /** Width on a wide page, in pixels; the whole width of the page if absent. */
  readonly wide?: number;
  /** Whether parts of it are links: for a screen reader it is then a group of links, not a picture. */
  readonly links?: boolean;
  /** The same data as a table. */
  readonly table?: SafeHtml;
}

/** The width of the page's column, and of a phone's without its margins, in pixels. */
const WIDE = 1144;
const NARROW = 358;

/** A chart with its title, its text and its figures. */
export function chartFigure({ id, title, says, key, draw, wide = WIDE, links = false, table }: Chart): SafeHtml {
  return html`<figure id="${id}">
<figcaption><h3 id="${id}-t">${title}</h3><p id="${id}-s">${says}</p>${key === undefined ? [] : html`<p class="key">${key}</p>`}</figcaption>
${svg(id, 'wide', draw(wide), links)}
${svg(id, 'narrow', draw(NARROW), links)}
${table === undefined ? [] : html`<details class="figures"><summary>The same in figures</summary><div class="scroll" tabindex="0" role="region" aria-labelledby="${id}-t">${table}</div></details>`}
</figure>
`;
}

/**
 * Attributes that contain lengths. They are rounded to a hundredth of a pixel: precise enough, and equal on every
 * machine.
 */
const LENGTHS = [
  'x',
  'y',
  'x1',
  'x2',
  'y1',
  'y2',
  'dx',
  'dy',
  'cx',
  'cy',
  'r',
  'width',
  'height',
  'd',
  'transform',
  'stroke-width',
];

function svg(id: string, size: 'wide' | 'narrow', options: PlotOptions, links: boolean): SafeHtml {
  const document = new DOMImplementation().createDocument('http://www.w3.org/1999/xhtml', 'html');
  const drawn = plot({ ...options, document });
  // All styles are in one element of the page; its policy allows only this one, by its hash.
  const styles = [...drawn.getElementsByTagName('style')];
  for (const style of styles) style.parentNode.removeChild(style);
  for (const element of [drawn, ...drawn.getElementsByTagName('*')]) {
    // A picture has one label; its parts need none.
    element.removeAttribute('aria-label');
    element.removeAttribute('aria-hidden');
    for (const name of LENGTHS) {
      const value = element.getAttribute(name);
      if (value?.includes('.'))
        element.setAttribute(
          name,
          value.replace(/-?\d+\.\d+/gu, (length: string) => String(Math.round(100 * Number(length)) / 100)),
        );
    }
  }
  for (const link of drawn.getElementsByTagName('a')) {
    // The tables have the same links, so the tab key can skip the marks.
    link.setAttribute('tabindex', '-1');
    const to = link.getAttribute('xlink:href');
    if (to === null) continue;
    link.removeAttribute('xlink:href');
    link.setAttribute('href', to);
  }
  for (const name of ['font-family', 'font-size']) drawn.removeAttribute(name);
  drawn.setAttribute('class', `chart ${size}`);
  drawn.setAttribute('role', links ? 'group' : 'img');
  drawn.setAttribute('aria-labelledby', `${id}-t ${id}-s`);
  return new SafeHtml(new XMLSerializer().serializeToString(drawn));
}
