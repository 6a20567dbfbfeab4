import { buildDataset } from '../dataset/build-dataset.js';
import { DatasetBuilder } from '../dataset/dataset-builder.js';
import type { RecordBatch } from '../dataset/record-batch.js';
import type { Input } from '../documents/result.js';
import type { HashtagFinding } from '../documents/scan.js';
import { joinProfiles } from '../engine/join-profiles.js';
import { withPlatformsByIds } from '../engine/platform-by-ids.js';
import type { AnalyzeOptions } from '../options.js';
import { analyzeSession } from '../pipeline/analyze.js';
import { fitSignals } from '../pipeline/ingest.js';
import { ProfileIndex, type UserProfile } from '../read/profile-index.js';
import { summarizeHashtag } from './summarize-hashtag.js';

/** Data that all hashtags of an archive have in common; can be sent to another thread. */
export interface ScanTask {
  readonly options: AnalyzeOptions;
  readonly inputs: readonly Input[];
  readonly profiles: readonly UserProfile[];
  /** Hashtags with fewer posts are not decided. */
  readonly least: number;
}

/** The posts of one hashtag. */
export interface HashtagPosts {
  /** Folded. */
  readonly tag: string;
  readonly batches: readonly RecordBatch[];
}

/** Decides hashtags one after another, with the full analysis. */
export class HashtagDecider {
  readonly #task: ScanTask;
  readonly #profiles: ProfileIndex | undefined;

  constructor(task: ScanTask) {
    this.#task = task;
    if (task.profiles.length === 0) return;
    this.#profiles = new ProfileIndex();
    for (const profile of task.profiles) this.#profiles.add(profile);
  }

  /**
   * A summary of what `analyze --hashtag` finds; undefined where too few posts are left after posts with the same id
   * are merged. The batches cannot be used afterwards.
   */
  async decide({ tag, batches }: HashtagPosts): Promise<HashtagFinding | undefined> {
    const { options, inputs, least } = this.#task;
    const builder = new DatasetBuilder();
    for (const batch of batches) builder.appendBatch(batch);
    if (this.#profiles) joinProfiles(builder, this.#profiles);
    const dataset = buildDataset(builder, inputs);
    if (dataset.posts.count < least) return undefined;
    const session = {
      dataset,
      fitted: fitSignals(dataset),
      inputs: withPlatformsByIds(inputs, dataset),
      options: { ...options, hashtag: tag },
    };
    return summarizeHashtag(tag, await analyzeSession(session), dataset.hashtags);
  }
}
