import { arrange } from '../measure/arrange.js';
import type { Collector } from '../measure/collector.js';
import type { TextsOf } from './shown-posts.js';

/** Texts of posts by their numbers in the measurements, from what was kept in memory while reading. */
export function keptTexts({ kept, profiles }: Collector): TextsOf {
  return (wanted) => {
    const { posts } = arrange(kept, new Map([...profiles.keys()].sort().map((id, number) => [id, number])));
    return Promise.resolve(new Map(wanted.map((p) => [p, posts[p]?.text ?? ''])));
  };
}
