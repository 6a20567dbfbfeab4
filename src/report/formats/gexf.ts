import gexfFormat from 'graphology-gexf';
import { networkOf } from '../network.js';
import type { OutputFormat } from './format.js';

/** The groups' network for Gephi: GEXF 1.3, in which edges of several kinds may join the same two nodes. */
export const gexf: OutputFormat = {
  needs: ['ties'],
  render: (result, exhibits) => [gexfFormat.write(networkOf(result, exhibits), { version: '1.3', formatEdge }), '\n'],
};

/** The kind is a label, too: readers of older versions know no kinds. */
function formatEdge(_: string, { kind, weight, ...attributes }: Record<string, unknown>): Record<string, unknown> {
  return { label: kind, kind, weight, attributes };
}
