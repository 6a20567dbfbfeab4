import Builder from 'fast-xml-builder';
import { escapeControls } from '../text/escape-controls.js';

/**
 * Sibling elements, by name: `@` begins the name of an attribute, `#text` is the text. Both are escaped here;
 * characters that XML forbids, and line breaks in attributes, must first be replaced by `xmlText`.
 */
export interface XmlElements {
  readonly [name: string]: string | number | XmlElements | readonly XmlElements[];
}

const builder = new Builder({
  attributeNamePrefix: '@',
  ignoreAttributes: false,
  format: true,
  suppressEmptyNode: true,
  suppressBooleanAttributes: false,
});

/**
 * An XML document in pieces, so that a long list is never one string. An empty element in `root` marks the place for
 * the elements of its name in `lists`. The lists must be in the order of these places, and their texts without line
 * breaks.
 */
export function* xmlPieces(
  root: XmlElements,
  lists: Readonly<Record<string, Iterable<XmlElements>>> = {},
): Generator<string> {
  let rest: string = builder.build({ '?xml': { '@version': '1.0', '@encoding': 'UTF-8' }, ...root });
  for (const [name, elements] of Object.entries(lists)) {
    const [before = '', indent = '', after = ''] = rest.split(new RegExp(`^( *)<${name}/>\n`, 'mu'));
    yield before;
    for (const element of elements) yield builder.build({ [name]: element }).replaceAll(/^(?=.)/gmu, indent);
    rest = after;
  }
  yield rest;
}

/**
 * Text that is valid in XML but not yet escaped: hidden and harmful characters are made visible, and so are the two
 * other characters that XML 1.0 forbids.
 */
export function xmlText(text: string): string {
  return escapeControls(text).replaceAll(
    /[\uFFFE\uFFFF]/gu,
    (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}}`,
  );
}
