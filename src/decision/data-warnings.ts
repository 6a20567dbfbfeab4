import type { Dataset } from '../dataset/dataset.js';
import { FAMILIES, type Family } from '../documents/evidence.js';
import type { WithheldReason } from '../documents/verdict.js';
import { formatCount, plural } from '../text/format.js';
import type { AssignedVerdicts } from './assign-verdicts.js';
import type { ChosenPush } from './choose-push.js';
import type { MixtureFit } from './fit-mixture.js';
import type { JudgedPush } from './judge-push.js';

const UNMEASURED: Readonly<Record<Family, string>> = {
  creation: 'No account has a creation date: we cannot see whether accounts were created together.',
  posting: 'No account posted more than once: we cannot see bursts or repetition.',
  sharing: 'No post can be compared with another: we cannot see shared texts, links or retweets.',
};

/** If the background is less than this share of the accounts, there is little to compare the others with. */
const LEAST_BACKGROUND = 0.2;
/**
 * With fewer accounts no p-value is small enough: the smallest possible, 1/(1 + n), must be far below 5%, because many
 * tests are made.
 */
const FEW_ACCOUNTS = 100;

/**
 * With fewer accounts, three of them are a tenth of the dump; with fewer posts, hardly any account has two. Usual
 * behaviour cannot be estimated from so little data.
 */
const LEAST_ACCOUNTS = 30;
const LEAST_POSTS = 60;

/** Whether a dump is too small to judge anybody. */
export function isTooSmall({ accounts, posts }: Dataset): boolean {
  return accounts.count < LEAST_ACCOUNTS || posts.count < LEAST_POSTS;
}

/** The warning for a dump that is too small. */
export function tooSmallWarning({ accounts, posts }: Dataset): string {
  return `${formatCount(accounts.count, 'account')} and ${formatCount(posts.count, 'post')} are too few to judge anybody: it takes ${LEAST_ACCOUNTS} accounts and ${LEAST_POSTS} posts.`;
}

/** Sentences on what limits a result: few accounts, a small background, missing columns and the like. */
export function dataWarnings({ families, posterior }: MixtureFit, { verdicts }: AssignedVerdicts): string[] {
  const accounts = verdicts.length;
  const unmeasured = FAMILIES.filter((family) => families[family].every((value) => Number.isNaN(value))).map(
    (family) => UNMEASURED[family],
  );
  const background = posterior.probability.reduce((sum, p) => sum + 1 - p, 0);
  return [
    ...unmeasured,
    ...(accounts < FEW_ACCOUNTS
      ? [
          `${formatCount(accounts, 'account')} ${plural(accounts, 'is', 'are')} few: chance and intent are hard to separate.`,
        ]
      : []),
    ...(background < LEAST_BACKGROUND * accounts
      ? [
          'Nearly all accounts look alike: there is no background left to compare them with, so this result means little.',
        ]
      : []),
  ];
}

/**
 * The sentence for each reason to withhold names, given the number of accounts. Other reasons are in the headline or
 * concern the whole dump.
 */
const WITHHELD: readonly (readonly [WithheldReason, string])[] = [
  [
    'few',
    'in groups that are too small, that do not stand out in two kinds of evidence, or whose ties chance or the tags of an event can explain.',
  ],
  [
    'amplifies-few',
    'that amplify one account or a few, as fans, contest entrants and staff also do; they were not created close together.',
  ],
  [
    'mostly-retweets',
    'that share mostly retweets of the same posts, as people who read the same accounts also do; they were not created close together.',
  ],
  [
    'out-of-step',
    'that share what their group shares, but less closely in time than the group, as people who copy it also do.',
  ],
  [
    'service-feed',
    'that post the templates of a service, as apps, weather, job and horoscope feeds also do; they were not created close together, or are few that were long ago.',
  ],
  [
    'outlets',
    'whose names begin alike and that post in the same second, as the outlets of one publisher do; they were not created close together in the year before.',
  ],
  ['public-appeal', 'that followed a public appeal to copy a text, as strangers also do.'],
];

/** Sentences on why nobody is named in a dump, or why some accounts that fit are not named. */
export function withheldWarnings({
  push,
  p,
  undecided,
  withheld,
  judged,
}: ChosenPush & Pick<JudgedPush, 'withheld' | 'judged'>): string[] {
  const reasons = [...withheld.values()];
  const told = WITHHELD.flatMap(([reason, says]) => {
    const count = reasons.filter((each) => each === reason).length;
    return count === 0 ? [] : [`Not named, but unclear: ${formatCount(count, 'account')} ${says}`];
  });
  if (undecided || (push && judged.verdicts.includes('coordinated'))) return told;
  if (push)
    return [
      `Nobody is named: ${formatCount(push.size, 'account')} are more concentrated than an ordinary public (p = ${Number(p.toPrecision(2))}), but none of them meets the conditions for a name (two occasions of its own, with two others, in a group of three).`,
      ...told,
    ];
  return [
    `Nobody is named: no set of accounts is more concentrated in two kinds (creation dates, time, copies) than an ordinary public can be (p ${p < 1 ? `= ${Number(p.toPrecision(2))}` : 'near 1'}).`,
    ...told,
  ];
}
