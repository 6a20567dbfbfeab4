/** The groups' network as a graph: a node an account of a group, an edge for each kind of thing that two of them share. */

import Graph from 'graphology';
import type { ReportData } from '../documents/report-data.js';
import type { Result } from '../documents/result.js';
import { xmlText } from './xml-text.js';

/** What is said of each node and edge, by name; dates are ISO 8601 UTC. */
export const NODE_FIELDS = {
  label: 'string',
  handle: 'string',
  displayName: 'string',
  verdict: 'string',
  score: 'double',
  createdAt: 'string',
  posts: 'int',
  group: 'string',
} as const;
export const EDGE_FIELDS = {
  kind: 'string',
  weight: 'double',
  items: 'int',
  firstAt: 'string',
  lastAt: 'string',
} as const;

/** Fields that are not known are left out. Every text may be written in XML. */
export function networkOf({ accounts, tool, dump }: Result, { ties }: Pick<ReportData, 'ties'>): Graph {
  const graph = new Graph({ type: 'undirected', multi: true });
  graph.replaceAttributes({
    creator: `${tool.name} ${tool.version}`,
    description: `Accounts likely acting together in a dump of ${dump.posts} posts (${dump.from} to ${dump.to}), and what they share`,
  });
  const nodeOf = new Map<string, string>();
  for (const { id, handle, displayName, verdict, score, createdAt, posts, group } of accounts) {
    if (group === null) continue;
    // Two ids that differ by a hidden character only may look alike.
    let node = xmlText(id);
    while (graph.hasNode(node)) node += "'";
    nodeOf.set(id, node);
    graph.addNode(
      node,
      known({
        label: xmlText(handle === '' ? id : handle),
        handle: xmlText(handle),
        displayName: xmlText(displayName),
        verdict,
        score,
        createdAt,
        posts,
        group: xmlText(group),
      }),
    );
  }
  for (const [number, { source, target, kind, weight, items, firstAt, lastAt }] of ties.entries()) {
    graph.addEdgeWithKey(`e${number + 1}`, nodeOf.get(source), nodeOf.get(target), {
      kind,
      weight,
      items,
      firstAt,
      lastAt,
    });
  }
  return graph;
}

function known(
  fields: Readonly<Record<keyof typeof NODE_FIELDS, string | number | null>>,
): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => (value === null || value === '' ? [] : [[name, value]])),
  );
}
