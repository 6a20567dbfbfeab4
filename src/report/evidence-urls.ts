/** Addresses of the posts that the evidence rests on, for an archiver. */

import { platformOf, postUrl } from '../documents/addresses.js';
import type { Platform, Result } from '../documents/result.js';
import { TrendAuditError } from '../errors.js';

export interface EvidenceUrls {
  /** Sorted, each once. */
  readonly urls: readonly string[];
  /** How many posts of the evidence have none. */
  readonly without: number;
}

/**
 * Every post that the evidence on any account names: its own, and those of others that they match. Throws
 * TrendAuditError where no post can have an address: with pseudonyms, of a platform that is not known, or that tells no
 * address.
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
