/** Parts of a drawing for which Observable Plot has no mark, drawn in the same document. */

import type { RenderFunction } from '@observablehq/plot';

const SVG = 'http://www.w3.org/2000/svg';

type Attributes = Readonly<Record<string, string | number>>;

export interface SvgPart {
  readonly name: string;
  readonly attributes: Attributes;
  readonly children: readonly (SvgPart | string)[];
}

/** An SVG element as plain data; `partMark` draws it. */
export function svgPart(name: string, attributes: Attributes, children: SvgPart['children'] = []): SvgPart {
  return { name, attributes, children };
}

/** A link with a title; the tab key skips it, because the tables have the same links. */
export function linkTo(anchor: string, title: string, children: SvgPart['children'], name = ''): SvgPart {
  return svgPart('a', { href: `#${anchor}`, tabindex: -1, ...(name === '' ? {} : { class: name }) }, [
    svgPart('title', {}, [title]),
    ...children,
  ]);
}

/** A mark of a plot that draws this part unchanged. */
export function partMark(drawn: SvgPart): RenderFunction {
  return (_index, _scales, _values, _dimensions, { document }) => draw(drawn, document);
}

/** The part of the DOM that is used to draw without a browser. */
interface DrawingDocument {
  readonly createElementNS: (namespace: string, name: string) => DrawingElement;
  readonly createTextNode: (text: string) => object;
}

interface DrawingElement {
  readonly setAttribute: (name: string, value: string) => void;
  readonly appendChild: (child: object) => void;
}

function draw({ name, attributes, children }: SvgPart, document: DrawingDocument): DrawingElement {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes))
    element.setAttribute(key, typeof value === 'number' ? String(Math.round(100 * value) / 100) : value);
  for (const child of children)
    element.appendChild(typeof child === 'string' ? document.createTextNode(child) : draw(child, document));
  return element;
}
