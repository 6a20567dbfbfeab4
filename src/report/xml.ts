import Builder from 'fast-xml-builder';
import { escapeControls } from '../text/escape-controls.js';

/**
 * Elements beside each other, by name: `@` begins the name of an attribute, `#text` is the text. Both are escaped here;
 * what XML forbids, and line breaks in attributes, `xmlText` has replaced before.
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
 * An XML document in pieces, so that a long list is never one string. In `root` an empty element stands where the
 * elements of its name in `lists` will be; the lists are in the order of these places, their texts without line breaks.
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
 * Text that may stand in XML, still to be escaped: what is hidden or harmful made visible, as are the two characters
 * beyond those that XML 1.0 forbids.
 */
export function xmlText(text: string): string {
  return escapeControls(text).replaceAll(
    /[\uFFFE\uFFFF]/gu,
    (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}}`,
  );
}
