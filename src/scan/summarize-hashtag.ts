import type { Result } from '../documents/result.js';
import type { HashtagFinding } from '../documents/scan.js';
import { foldHashtag } from '../text/hashtags.js';

/**
 * The part of one hashtag's result that a scan keeps.
 * @param tag folded
 * @param hashtags all hashtags of the posts: a result contains only the most frequent ones, and may lack this one where
 * each post has dozens
 */
export function summarizeHashtag(
  tag: string,
  { dump, summary, accounts, groups }: Result,
  hashtags: Result['dump']['hashtags'] = dump.hashtags,
): HashtagFinding {
  return {
    hashtag: hashtags.find((each) => foldHashtag(each.tag) === tag)?.tag ?? tag,
    posts: dump.posts,
    accounts: dump.accounts,
    from: dump.from,
    to: dump.to,
    verdicts: { accounts: summary.accounts, posts: summary.posts },
    seenOnce: summary.seenOnce,
    p: summary.p,
    undecided: summary.undecided,
    groups: groups.map(({ accounts: members, coordinated, kind, alsoExplainedBy, says, from, to }) => ({
      accounts: members.length,
      coordinated,
      kind,
      alsoExplainedBy,
      says,
      from,
      to,
    })),
    named: accounts
      .filter(({ verdict }) => verdict === 'coordinated')
      .map(({ id, handle, displayName, url, score, q, posts }) => ({ id, handle, displayName, url, score, q, posts })),
  };
}
