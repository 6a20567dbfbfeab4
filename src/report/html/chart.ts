/** Charts as inline SVG: drawn by Observable Plot, without a browser. */

import { plot, type PlotOptions } from '@observablehq/plot';
import { DOMImplementation, XMLSerializer } from '@xmldom/xmldom';
import { html, SafeHtml, type Interpolation } from './markup.js';

export interface Chart {
  readonly id: string;
  readonly title: Interpolation;
  /** What the chart shows, in a sentence or two: read by those who do not see it, and by those who do. */
  readonly says: Interpolation;
  /** The key to the marks; they differ in form and position, never in colour alone. */
  readonly key?: Interpolation;
  /** Drawn for a page and for a telephone, so that its words keep their size. */
  readonly draw: (width: number) => PlotOptions;
  /** Width on a page, in pixels, where it is not the whole page's. */
  readonly wide?: number;
  /** Whether parts of it are links: then it is a group of links to a screen reader, not a picture. */
  readonly links?: boolean;
  /** The same in figures. */
  readonly table?: SafeHtml;
}

/** The width of the page's column, and of a telephone's without its margins. */
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

/** Attributes that hold lengths: a hundredth of a pixel is enough, and the same on every machine. */
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
  // Styles stand in one place of the page; a hash allows them, and nothing else.
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
    // The tables lead to the same places: the tab key need not stop at each mark.
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
