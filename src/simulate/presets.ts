import type { CampaignOptions, OrganicOptions, SimulationChanges, SimulationOptions } from './options.js';

/**
 * An ordinary public. The shares of retweets, replies and quotes are assumptions between the values of real hashtag
 * conversations, which range from zero to two thirds. With `activitySigma` 1.3, the most active of a thousand people
 * posts about fifty times as much as the median person, as in real conversations.
 */
const PUBLIC: OrganicOptions = {
  accounts: 1900,
  posts: 18_000,
  activitySigma: 1.3,
  newShare: 0.2,
  headlineShare: 0.15,
  retweetShare: 0.3,
  replyShare: 0.12,
  quoteShare: 0.03,
  sloganShare: 0.02,
  repeatShare: 0.02,
  spikeShare: 0.4,
  sitting: 2,
  fans: 0,
  activists: 0,
};

/**
 * The campaign that the method must detect: 5% of the accounts with 10% of the posts. Two thirds of the posts are
 * copies, 60% of these changed; the rest is camouflage. 30% of the accounts are old. `activitySigma` keeps the busiest
 * accounts below the busiest people, and leaves some with few posts. Waves of 10 minutes are between the 10 s and the
 * hour that the literature uses. With 40 copies of a template, the rule "same text within 60 s, twice" finds less than
 * half of the campaign, as in real campaigns.
 */
const CAMPAIGN: CampaignOptions = {
  accounts: 100,
  posts: 2000,
  activitySigma: 0.9,
  leastPosts: 3,
  oldShare: 0.3,
  cohortDays: 4,
  cohortBatches: 1,
  cohortAgeDays: 1,
  copiedShare: 2 / 3,
  mutatedShare: 0.6,
  disguisedShare: 0,
  ownShare: 1 / 3,
  waves: 24,
  waveMinutes: 10,
  discipline: 0.85,
  copiesPerTemplate: 40,
};

const NO_CAMPAIGN: CampaignOptions = { ...CAMPAIGN, accounts: 0, posts: 0 };

/** 26 February to 5 March 2014, as in the case that this program is named for; the news of 1 March was at 15:00 UTC. */
const BASE: SimulationOptions = {
  seed: 1,
  hashtag: '#РоссияСвоихНеБросает',
  language: 'ru',
  from: Date.UTC(2014, 1, 26, 8),
  to: Date.UTC(2014, 2, 5, 1, 30),
  eventAt: Date.UTC(2014, 2, 1, 15),
  creationDates: true,
  accountIds: 'numeric',
  organic: PUBLIC,
  campaign: CAMPAIGN,
};

/** Starting points by name. */
export const PRESETS = {
  /** A campaign of 5% of 2,000 accounts in 20,000 posts. */
  campaign: BASE,
  /** A similar public, and no campaign. */
  'organic-only': { ...BASE, organic: { ...PUBLIC, accounts: 2000, posts: 20_000 }, campaign: NO_CAMPAIGN },
  /**
   * No campaign, but fans who retweet the same posts within minutes, activists who answer each other all day, and
   * slogans copied by strangers.
   */
  'sincere-communities': {
    ...BASE,
    organic: { ...PUBLIC, accounts: 1000, posts: 8000, sloganShare: 0.06, fans: 150, activists: 60 },
    campaign: NO_CAMPAIGN,
  },
  /** A campaign in a public with those communities. */
  'campaign-among-communities': { ...BASE, organic: { ...PUBLIC, sloganShare: 0.06, fans: 150, activists: 60 } },
} as const satisfies Record<string, SimulationOptions>;

export type PresetName = keyof typeof PRESETS;

/** A preset with changes. */
export function simulationOptions(preset: PresetName, changes: SimulationChanges = {}): SimulationOptions {
  const base: SimulationOptions = PRESETS[preset];
  return {
    ...base,
    ...changes,
    organic: { ...base.organic, ...changes.organic },
    campaign: { ...base.campaign, ...changes.campaign },
  };
}

/** The same simulation with `factor` times the accounts and posts of the public, its communities and the campaign. */
export function scaleSimulation(options: SimulationOptions, factor: number): SimulationOptions {
  const times = (count: number): number => Math.round(count * factor);
  const { organic, campaign } = options;
  return {
    ...options,
    organic: {
      ...organic,
      accounts: times(organic.accounts),
      posts: times(organic.posts),
      fans: times(organic.fans),
      activists: times(organic.activists),
    },
    campaign: { ...campaign, accounts: times(campaign.accounts), posts: times(campaign.posts) },
  };
}
