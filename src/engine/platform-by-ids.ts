import { MIN_MATCHING_SHARE, shareOfMatchingIds } from '../dataset/creation-dates.js';
import type { Dataset } from '../dataset/dataset.js';
import type { Input } from '../documents/result.js';

/** Names of the column of handles that X shares with a few other networks, whose ids are different. */
const SCREEN_NAME = /screen_?name/iu;

/**
 * The inputs; for those whose platform could be derived only from the names of columns, checks it by the ids of posts:
 * removes X if the ids do not match it, and sets it if there are screen names and all ids match.
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
