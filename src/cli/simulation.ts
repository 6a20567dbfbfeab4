/** Converts the flags of `simulate` into options of the simulation. */

import type { Post } from '../documents/post.js';
import { TrendAuditError } from '../errors.js';
import {
  type CampaignOptions,
  PRESETS,
  type SimulationChanges,
  type SimulationOptions,
  scaleSimulation,
  simulationOptions,
} from '../simulate/index.js';
import type { SimulationFlags } from './simulation-flags.js';

const ENGLISH_HASHTAG = '#StandTogether';
/** Default shares of a planted campaign: of all accounts, and of the dump's posts. */
const PLANTED_ACCOUNTS = 0.05;
const PLANTED_POSTS = 0.1;
const HOUR = 3_600_000;
/** A campaign needs at least a day, because its accounts sleep at night. */
const SHORTEST_HOURS = 24;

/** Options of a wholly simulated dump. Throws TrendAuditError where flags contradict each other. */
export function wholeDump(flags: SimulationFlags): SimulationOptions {
  const base = scaleSimulation(PRESETS[flags.preset], flags.scale ?? 1);
  const accounts = flags.accounts ?? base.organic.accounts;
  const times = accounts / base.organic.accounts;
  const organic = {
    accounts,
    posts: flags.posts ?? Math.round(base.organic.posts * times),
    fans: Math.round(base.organic.fans * times),
    activists: Math.round(base.organic.activists * times),
    newShare: flags.newShare ?? base.organic.newShare,
    headlineShare: flags.headlineShare ?? base.organic.headlineShare,
  };
  enough('--posts', organic.posts, accounts);
  const language = flags.language ?? base.language;
  const asked = flags.campaignShare === undefined ? flags.campaignAccounts : ofAll(flags.campaignShare, accounts);
  const posts =
    asked === undefined
      ? base.campaign.posts
      : asked * (PRESETS.campaign.campaign.posts / PRESETS.campaign.campaign.accounts);
  return changed(flags, {
    language,
    hashtag: flags.hashtag ?? (language === 'en' ? ENGLISH_HASHTAG : base.hashtag),
    organic,
    campaign: campaignOf(flags, asked ?? base.campaign.accounts, Math.round(posts)),
  });
}

/**
 * Options of a campaign planted in an existing dump. Throws TrendAuditError where the dump or the flags are not
 * suitable.
 */
export function plantedIn(posts: readonly Post[], file: string, flags: SimulationFlags): SimulationOptions {
  const misplaced = (['accounts', 'posts', 'newShare', 'headlineShare', 'scale'] as const).find(
    (name) => flags[name] !== undefined,
  );
  if (misplaced !== undefined) {
    const flag = `--${misplaced.replaceAll(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`)}`;
    throw new TrendAuditError('usage', `${flag} is about a simulated public, and --into brings a real one`, {
      hint: `leave out ${flag}`,
    });
  }
  let [from, to] = [Infinity, -Infinity];
  for (const { time } of posts) [from, to] = [Math.min(from, time), Math.max(to, time)];
  if (to - from < SHORTEST_HOURS * HOUR) {
    throw new TrendAuditError('nothing-left', `spans less than ${SHORTEST_HOURS} hours: no room for a campaign`, {
      file,
      hint: 'give a dump of at least a day',
    });
  }
  const people = new Set(posts.map(({ account }) => account.id)).size;
  const share = flags.campaignShare ?? PLANTED_ACCOUNTS;
  const accounts = flags.campaignAccounts ?? Math.max(1, ofAll(share, people));
  return changed(flags, {
    language: flags.language ?? (isCyrillic(posts) ? 'ru' : 'en'),
    hashtag: flags.hashtag ?? mostFrequentTag(posts),
    creationDates: posts.some(({ account }) => account.created !== undefined),
    accountIds: posts.every(({ account }) => /^\d+$/.test(account.id)) ? 'numeric' : 'hashed',
    campaign: campaignOf(flags, accounts, Math.max(ofAll(PLANTED_POSTS, posts.length), accounts)),
  });
}

function changed({ preset, seed }: SimulationFlags, changes: SimulationChanges): SimulationOptions {
  return simulationOptions(preset, {
    seed,
    ...changes,
    ...(changes.hashtag === undefined ? {} : { hashtag: `#${changes.hashtag.replace(/^[#＃]/u, '')}` }),
  });
}

function campaignOf(flags: SimulationFlags, accounts: number, usualPosts: number): Partial<CampaignOptions> {
  if (flags.campaignAccounts !== undefined && flags.campaignShare !== undefined) {
    throw new TrendAuditError('usage', '--campaign-accounts and --campaign-share say the same twice', {
      hint: 'give one of them',
    });
  }
  const posts = accounts === 0 ? 0 : (flags.campaignPosts ?? usualPosts);
  enough('--campaign-posts', posts, accounts);
  const usual = PRESETS[flags.preset].campaign;
  const copiedShare = flags.copiedShare ?? Math.min(usual.copiedShare, 1 - (flags.ownShare ?? 0));
  const ownShare = flags.ownShare ?? Math.min(usual.ownShare, 1 - copiedShare);
  if (copiedShare + ownShare > 1)
    throw new TrendAuditError('usage', '--copied-share and --own-share are more than all posts', {
      hint: 'let them add up to at most 100%',
    });
  return {
    accounts,
    posts,
    copiedShare,
    ownShare,
    leastPosts: Math.max(1, Math.min(usual.leastPosts, Math.floor(posts / Math.max(1, accounts)))),
    oldShare: flags.oldShare ?? usual.oldShare,
    cohortDays: flags.cohortDays ?? usual.cohortDays,
    mutatedShare: flags.mutatedShare ?? usual.mutatedShare,
    disguisedShare: flags.disguisedShare ?? usual.disguisedShare,
    discipline: flags.discipline ?? usual.discipline,
    waves: flags.waves ?? usual.waves,
  };
}

function enough(flag: string, posts: number, accounts: number): void {
  if (posts >= accounts) return;
  throw new TrendAuditError('usage', `${posts} posts are too few for ${accounts} accounts`, {
    hint: `give ${flag} at least one for each account`,
  });
}

/** The number x for which x / (x + others) = share, rounded. */
function ofAll(share: number, others: number): number {
  return Math.round((others * share) / (1 - share));
}

function mostFrequentTag(posts: readonly Post[]): string {
  const counts = new Map<string, number>();
  for (const { hashtags } of posts) for (const tag of hashtags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  const [tag] = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))[0] ?? [];
  if (tag !== undefined) return tag;
  throw new TrendAuditError('usage', 'no post has a hashtag that the campaign could push', {
    hint: "name one with --hashtag '#tag'",
  });
}

function isCyrillic(posts: readonly Post[]): boolean {
  return posts.filter(({ text }) => /\p{Script=Cyrillic}/u.test(text)).length > posts.length / 2;
}
