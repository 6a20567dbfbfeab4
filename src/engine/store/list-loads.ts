/** The loads of a store, for its administrators. */

import { TrendAuditError } from '../../errors.js';
import type { AnalyzeOptions } from '../../options.js';
import { dropPart, type Load, readLoads } from './loads.js';
import { openStore } from './store.js';
import { assertAllNamed } from './tables.js';

export interface ListedLoad {
  /** SHA-256, in hex digits. */
  readonly id: string;
  /** ISO 8601 UTC. */
  readonly finished: string;
  readonly posts: number;
  /** Whether the posts can be quoted. */
  readonly texts: boolean;
  readonly files: readonly { readonly path: string; readonly posts: number }[];
}

type Options = Pick<AnalyzeOptions, 'storeAccess' | 'signal'>;

/** Number of characters of an id in messages: enough to distinguish it from others. */
const SHORT = 12;

/** The loads, sorted by the names of their first files. Throws TrendAuditError. */
export async function listLoads(address: string, options: Options): Promise<ListedLoad[]> {
  const store = await openStore(address, options, { servers: 'first' });
  try {
    const { finished } = await readLoads(store.connections[0], store.version);
    return finished.map(listed).sort((a, b) => ((a.files[0]?.path ?? '') < (b.files[0]?.path ?? '') ? -1 : 1));
  } finally {
    await store.close();
  }
}

/** Removes a load from a store; its id may be shortened. Throws TrendAuditError if no load or several loads match. */
export async function dropLoad(address: string, id: string, options: Options): Promise<ListedLoad> {
  const store = await openStore(address, options, { servers: 'all' });
  try {
    const { connections, version } = store;
    const { finished, leftovers } = await readLoads(connections[0], version);
    const found = finished.filter(({ load }) => load.startsWith(id.toLowerCase()));
    const [load, another] = found;
    if (load === undefined || another !== undefined)
      throw new TrendAuditError(
        'usage',
        `${load === undefined ? 'no load has' : 'several loads have'} an id that begins with ${id}`,
        {
          file: address,
          hint:
            finished.length === 0
              ? 'nothing is loaded'
              : `there are ${finished.map((each) => each.load.slice(0, SHORT)).join(', ')}`,
        },
      );
    await assertAllNamed(store.address, connections, version.cluster);
    for (const each of [load, ...leftovers.filter((leftover) => leftover.load === load.load)])
      await dropPart(connections, version, each);
    return listed(load);
  } finally {
    await store.close();
  }
}

function listed({ load, recorded, posts, texts, inputs }: Load): ListedLoad {
  return {
    id: load,
    finished: new Date(1000 * recorded).toISOString(),
    posts,
    texts,
    files: inputs.map((input) => ({ path: input.path, posts: input.posts })),
  };
}
