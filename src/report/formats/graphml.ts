import XMLWriter from 'xml-writer';
import { EDGE_FIELDS, networkOf, NODE_FIELDS } from '../network.js';
import type { OutputFormat } from './format.js';

/** The groups' network in GraphML (http://graphml.graphdrawing.org), for yEd, networkx, igraph and Gephi. */
export const graphml: OutputFormat = {
  needs: ['ties'],
  *render(result, exhibits) {
    const pieces: string[] = [];
    const xml = new XMLWriter('  ', (text) => void pieces.push(text));
    const graph = networkOf(result, exhibits);
    xml
      .startDocument('1.0', 'UTF-8')
      .startElement('graphml')
      .writeAttribute('xmlns', 'http://graphml.graphdrawing.org/xmlns');
    for (const [element, fields] of [
      ['node', NODE_FIELDS],
      ['edge', EDGE_FIELDS],
    ] as const) {
      for (const [name, type] of Object.entries(fields)) {
        xml
          .startElement('key')
          .writeAttribute('id', key(element, name))
          .writeAttribute('for', element)
          .writeAttribute('attr.name', name)
          .writeAttribute('attr.type', type)
          .endElement();
      }
    }
    xml.startElement('graph').writeAttribute('id', 'groups').writeAttribute('edgedefault', 'undirected');
    for (const { node, attributes } of graph.nodeEntries()) {
      write(xml.startElement('node').writeAttribute('id', node), 'node', attributes);
      yield pieces.splice(0).join('');
    }
    for (const { edge, source, target, attributes } of graph.edgeEntries()) {
      write(
        xml
          .startElement('edge')
          .writeAttribute('id', edge)
          .writeAttribute('source', source)
          .writeAttribute('target', target),
        'edge',
        attributes,
      );
      yield pieces.splice(0).join('');
    }
    xml.endElement().endElement();
    yield `${pieces.join('')}\n`;
  },
};

function write(xml: XMLWriter, element: 'node' | 'edge', attributes: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(attributes))
    xml.startElement('data').writeAttribute('key', key(element, name)).text(String(value)).endElement();
  xml.endElement();
}

function key(element: 'node' | 'edge', name: string): string {
  return `${element}-${name}`;
}
