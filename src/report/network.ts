/**
 * The groups' network as a graph: a node for each account of a group, an edge for each kind of item that two of them
 * share.
 */

import type { ReportData, Tie } from '../documents/report-data.js';
import type { AccountResult, Result } from '../documents/result.js';
import { xmlText } from './xml.js';

/** The attributes of nodes and edges, by name; dates are ISO 8601, UTC. */
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

/** Unknown fields are left out. All texts are valid in XML. */
export interface NetworkNode {
  readonly id: string;
  readonly fields: Readonly<Partial<Record<keyof typeof NODE_FIELDS, string | number>>>;
}

export interface NetworkEdge {
  readonly id: string;
  /** Ids of two nodes. */
  readonly source: string;
  readonly target: string;
  readonly fields: Readonly<Record<keyof typeof EDGE_FIELDS, string | number>>;
}

/** Nodes and edges are created while they are read. */
export interface Network {
  readonly nodes: Iterable<NetworkNode>;
  readonly edges: Iterable<NetworkEdge>;
}

/** The network of the grouped accounts: a node for each, an edge for each tie between two of them. */
export function buildNetwork({ accounts }: Result, { ties }: Pick<ReportData, 'ties'>): Network {
  const members = accounts.filter(({ group }) => group !== null);
  const nodeIds = nodeIdsOf(members);
  return { nodes: nodesOf(members, nodeIds), edges: edgesOf(ties, nodeIds) };
}

/** Node ids by account id. If an id gives a node id that is already taken, an apostrophe is added. */
function nodeIdsOf(members: readonly AccountResult[]): ReadonlyMap<string, string> {
  const taken = new Set<string>();
  return new Map(
    members.map(({ id }) => {
      let node = xmlText(id);
      while (taken.has(node)) node += "'";
      taken.add(node);
      return [id, node];
    }),
  );
}

function* nodesOf(members: readonly AccountResult[], nodeIds: ReadonlyMap<string, string>): Generator<NetworkNode> {
  for (const { id, handle, displayName, verdict, score, createdAt, posts, group } of members) {
    const fields = {
      label: xmlText(handle === '' ? id : handle),
      handle: xmlText(handle),
      displayName: xmlText(displayName),
      verdict,
      score,
      createdAt,
      posts,
      group: xmlText(group ?? ''),
    };
    yield {
      id: nodeIds.get(id) ?? '',
      fields: Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== '')),
    };
  }
}

function* edgesOf(ties: readonly Tie[], nodeIds: ReadonlyMap<string, string>): Generator<NetworkEdge> {
  for (const [number, { source, target, kind, weight, items, firstAt, lastAt }] of ties.entries()) {
    yield {
      id: `e${number + 1}`,
      source: nodeIds.get(source) ?? '',
      target: nodeIds.get(target) ?? '',
      fields: { kind, weight, items, firstAt, lastAt },
    };
  }
}
