import { describe, expect, it } from 'vitest';
import type { Post } from '../../src/documents/post.js';
import type { Engine } from '../../src/engine/engine.js';
import { noPostsError } from '../../src/engine/no-posts-error.js';
import { analyzeSession } from '../../src/pipeline/analyze.js';
import { openSession } from '../../src/pipeline/ingest.js';
import { simulate, simulationOptions } from '../../src/simulate/index.js';
import { measured } from '../dataset/posts.js';

const { posts: POSTS } = simulate(
  simulationOptions('campaign', {
    seed: 1,
    organic: { accounts: 200, posts: 1200 },
    campaign: { accounts: 20, posts: 200 },
  }),
);

/** Holds posts in memory. */
class PostsEngine implements Engine {
  readonly #posts: readonly Post[];
  closed = 0;

  constructor(posts: readonly Post[]) {
    this.#posts = posts;
  }

  async measure(options: Parameters<Engine['measure']>[0]): ReturnType<Engine['measure']> {
    if (this.#posts.length === 0) throw noPostsError(undefined, options, ['one', 'another']);
    const dataset = measured(this.#posts);
    const byLine = new Map(this.#posts.map((post) => [post.line, post]));
    return {
      dataset,
      inputs: [],
      users: [],
      rereadPosts: async (wanted) =>
        new Map(
          wanted.flatMap((p) => {
            const post = byLine.get(dataset.posts.line[p] ?? 0);
            return post ? [[p, post] as const] : [];
          }),
        ),
    };
  }

  async close(): Promise<void> {
    this.closed++;
  }
}

describe('a session of an engine', () => {
  it('is decided, and quotes what the engine gives again', async () => {
    const engine = new PostsEngine(POSTS);
    const session = await openSession(engine, {});
    const { summary, groups } = await analyzeSession(session);
    expect(summary.accounts.coordinated).toBeGreaterThan(10);
    const texts = new Set(POSTS.map(({ text }) => text));
    const quoted = groups.flatMap(({ shared }) => shared.filter(({ kind }) => kind === 'text'));
    expect(quoted.length).toBeGreaterThan(0);
    expect(quoted.filter(({ example }) => !texts.has(example))).toEqual([]);
    expect(engine.closed).toBe(0);
    await session.close();
    expect(engine.closed).toBe(1);
  });

  it('quotes nothing without a way back to the posts', async () => {
    const { rereadPosts: _, ...session } = await openSession(new PostsEngine(POSTS), {});
    const { groups } = await analyzeSession(session);
    expect(new Set(groups.flatMap(({ shared }) => shared.map(({ example }) => example)))).toEqual(new Set(['…']));
  });

  it('passes on what the engine throws, and closes it', async () => {
    const engine = new PostsEngine([]);
    await expect(openSession(engine, { hashtag: '#two' })).rejects.toMatchObject({
      code: 'nothing-left',
      hint: 'the most frequent are one, another',
    });
    expect(engine.closed).toBe(1);
  });

  it('closes the engine where it is told to stop', async () => {
    const engine = new PostsEngine(POSTS);
    const signal = AbortSignal.abort(new Error('enough'));
    await expect(openSession(engine, { signal })).rejects.toThrow('enough');
    expect(engine.closed).toBe(1);
  });
});
