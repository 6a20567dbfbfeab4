/** Addresses of the posts in the evidence, for archiving. */

import { platformOf, postUrl } from '../documents/addresses.js';
import type { Platform, Result } from '../documents/result.js';
import { TrendAuditError } from '../errors.js';

export interface EvidenceUrls {
  /** Sorted, without duplicates. */
  readonly urls: readonly string[];
  /** Number of posts in the evidence that have no address. */
  readonly without: number;
}

/**
 * The addresses of all posts that the evidence on any account names: its own posts, and the posts of others that match
 * them. Throws TrendAuditError if no post can have an address: with pseudonyms, or if the platform is unknown or gives
 * no addresses.
 */
export function evidenceUrls(result: Pick<Result, 'accounts' | 'inputs' | 'options'>): EvidenceUrls {
  const { accounts, options } = result;
  if (options.pseudonymized === true)
    throw new TrendAuditError('usage', 'there are no addresses with pseudonyms: they would name the accounts', {
      hint: 'leave out --pseudonymize, or --urls',
    });
  const platform = platformOf(result);
  if (platform === undefined)
    throw new TrendAuditError(
      'usage',
      'we cannot tell which platform these posts are from, so they have no addresses',
      {
        hint:
          'addresses are made for dumps of X, Bluesky, VK, Telegram and Weibo in their own formats; ids ' +
          'are in --json',
      },
    );
  const known = new Map(accounts.map((account) => [account.id, account]));
  const posts = new Map<string, string | undefined>();
  const add = (id: string, post: string): void => {
    const account = known.get(id);
    if (account && !posts.has(post)) posts.set(post, postUrl(platform, account, post));
  };
  for (const { id, evidence } of accounts)
    for (const { posts: own, with: others } of evidence) {
      for (const post of own) add(id, post);
      for (const { account, post, ownPost } of others) {
        add(id, ownPost);
        add(account, post);
      }
    }
  const urls = [...new Set([...posts.values()].flatMap((url) => url ?? []))].sort();
  if (urls.length === 0 && posts.size > 0) throw noneKnown(platform);
  return { urls, without: [...posts.values()].filter((url) => url === undefined).length };
}

function noneKnown(platform: Platform): TrendAuditError {
  const what =
    platform === 'mastodon'
      ? 'posts of Mastodon have ids of the instance that was asked, which the dump does not name: they ' +
        'have no addresses'
      : 'the dump has no ids of posts as the platform gives them, so they have no addresses';
  return new TrendAuditError('usage', what, {
    hint: 'archive the profiles (url of each account in --json), or collect the posts with their ids',
  });
}
