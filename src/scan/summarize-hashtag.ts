import type { Result } from '../documents/result.js';
import type { HashtagFinding } from '../documents/scan.js';
import { foldHashtag } from '../text/hashtags.js';

/**
 * What a scan keeps of the result of one hashtag.
 * @param tag folded
 * @param hashtags all that the posts have: those of a result are the most frequent, and where each post has dozens,
 *   this one may not be among them
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
