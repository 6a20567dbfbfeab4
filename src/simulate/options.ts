/** Options of the people who act alone. All shares are from 0 to 1. */
export interface OrganicOptions {
  /** Number of accounts, including the communities; each has at least one post. */
  readonly accounts: number;
  /** Total number of their posts. */
  readonly posts: number;
  /** Standard deviation of log activity: a larger value gives a heavier tail of posts per account. */
  readonly activitySigma: number;
  /** Share of new accounts: created from 12 days before the dump until its end, most of them after the news. */
  readonly newShare: number;
  /** Share of the posts that are a headline from a share button, identical for all who share it. */
  readonly headlineShare: number;
  /** Share of the posts that are retweets of popular posts, minutes to hours after them. */
  readonly retweetShare: number;
  /** Share of the posts that answer somebody. */
  readonly replyShare: number;
  /** Share of the posts that quote somebody with own words. */
  readonly quoteShare: number;
  /** Share of the posts that copy a slogan, prayer or verse that spreads among strangers. */
  readonly sloganShare: number;
  /** Share of the posts in which people repeat a text of their own. */
  readonly repeatShare: number;
  /** Share of the sittings that start in the hours after the news, because of it. */
  readonly spikeShare: number;
  /** Mean posts in one sitting, ≥ 1. */
  readonly sitting: number;
  /** Number of accounts in a fan community, most of which retweet the same idol's posts within minutes. */
  readonly fans: number;
  /** Number of activists, who answer each other all day. */
  readonly activists: number;
}

/** Options of the accounts that act together. All shares are from 0 to 1. */
export interface CampaignOptions {
  /** Number of accounts; 0 for no campaign. */
  readonly accounts: number;
  /** Total number of their posts. */
  readonly posts: number;
  /** Standard deviation of log posts per account. */
  readonly activitySigma: number;
  /** Minimum posts per account: an account with almost no posts cannot be detected by any method. */
  readonly leastPosts: number;
  /** Share of old accounts, with creation dates like those of ordinary people. */
  readonly oldShare: number;
  /** Days within which each batch of the other accounts was created. */
  readonly cohortDays: number;
  /** Number of batches in which these accounts were created. */
  readonly cohortBatches: number;
  /** Days between the latest account creation and the beginning of the dump; negative if it is after that beginning. */
  readonly cohortAgeDays: number;
  /**
   * Share of the posts that copy a template. Posts that are neither copies nor own words are retweets of each other.
   */
  readonly copiedShare: number;
  /** Share of the copies with a word dropped, replaced or added, or with a suffix. */
  readonly mutatedShare: number;
  /** Share of the copies disguised with zero-width characters or look-alike letters. */
  readonly disguisedShare: number;
  /** Share of the posts that are own words or viral retweets (half each): camouflage. */
  readonly ownShare: number;
  /** Number of waves in which copies are posted. */
  readonly waves: number;
  /** Start times of the waves, in ms; replaces `waves` random times. */
  readonly wavesAt?: readonly number[];
  /** Minutes within which all accounts start to post in a wave. */
  readonly waveMinutes: number;
  /** Share of the copies posted in their wave; the rest follow within about a day, when their account is awake. */
  readonly discipline: number;
  /** Mean number of copies of one template. */
  readonly copiesPerTemplate: number;
}

export interface SimulationOptions {
  /** Any whole number. The same seed gives the same posts. */
  readonly seed: number;
  /** With `#`. */
  readonly hashtag: string;
  readonly language: 'ru' | 'en';
  /** The dump's span [from, to), and when the news broke that made people talk; ms since 1970 UTC. */
  readonly from: number;
  readonly to: number;
  readonly eventAt: number;
  /** Several times (at least one) that make people talk, in place of the single news event; ms. */
  readonly stirredAt?: readonly number[];
  /** Whether the dump contains creation dates of accounts. */
  readonly creationDates: boolean;
  /**
   * `numeric`: like the platform's ids, which increase with time; `hashed`: 64 hexadecimal digits without information.
   */
  readonly accountIds: 'numeric' | 'hashed';
  readonly organic: OrganicOptions;
  readonly campaign: CampaignOptions;
}

/** Changes to the options of a preset. */
export interface SimulationChanges extends Partial<Omit<SimulationOptions, 'organic' | 'campaign'>> {
  readonly organic?: Partial<OrganicOptions>;
  readonly campaign?: Partial<CampaignOptions>;
}
