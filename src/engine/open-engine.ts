import type { Post } from '../documents/post.js';
import type { AnalysisInput } from '../options.js';
import type { Engine } from './engine.js';
import { FileEngine } from './files/file-engine.js';

/**
 * The engine that holds these inputs.
 * @param onPost is shown every post as it is read
 */
export function openEngine(inputs: readonly AnalysisInput[], onPost?: (post: Post) => void): Engine {
  return new FileEngine(inputs, onPost);
}
