import type { Draft } from './draft.js';
import type { Random } from './random.js';
import type { Voice } from './voice.js';

/** How many of the latest posts people see. Assumption. */
const IN_SIGHT = 300;

/** Probability that somebody answers the last person who answered them, rather than anybody. Assumption. */
const ANSWERS_BACK = 0.55;

/**
 * Finds the target of each answer, quote and retweet that has none yet, in order of time. People answer those who
 * answered them, activists mostly each other, and everybody else recent posts. A post without a target becomes an
 * original post.
 */
export function resolveReferences(drafts: readonly Draft[], voice: Voice, random: Random): Draft[] {
  const inSight = new Recent();
  const amongActivists = new Recent();
  const answered = new Map<string, Draft>();
  const inOrder = drafts
    .map((post, ordinal) => ({ post, ordinal }))
    .sort((a, b) => a.post.time - b.post.time || a.ordinal - b.ordinal);
  return inOrder.map(({ post }) => {
    const settled = post.text === '' ? settle(post) : post;
    remember(settled);
    return settled;
  });

  function remember(settled: Draft): void {
    if (settled.kind === 'reply' && settled.target !== undefined) answered.set(settled.target.account.id, settled);
    if (settled.kind === 'retweet') return;
    inSight.add(settled);
    if (settled.by.habit === 'activist') amongActivists.add(settled);
  }

  function settle(post: Draft): Draft {
    const back = post.kind === 'reply' && random.chance(ANSWERS_BACK) ? answered.get(post.account.id) : undefined;
    const circle = post.by.habit === 'activist' && random.chance(0.9) ? amongActivists : inSight;
    const target = back ?? circle.draw(random, post.account.id);
    if (back !== undefined) answered.delete(post.account.id);
    if (target === undefined) return { ...post, kind: 'original', ...voice.write('say') };
    switch (post.kind) {
      case 'retweet':
        return { ...post, ...voice.retweet(target), target };
      case 'quote':
        return { ...post, ...voice.quote(target), target };
      default:
        return {
          ...post,
          ...voice.answer(target, post.by.habit === 'activist' && random.chance(0.4) ? 'organise' : 'answer'),
          target,
        };
    }
  }
}

/** Ring buffer of the latest posts. */
class Recent {
  readonly #posts: Draft[] = [];
  #count = 0;

  add(post: Draft): void {
    this.#posts[this.#count % IN_SIGHT] = post;
    this.#count++;
  }

  /** A random post that is not by `author`; undefined if a few tries find none. */
  draw(random: Random, author: string): Draft | undefined {
    if (this.#posts.length === 0) return undefined;
    for (let i = 0; i < 5; i++) {
      const post = random.pick(this.#posts);
      if (post.account.id !== author) return post;
    }
    return undefined;
  }
}
