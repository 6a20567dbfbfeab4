import type { Label } from '../documents/evaluation.js';
import type { Post } from '../documents/post.js';
import type { Input } from '../documents/result.js';
import { TrendAuditError } from '../errors.js';
import { readPosts, type ReadOptions } from '../read/read.js';
import { labelsCsv, plantCampaign, type SimulatedPost, type SimulationOptions, toCsv } from '../simulate/index.js';

const MINUTE = 60_000;
const STEPS = [24 * 60 * MINUTE, 60 * MINUTE, MINUTE, 1] as const;

/** All posts of a file, and how it was read. Throws TrendAuditError. */
export async function readAll(
  file: string,
  options: ReadOptions,
): Promise<{ readonly posts: readonly Post[]; readonly input: Input }> {
  const posts: Post[] = [];
  const batches = readPosts(file, 0, options);
  for (;;) {
    const batch = await batches.next();
    if (batch.done) {
      if (posts.length === 0)
        throw new TrendAuditError('nothing-left', 'no post to plant a campaign among', {
          file,
          hint: 'give a dump of at least a day',
        });
      return { posts, input: batch.value };
    }
    for (const post of batch.value) posts.push(post);
  }
}

/** A labelled dump as CSV text. */
export interface RenderedDump {
  readonly dump: string;
  readonly labels: string;
  readonly facts: { readonly posts: number; readonly accounts: number; readonly coordinated: number };
}

/**
 * The posts of a dump with a planted campaign, at the time resolution of the dump. All accounts of the dump are
 * labelled organic.
 */
export function injectCampaign(own: readonly Post[], options: SimulationOptions): RenderedDump {
  const step = STEPS.find((each) => own.every(({ time }) => time % each === 0)) ?? 1;
  const { posts, labels } = plantCampaign(own, options);
  const planted = posts.map((post) => ({ ...post, time: post.time - (post.time % step) }));
  const all = [...own.map(asWritten), ...planted].sort(
    (a, b) => a.time - b.time || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
  );
  const organic = own.map(({ account }): [string, Label] => [account.id, 'organic']);
  return renderDump(all, new Map([...organic, ...labels]), {
    resolution: step >= MINUTE ? 'minute' : 'second',
    creationDates: options.creationDates,
  });
}

/** The dump and its labels as CSV, with the number of posts, accounts and coordinated accounts. */
export function renderDump(
  posts: readonly SimulatedPost[],
  labels: ReadonlyMap<string, Label>,
  form: Parameters<typeof toCsv>[1],
): RenderedDump {
  const coordinated = [...labels.values()].filter((label) => label === 'coordinated').length;
  return {
    dump: toCsv(posts, form),
    labels: labelsCsv(labels),
    facts: { posts: posts.length, accounts: labels.size, coordinated },
  };
}

/** The columns of a platform release; what the dump does not contain is left empty. */
function asWritten(post: Post): SimulatedPost {
  return { ...post, id: post.id ?? '', language: '' };
}
