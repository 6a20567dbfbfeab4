import { TrendAuditError } from '../errors.js';
import type { AnalyzeOptions } from '../options.js';
import { foldHashtag } from '../text/hashtags.js';
import { suggestSeveral } from '../text/suggest.js';

/** Maximum number of other hashtags in the hint. */
const MAX_SUGGESTED_HASHTAGS = 5;

/**
 * The error if no post is selected.
 * @param file the first input, if it has a name
 * @param hashtags the existing ones, most frequent first; empty if they are not known
 */
export function noPostsError(
  file: string | undefined,
  { hashtag, since, until }: Pick<AnalyzeOptions, 'hashtag' | 'since' | 'until'>,
  hashtags: readonly string[],
): TrendAuditError {
  const place = file === undefined ? {} : { file };
  if (hashtag === undefined)
    return new TrendAuditError('nothing-left', 'no posts are left to analyse', {
      ...place,
      hint: 'widen --since and --until',
    });
  const near = suggestSeveral(foldHashtag(hashtag.replace(/^[#＃]/u, '')), hashtags);
  const others =
    hashtags.length === 0
      ? `leave out --hashtag to see which hashtags there are${since === undefined && until === undefined ? '' : ', or widen --since and --until'}`
      : `the most frequent are ${hashtags.slice(0, MAX_SUGGESTED_HASHTAGS).join(', ')}`;
  return new TrendAuditError('nothing-left', `no post has the hashtag ${hashtag}`, {
    ...place,
    hint: near === undefined ? others : `did you mean ${near}? ${others.charAt(0).toUpperCase()}${others.slice(1)}`,
    unquoted: { hint: 'leave out --hashtag, or widen --since and --until' },
  });
}
