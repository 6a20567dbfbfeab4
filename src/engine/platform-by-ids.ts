import { MIN_MATCHING_SHARE, shareOfMatchingIds } from '../dataset/creation-dates.js';
import type { Dataset } from '../dataset/dataset.js';
import type { Input } from '../documents/result.js';

/** The names of handles' columns that X has in common with a few other networks, whose ids are others. */
const SCREEN_NAME = /screen_?name/iu;

/**
 * The inputs, with what the ids of their posts show of a platform that only names of columns could tell: whose screen
 * names they are, and that what is called a tweet is none.
 */
export function withPlatformsByIds(inputs: readonly Input[], dataset: Pick<Dataset, 'posts'>): Input[] {
  return inputs.map((input, number) => {
    if (input.format !== 'generic') return input;
    const { platform, ...rest } = input;
    const telling = shareOfMatchingIds(number, dataset);
    if (platform === 'x' && telling !== undefined && telling < MIN_MATCHING_SHARE) return rest;
    const isScreenName = Object.values(input.columns).some((name) => SCREEN_NAME.test(name));
    return platform === undefined && isScreenName && telling === 1 ? { ...rest, platform: 'x' } : input;
  });
}
