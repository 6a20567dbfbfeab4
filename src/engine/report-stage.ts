import type { Input } from '../documents/result.js';
import type { AnalyzeOptions } from '../options.js';

/** Reports the next stage, after everything is read. Throws the signal's reason if it has aborted. */
export function reportStage(
  { onProgress, signal }: AnalyzeOptions,
  stage: string,
  inputs: readonly Pick<Input, 'bytes'>[],
  posts: number,
): void {
  signal?.throwIfAborted();
  const bytes = inputs.reduce((sum, input) => sum + input.bytes, 0);
  onProgress?.({ stage, bytesRead: bytes, bytesTotal: bytes, posts });
}
