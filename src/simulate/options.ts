/** People who act alone, and what they do. All shares are 0 to 1. */
export interface OrganicOptions {
  /** How many people there are, communities included; each has at least one post. */
  readonly accounts: number;
  /** How many posts they write altogether. */
  readonly posts: number;
  /** Deviation of the logarithm of activity: how heavy the tail of posts per account is. */
  readonly activitySigma: number;
  /**
   * Share of the accounts created because of the event: from 12 days before the dump until its end, more of them after
   * the news.
   */
  readonly newShare: number;
  /** Share of the posts that are a headline from a share button, identical for all who share it. */
  readonly headlineShare: number;
  /** Share of the posts that are retweets of popular posts, minutes to hours after them. */
  readonly retweetShare: number;
  /** Share of the posts that answer somebody. */
  readonly replyShare: number;
  /** Share of the posts that quote somebody with own words. */
  readonly quoteShare: number;
  /** Share of the posts that copy a slogan, a prayer, a verse that goes round among strangers. */
  readonly sloganShare: number;
  /** Share of the posts in which people repeat a text of their own. */
  readonly repeatShare: number;
  /** Share of the sittings that the news itself sets off, in the hours after it. */
  readonly spikeShare: number;
  /** Mean posts in one sitting, ≥ 1. */
  readonly sitting: number;
  /** Accounts of a fan community: most of them retweet the same idol's posts within minutes. */
  readonly fans: number;
  /** Accounts of activists who answer each other all day. */
  readonly activists: number;
}

/** Accounts that act together. All shares are 0 to 1. */
export interface CampaignOptions {
  /** 0 for none. */
  readonly accounts: number;
  /** Posts of all of them. */
  readonly posts: number;
  /** Deviation of the logarithm of posts per account. */
  readonly activitySigma: number;
  /** No account has fewer posts than this: one that did next to nothing cannot be told by anybody. */
  readonly leastPosts: number;
  /** Share of the accounts that are years old, made like anybody's. */
  readonly oldShare: number;
  /** Days within which each batch of the others was created. */
  readonly cohortDays: number;
  /** Number of batches. */
  readonly cohortBatches: number;
  /** Days between the last account of the last batch and the beginning of the dump; negative: into the dump. */
  readonly cohortAgeDays: number;
  /** Share of the posts that are copies of a template. What copies and own words leave are retweets of each other. */
  readonly copiedShare: number;
  /** Share of the copies in which a word is dropped, changed or added, or that have a suffix. */
  readonly mutatedShare: number;
  /** Share of the copies disguised by zero-width characters or letters that look alike. */
  readonly disguisedShare: number;
  /** Share of the posts that are own words or viral retweets (half each): camouflage. */
  readonly ownShare: number;
  /** Number of waves in which copies are posted. */
  readonly waves: number;
  /** When the waves begin, in place of `waves` moments drawn at random. */
  readonly wavesAt?: readonly number[];
  /** Minutes from the first to the last account to begin in a wave. */
  readonly waveMinutes: number;
  /** Share of the copies posted in their wave; the rest follow within a day, whenever their account is awake. */
  readonly discipline: number;
  /** Mean number of copies of one template. */
  readonly copiesPerTemplate: number;
}

export interface SimulationOptions {
  /** Any whole number: same seed, same posts. */
  readonly seed: number;
  /** With `#`. */
  readonly hashtag: string;
  readonly language: 'ru' | 'en';
  /** The dump's span [from, to), and when the news broke that set people talking; ms since 1970 UTC. */
  readonly from: number;
  readonly to: number;
  readonly eventAt: number;
  /** Moments that set people talking in place of the news, several times (at least one). */
  readonly stirredAt?: readonly number[];
  /** Whether the dump states when accounts were created. */
  readonly creationDates: boolean;
  /** `numeric`: as the platform numbers them, growing with time; `hashed`: 64 hexadecimal digits that tell nothing. */
  readonly accountIds: 'numeric' | 'hashed';
  readonly organic: OrganicOptions;
  readonly campaign: CampaignOptions;
}

/** What may be said of a simulation that differs from a preset. */
export interface SimulationChanges extends Partial<Omit<SimulationOptions, 'organic' | 'campaign'>> {
  readonly organic?: Partial<OrganicOptions>;
  readonly campaign?: Partial<CampaignOptions>;
}
