import { FAMILIES, type Family, type WithheldReason } from '../documents/evidence.js';
import { formatCount, formatNumber } from '../text/format.js';
import type { AssignedVerdicts } from './assign-verdicts.js';
import type { ChosenPush } from './choose-push.js';
import type { MixtureFit } from './fit-mixture.js';
import type { JudgedPush } from './judge-push.js';

const UNMEASURED: Readonly<Record<Family, string>> = {
  creation: 'No account has a creation date: accounts made together cannot be told.',
  posting: 'No account posted more than once: bursts and repetition cannot be told.',
  sharing: 'No post can be compared with another: shared texts, links and retweets cannot be told.',
};

/** With less than this share of accounts as background there is little to tell the others from. */
const LEAST_BACKGROUND = 0.2;
/** With fewer accounts no p-value can be small enough: (1 + 0)/(1 + n) must come below 5% with room for many tests. */
const FEW_ACCOUNTS = 100;

/** What limits a result, in plain sentences. */
export function dataWarnings({ families, posterior }: MixtureFit, { verdicts }: AssignedVerdicts): string[] {
  const accounts = verdicts.length;
  const unmeasured = FAMILIES.filter((family) => families[family].every((value) => Number.isNaN(value))).map(
    (family) => UNMEASURED[family],
  );
  const background = posterior.probability.reduce((sum, p) => sum + 1 - p, 0);
  return [
    ...unmeasured,
    ...(accounts < FEW_ACCOUNTS
      ? [`${accounts} accounts are few: chance cannot be told from intent with confidence.`]
      : []),
    ...(background < LEAST_BACKGROUND * accounts
      ? [
          'Nearly all accounts look alike: there is no background left to compare them with, so this result says little.',
        ]
      : []),
  ];
}

/** What is said of how many accounts that fit and are not named; the other reasons are of the whole dump, and said below. */
const WITHHELD: readonly (readonly [WithheldReason, string])[] = [
  ['seen-once', 'seen acting along on one occasion only.'],
  [
    'few',
    'in groups that are too small, do not stand out in two kinds themselves, or are tied no more than by chance.',
  ],
  [
    'amplifies-few',
    'amplifying one account or a few, as fans, contest entrants and staff do, too; their creation dates do not crowd.',
  ],
  [
    'service-feed',
    'posting the templates of a service, as apps, weather, job and horoscope feeds do, too; their creation dates do not crowd.',
  ],
  ['outlets', 'with one stem of names, posting in the same second, as outlets of one publisher do.'],
  ['public-appeal', 'following a public appeal to copy a text, as strangers do, too.'],
];

/** Why nobody is named in a dump, or some who fit are not, in plain sentences. */
export function withheldWarnings({
  push,
  p,
  undecided,
  withheld,
}: ChosenPush & Pick<JudgedPush, 'withheld'>): string[] {
  const reasons = [...withheld.values()];
  const told = WITHHELD.flatMap(([reason, says]) => {
    const count = reasons.filter((each) => each === reason).length;
    return count === 0 ? [] : [`Not named, but unclear: ${formatCount(count, 'account')} ${says}`];
  });
  if (undecided) return [undecidedText(undecided), ...told];
  if (push) return told;
  return [
    `Nobody is named: no set of accounts keeps together in two kinds (creation dates, time, copies) more than a public may by itself (p ${p < 1 ? `= ${Number(p.toPrecision(2))}` : 'near 1'}).`,
    ...told,
  ];
}

function undecidedText({ reason, sides }: NonNullable<ChosenPush['undecided']>): string {
  const [one = 0, other = 0] = sides.map((side) => side.reduce((sum, member) => sum + member, 0));
  const both = `${formatNumber(one)} and ${formatCount(other, 'account')}`;
  return reason === 'both-sides'
    ? `It cannot be told who pushed: two sets, of ${both}, keep together more than the rest, and leave next to no background. Nobody is named.`
    : `It cannot be told who pushed: both sides, of ${both}, keep together more than a public does by itself. Nobody is named.`;
}
