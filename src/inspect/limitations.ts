import type { Inspection, Limitation } from '../documents/inspection.js';
import { DUMP_FORMATS } from '../read/formats/index.js';
import { JSON_FORMATS } from '../read/formats/json/index.js';
import { plural } from '../text/format.js';
import { SECONDS_IN_DAY, SECONDS_IN_HOUR, SECONDS_IN_MINUTE } from '../time/units.js';

type Facts = Pick<Inspection, 'dump' | 'inputs' | 'judgeable'>;

/** From this share of posts on something is worth a warning: one in twenty. */
const MANY = 0.05;
/** Fewest accounts that make a background for comparison. */
const FEW_ACCOUNTS = 50;

/** What the posts of a format lack; undefined where nothing is known. */
function lacksOf(format: string): string | undefined {
  return [...DUMP_FORMATS, ...JSON_FORMATS].find(({ name }) => name === format)?.lacks;
}

/** What every dump lacks, then what this one lacks; the most important first. */
export function limitations(facts: Facts): Limitation[] {
  return [...LIMITS].flatMap(({ limit, says }) => {
    const text = says(facts);
    return text === undefined ? [] : [{ limit, says: text }];
  });
}

const LIMITS: readonly { readonly limit: string; readonly says: (facts: Facts) => string | undefined }[] = [
  {
    limit: 'removed',
    says: () =>
      'Suspended accounts and deleted posts are missing, unless it was gathered while they were there: who was caught is not in it.',
  },
  {
    limit: 'sample',
    says: () =>
      'It is what somebody gathered. A search gives a sample and not the stream, so counts are counts of this dump.',
  },
  {
    limit: 'few-accounts',
    says: ({ dump: { accounts } }) => {
      if (accounts === 1) return 'All posts are one account’s: there is nobody to compare it with.';
      return accounts < FEW_ACCOUNTS
        ? `${accounts} accounts are few: what is usual among them is hardly known.`
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
        ? `${which} are told apart by display name only: two of the same name count as one.`
        : `${which} are told apart by handle: one that changed its handle counts as two.`;
    },
  },
  {
    limit: 'resolution',
    says: ({ dump: { resolutionSeconds } }) => {
      if (resolutionSeconds >= SECONDS_IN_DAY)
        return 'Times are told in days: nothing can be said of bursts, nor of who followed whom.';
      if (resolutionSeconds >= SECONDS_IN_HOUR)
        return 'Times are told in hours: nothing finer can be seen, and bursts only by the hour.';
      return resolutionSeconds >= SECONDS_IN_MINUTE
        ? 'Times are told in minutes: nothing that happens within a minute can be told apart.'
        : undefined;
    },
  },
  {
    limit: 'creation-dates',
    says: ({ dump: { creationDates, accounts } }) => {
      if (creationDates.none === accounts) return 'No creation dates: accounts made together cannot be seen.';
      return creationDates.none > MANY * accounts
        ? 'Some accounts have no creation date: whether they were made together cannot be seen.'
        : undefined;
    },
  },
  {
    limit: 'estimated-dates',
    says: ({ dump: { creationDates } }) =>
      creationDates.interpolated > 0
        ? 'Some creation dates are estimated from ids, as intervals: the longer, the less they weigh.'
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
        ? `${posts === 0 ? 'Retweets do' : 'Some retweets do'} not name the post that they repeat: they are joined by their text.`
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
        ? 'Most links are shortened: each sharing has an address of its own, so that the same page is not seen to be the same.'
        : undefined,
  },
  {
    limit: 'one-hashtag',
    says: ({ dump: { hashtags, posts } }) => {
      const most = hashtags.filter((each) => each.posts * 2 > posts).map(({ tag }) => `#${tag}`);
      return most.length === 0
        ? undefined
        : `Most posts have ${most.join(', ')}: to use ${plural(most.length, 'it', 'them')} is no sign of anything here.`;
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
        ? `${judgeable} of ${accounts} accounts can be judged: of the others fewer than two families of signals can say anything.`
        : undefined,
  },
];
