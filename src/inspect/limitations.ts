import type { Inspection, Limitation } from '../documents/inspection.js';
import { DUMP_FORMATS } from '../read/formats/index.js';
import { JSON_FORMATS } from '../read/formats/json/index.js';
import { formatCount, plural } from '../text/format.js';
import { SECONDS_IN_DAY, SECONDS_IN_HOUR, SECONDS_IN_MINUTE } from '../time/units.js';

type Facts = Pick<Inspection, 'dump' | 'inputs' | 'judgeable'>;

/** Share above which a problem is worth a warning: 1 in 20. */
const MANY = 0.05;
/** Minimum number of accounts for a useful comparison. */
const FEW_ACCOUNTS = 50;

/** What posts in this format lack; undefined where nothing is known. */
function lacksOf(format: string): string | undefined {
  return [...DUMP_FORMATS, ...JSON_FORMATS].find(({ name }) => name === format)?.lacks;
}

/** Limitations of every dump, then of this one; the most important first. */
export function limitations(facts: Facts): Limitation[] {
  return [...LIMITS].flatMap(({ limit, says }) => {
    const text = says(facts);
    return text === undefined ? [] : [{ limit, says: text }];
  });
}

const LIMITS: readonly { readonly limit: string; readonly says: (facts: Facts) => string | undefined }[] = [
  {
    limit: 'removed',
    says: () => 'Suspended accounts and deleted posts are missing, unless they were collected before they disappeared.',
  },
  {
    limit: 'without-texts',
    says: ({ dump: { withoutTexts = 0 } }) =>
      withoutTexts === 0
        ? undefined
        : `The store keeps ${formatCount(withoutTexts, 'post')} without ${plural(withoutTexts, 'its text', 'their texts')}: what they say, their links, applications and answers, and whether they are cut, cannot be told, nor quoted.`,
  },
  {
    limit: 'sample',
    says: () =>
      'It is what somebody collected. A search returns a sample, not every post, so all counts are ' +
      'counts of this dump.',
  },
  {
    limit: 'few-accounts',
    says: ({ dump: { accounts } }) => {
      if (accounts === 1) return 'All posts are one account’s: there is nobody to compare it with.';
      return accounts < FEW_ACCOUNTS
        ? `${accounts} accounts are few: too few to know well what is usual among them.`
        : undefined;
    },
  },
  {
    limit: 'account-ids',
    says: ({ dump: { fields } }) => {
      const { accountId, handle } = fields;
      if (accountId.posts === accountId.of) return undefined;
      const which = accountId.posts === 0 ? 'Accounts' : 'Some accounts';
      return handle.posts === 0
        ? `${which} are told apart by display name only: two with the same name count as one.`
        : `${which} are told apart by handle: one that changed its handle counts as two.`;
    },
  },
  {
    limit: 'resolution',
    says: ({ dump: { resolutionSeconds } }) => {
      if (resolutionSeconds >= SECONDS_IN_DAY)
        return 'Times are given in days: we cannot see bursts, or who followed whom.';
      if (resolutionSeconds >= SECONDS_IN_HOUR)
        return 'Times are given in hours: we can see bursts by the hour, and nothing finer.';
      return resolutionSeconds >= SECONDS_IN_MINUTE
        ? 'Times are given in minutes: we cannot see the order of posts within a minute.'
        : undefined;
    },
  },
  {
    limit: 'creation-dates',
    says: ({ dump: { creationDates, accounts } }) => {
      if (creationDates.none === accounts)
        return 'There are no creation dates: we cannot see whether accounts were created together.';
      return creationDates.none > MANY * accounts
        ? 'Some accounts have no creation date: we cannot see whether they were created together.'
        : undefined;
    },
  },
  {
    limit: 'estimated-dates',
    says: ({ dump: { creationDates } }) =>
      creationDates.interpolated > 0
        ? 'Some creation dates are estimated from ids, as intervals. The longer an interval, the less it weighs.'
        : undefined,
  },
  {
    limit: 'platform',
    says: ({ inputs }) => {
      const lacks = new Set(inputs.flatMap(({ format }) => lacksOf(format) ?? []));
      return lacks.size === 0 ? undefined : [...lacks].toSorted().join(' ');
    },
  },
  {
    limit: 'retweets-unmarked',
    says: ({ dump: { kinds }, inputs }) =>
      kinds.retweet === 0 && inputs.some(({ format }) => lacksOf(format) === undefined)
        ? 'No post is marked as a retweet: either there are none, or they look like copied texts.'
        : undefined,
  },
  {
    limit: 'retweeted-ids',
    says: ({ dump: { fields } }) => {
      const { posts, of } = fields.retweetedId;
      return posts < of
        ? `${posts === 0 ? 'Retweets do' : 'Some retweets do'} not name the post that they repeat: they ` +
            'are matched by their text.'
        : undefined;
    },
  },
  {
    limit: 'cut-texts',
    says: ({ dump: { cutTexts, fields } }) =>
      cutTexts > MANY * fields.text.of
        ? 'Many texts are cut: copies are compared by what is left, and hashtags and links at their ends are lost.'
        : undefined,
  },
  {
    limit: 'shortened-links',
    says: ({ dump: { shortenedLinks, fields } }) =>
      shortenedLinks * 2 > fields.links.posts
        ? 'Most links are shortened: one page can have a different address in each post, so shared links can be missed.'
        : undefined,
  },
  {
    limit: 'one-hashtag',
    says: ({ dump: { hashtags, posts } }) => {
      const most = hashtags.filter((each) => each.posts * 2 > posts).map(({ tag }) => `#${tag}`);
      return most.length === 0
        ? undefined
        : `Most posts have ${most.join(', ')}: using ${plural(most.length, 'it', 'them')} says nothing ` +
            'about an account.';
    },
  },
  {
    limit: 'post-ids',
    says: ({ dump: { fields } }) =>
      fields.id.posts < fields.id.of
        ? 'Posts without an id of their own cannot be looked up, nor found again in another file.'
        : undefined,
  },
  {
    limit: 'judgeable',
    says: ({ dump: { accounts }, judgeable }) =>
      judgeable < accounts
        ? `${judgeable} of ${accounts} accounts can be judged: for the others fewer than two kinds of ` +
          'evidence can be measured.'
        : undefined,
  },
];
