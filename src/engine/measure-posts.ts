import { buildDataset } from '../dataset/build-dataset.js';
import type { DatasetBuilder } from '../dataset/dataset-builder.js';
import type { Dataset } from '../dataset/dataset.js';
import { PLATFORM_NAMES } from '../documents/addresses.js';
import type { Input } from '../documents/result.js';
import { type AnalyzeOptions, runBlocking } from '../options.js';
import { addSkipped } from '../read/post-filter.js';
import type { ProfileIndex } from '../read/profile-index.js';
import { formatCount } from '../text/format.js';
import type { Conversation } from './engine.js';
import { joinProfiles } from './join-profiles.js';
import { withPlatformsByIds } from './platform-by-ids.js';
import { reportStage } from './report-stage.js';

/**
 * Measures the posts in a builder, and completes the reports on the inputs, now that all of them are read. Empties the
 * builder.
 */
export async function measurePosts(
  builder: DatasetBuilder,
  inputs: readonly Input[],
  profiles: ProfileIndex | undefined,
  options: AnalyzeOptions,
): Promise<Pick<Conversation, 'dataset' | 'inputs'>> {
  const joined = profiles ? joinProfiles(builder, profiles) : new Map<number, string>();
  reportStage(options, 'measuring', inputs, builder.count);
  const dataset = await runBlocking(options, () => buildDataset(builder, inputs));
  const shown = withPlatformsByIds(inputs, dataset);
  return {
    dataset,
    inputs: shown.map((input, number) => ({
      ...withoutRepeated(input, number, dataset),
      notes: [
        input.notes,
        contestedNotes(number, dataset),
        joined.get(number) ?? [],
        number === 0 ? mixedNotes(shown) : [],
      ].flat(),
    })),
  };
}

/** Adds the posts whose id another post has: they are found only after all inputs are read. */
function withoutRepeated(input: Input, number: number, { repeated }: Dataset): Input {
  const found = repeated.get(number);
  return found && found.count > 0 ? addSkipped(input, 'repeated-id', found.count, found.lines) : input;
}

/** A note on ids of several posts that cannot be the same post. */
function contestedNotes(number: number, { repeated }: Dataset): string[] {
  const { contested = 0, countedApart = 0 } = repeated.get(number) ?? {};
  return [
    ...(contested === 0
      ? []
      : [
          `${formatCount(contested, 'post')} share an id with a post of another account: these ids are damaged and not ` +
            'used.',
        ]),
    ...(countedApart === 0
      ? []
      : [
          `${formatCount(countedApart, 'post')} share an id with a different post of another input: each input numbers its ` +
            'posts, and these ids were not used.',
        ]),
  ];
}

/**
 * A note if the inputs are from several platforms: posts of all inputs are joined by id or handle, which can belong to
 * a different account on each platform.
 */
function mixedNotes(inputs: readonly Input[]): string[] {
  const platforms = new Set(inputs.flatMap(({ platform }) => platform ?? []));
  if (platforms.size < 2) return [];
  const names = Array.from(platforms, (platform) => PLATFORM_NAMES[platform]).toSorted();
  return [`The inputs are from ${names.join(' and ')}: accounts with the same id or handle there are counted as one.`];
}
