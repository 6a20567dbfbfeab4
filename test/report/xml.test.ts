import { array, assert, constantFrom, oneof, property, record, string } from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { xmlText } from '../../src/report/xml.js';
import { xmlPieces } from '../../src/report/xml.js';

/** Every `item` of a document: its attribute and its text. Throws where the document is not well-formed. */
function itemsIn(xml: string): { at: string; text: string }[] {
  const items: { at: string; text: string }[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (name === 'item') items.push({ at: attributes['at'] ?? '', text: '' });
  });
  parser.on('text', (text) => {
    const last = items.at(-1);
    if (last && !/^\s*$/u.test(text)) last.text += text;
  });
  parser.write(xml).close();
  return items;
}

const item = ({ at, text }: { at: string; text: string }) => ({ '@at': at, '#text': text });

describe('xmlPieces', () => {
  it('puts each list in its place, indented as the rest', () => {
    const root = { root: { '@a': 1, list: { item: '' }, other: { item2: '' }, end: 'x' } };
    expect([...xmlPieces(root, { item: [{ '@n': 1 }, { sub: { '@n': 2 } }], item2: [] })].join('')).toBe(
      `<?xml version="1.0" encoding="UTF-8"?>
<root a="1">
  <list>
    <item n="1"/>
    <item>
      <sub n="2"/>
    </item>
  </list>
  <other>
  </other>
  <end>x</end>
</root>
`,
    );
  });

  it('escapes texts and attributes, so that a reader has them as they were', () => {
    const text = oneof(
      constantFrom('true', '<![CDATA[', ']]>', '&amp;', '"\'', '<item/>', '\n  <item/>\n', '&', '@at', '#text'),
      string({ unit: 'binary', minLength: 1 }),
    ).map((each) => `x${xmlText(each)}`);
    assert(
      property(array(record({ at: text, text })), (items) => {
        const whole = [...xmlPieces({ root: { item: items.map(item) } })].join('');
        const inPieces = [...xmlPieces({ root: { item: '' } }, { item: items.map(item) })].join('');
        expect(itemsIn(whole)).toEqual(items);
        expect(itemsIn(inPieces)).toEqual(items);
      }),
    );
  });

  it('makes elements as they are written', () => {
    let made = 0;
    function* endless(): Generator<{ '@n': number }> {
      for (;;) yield { '@n': made++ };
    }
    for (const piece of xmlPieces({ root: { item: '' } }, { item: endless() })) if (piece.includes('n="9"')) break;
    expect(made).toBe(10);
  });
});
