import { buildDataset } from '../../src/dataset/build-dataset.js';
import type { InputOrigin } from '../../src/dataset/creation-dates.js';
import { DatasetBuilder } from '../../src/dataset/dataset-builder.js';
import type { Dataset } from '../../src/dataset/dataset.js';
import { idAt } from '../../src/dataset/post-ids.js';
import type { ItemKind } from '../../src/documents/evidence.js';
import type { Account, Post } from '../../src/documents/post.js';
import { extractHashtags } from '../../src/text/hashtags.js';

export { DAY, HOUR, MINUTE } from '../../src/time/units.js';
/** When the made-up conversations begin: odd by some milliseconds, so that the finest step is told. */
export const START = Date.UTC(2014, 2, 1, 12, 0, 0, 7);

export interface Said extends Partial<Omit<Post, 'account' | 'id'>> {
  readonly by: string | Account;
  /** `null`: the dump states none. */
  readonly id?: string | null;
}

let lines = 1;

/** A post, of which only the author must be said. */
export function post({ by, id, ...said }: Said): Post {
  const line = ++lines;
  const text = said.text ?? '';
  return {
    id: id === null ? undefined : (id ?? `p${line}`),
    account: typeof by === 'string' ? { id: by, handle: `h_${by}`, displayName: '' } : by,
    time: START,
    text,
    kind: 'original',
    hashtags: extractHashtags(text).map((tag) => tag.toLowerCase()),
    links: [],
    client: '',
    input: 0,
    line,
    ...said,
  };
}

export function collectorOf(posts: readonly Post[]): DatasetBuilder {
  const collector = new DatasetBuilder();
  for (const each of posts) collector.add(each);
  return collector;
}

export function measured(posts: readonly Post[], origins: readonly InputOrigin[] = []): Dataset {
  return buildDataset(collectorOf(posts), origins);
}

/** The ids of the posts, in order. */
export function idsOf({ posts }: Dataset): string[] {
  return Array.from(posts.time, (_, p) => idAt(posts.id, p));
}

/** The number of an account. */
export function numberOf({ accounts }: Dataset, id: string): number {
  return accounts.id.indexOf(id);
}

/** Who bears each shared item of one kind: account ids, and items, in order. */
export function bearers({ accounts, items }: Dataset, kind: ItemKind): string[][] {
  const table = items[kind];
  return Array.from({ length: table.count }, (_, i) =>
    Array.from(table.accountsOf.row(i), (a) => accounts.id[a] ?? '').sort(),
  ).sort((a, b) => (a.join(' ') < b.join(' ') ? -1 : 1));
}
