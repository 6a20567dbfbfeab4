import { EDGE_FIELDS, type NetworkEdge, type NetworkNode, buildNetwork, NODE_FIELDS } from '../network.js';
import { type XmlElements, xmlPieces } from '../xml.js';
import type { OutputFormat } from './format.js';

/** The groups' network in GraphML (http://graphml.graphdrawing.org), for yEd, networkx, igraph and Gephi. */
export const graphmlFormat: OutputFormat = {
  needs: ['ties'],
  render: (result, exhibits) => {
    const { nodes, edges } = buildNetwork(result, exhibits);
    return xmlPieces(
      {
        graphml: {
          '@xmlns': 'http://graphml.graphdrawing.org/xmlns',
          key: [...keys('node', NODE_FIELDS), ...keys('edge', EDGE_FIELDS)],
          graph: { '@id': 'groups', '@edgedefault': 'undirected', node: '', edge: '' },
        },
      },
      { node: nodeElements(nodes), edge: edgeElements(edges) },
    );
  },
};

function keys(element: 'node' | 'edge', fields: Readonly<Record<string, string>>): XmlElements[] {
  return Object.entries(fields).map(([name, type]) => ({
    '@id': `${element}-${name}`,
    '@for': element,
    '@attr.name': name,
    '@attr.type': type,
  }));
}

function* nodeElements(nodes: Iterable<NetworkNode>): Generator<XmlElements> {
  for (const { id, fields } of nodes) yield { '@id': id, data: data('node', fields) };
}

function* edgeElements(edges: Iterable<NetworkEdge>): Generator<XmlElements> {
  for (const { id, source, target, fields } of edges)
    yield { '@id': id, '@source': source, '@target': target, data: data('edge', fields) };
}

function data(element: 'node' | 'edge', fields: Readonly<Record<string, string | number>>): XmlElements[] {
  return Object.entries(fields).map(([name, value]) => ({ '@key': `${element}-${name}`, '#text': value }));
}
