import { EDGE_FIELDS, type NetworkEdge, type NetworkNode, buildNetwork, NODE_FIELDS } from '../network.js';
import { type XmlElements, xmlPieces } from '../xml.js';
import type { OutputFormat } from './format.js';

/**
 * The groups' network for Gephi: GEXF 1.3 (https://gexf.net), in which edges of several kinds may join the same two
 * nodes.
 */
export const gexfFormat: OutputFormat = {
  needs: ['ties'],
  render: (result, exhibits) => {
    const { tool, dump } = result;
    const { nodes, edges } = buildNetwork(result, exhibits);
    return xmlPieces(
      {
        gexf: {
          '@version': '1.3',
          '@xmlns': 'http://gexf.net/1.3',
          '@xmlns:viz': 'http://gexf.net/1.3/viz',
          '@xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
          '@xsi:schemaLocation': 'http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd',
          meta: {
            creator: `${tool.name} ${tool.version}`,
            description:
              `Accounts likely acting together in a dump of ${dump.posts} posts (${dump.from} to ${dump.to}), ` +
              'and what they share',
          },
          graph: {
            '@defaultedgetype': 'undirected',
            attributes: [declared('node', NODE_FIELDS), declared('edge', EDGE_FIELDS)],
            nodes: { node: '' },
            edges: { edge: '' },
          },
        },
      },
      { node: nodeElements(nodes), edge: edgeElements(edges) },
    );
  },
};

/** Fields for which the format has built-in attributes. */
const BUILT_IN: ReadonlySet<string> = new Set(['label', 'kind', 'weight']);

function declared(element: 'node' | 'edge', fields: Readonly<Record<string, string>>): XmlElements {
  const own = Object.entries(fields).filter(([name]) => !BUILT_IN.has(name));
  return {
    '@class': element,
    attribute: own.map(([name, type]) => ({
      '@id': name,
      '@title': name,
      '@type': type === 'int' ? 'integer' : type,
    })),
  };
}

function* nodeElements(nodes: Iterable<NetworkNode>): Generator<XmlElements> {
  for (const { id, fields } of nodes) yield { '@id': id, '@label': fields.label ?? id, attvalues: values(fields) };
}

/** The kind is also the label, because readers of older versions do not know kinds. */
function* edgeElements(edges: Iterable<NetworkEdge>): Generator<XmlElements> {
  for (const { id, source, target, fields } of edges)
    yield {
      '@id': id,
      '@source': source,
      '@target': target,
      '@weight': fields.weight,
      '@kind': fields.kind,
      '@label': fields.kind,
      attvalues: values(fields),
    };
}

function values(fields: Readonly<Record<string, string | number>>): XmlElements {
  const own = Object.entries(fields).filter(([name]) => !BUILT_IN.has(name));
  return { attvalue: own.map(([name, value]) => ({ '@for': name, '@value': value })) };
}
