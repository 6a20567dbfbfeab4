/** The verdict on one account with its reason, and what it lacks, in sentences. */

import type { Family } from '../documents/evidence.js';
import type { Explanation, LeaveOneOut, MissingEvidence } from '../documents/explanation.js';
import type { WithheldReason } from '../documents/verdict.js';
import { escapeControls } from '../text/escape-controls.js';
import { formatCount, formatRate, joinList, withFullStop } from '../text/format.js';
import { accountName } from './accounts.js';
import { FAMILY_TITLES, signalTitle } from './signal-titles.js';
import { REASON_TEXTS, VERDICT_TEXTS } from './verdicts.js';

/** What the account is called and why, and how sure that is: two sentences; escaped. */
export function verdictSentences(explanation: Explanation): [string, string] {
  const { account, thresholds } = explanation;
  const name = accountName(account);
  const why = account.reason === null ? '' : `: ${REASON_TEXTS[account.reason]}`;
  const [own, limit] = [formatRate(account.q), formatRate(thresholds.coordinated)];
  switch (account.verdict) {
    case 'coordinated':
      return [
        `${name} is called likely coordinated in this dump: ${whyCalled(explanation)}.`,
        `If everyone at least this suspicious were named, about ${own} of the names would be expected to ` +
          `be wrong (this figure is its q; up to ${limit} an account is called).`,
      ];
    case 'unclear':
      return [
        `${name} is unclear and is not called likely coordinated${why}.`,
        account.q <= thresholds.coordinated
          ? `Its q of ${own} (the share of names to be expected wrong if everyone at least this suspicious ` +
            `were named) is within the ${limit} up to which an account is called, but a name takes more than that.`
          : `Its q of ${own} (the share of names to be expected wrong if everyone at least this suspicious ` +
            `were named) is above the ${limit} up to which an account is called.`,
      ];
    case 'flooding':
      return [
        `${name} repeats itself, alone${why}.`,
        'Nobody in this dump acts along with it, so it is not called likely coordinated.',
      ];
    case 'organic':
      return [
        `No coordination was found on ${name}, which does not clear it.`,
        explanation.families.some(({ p }) => p !== null && p <= thresholds.coordinated)
          ? 'Some evidence was found, but not enough: were everyone at least this suspicious named, about ' +
            `${own} of the names would be expected to be wrong (its q).`
          : 'No kind of evidence stands out on it: were everyone at least this suspicious named, about ' +
            `${own} of the names would be expected to be wrong (its q).`,
      ];
    case 'insufficient':
      return [
        `There is too little data to judge ${name}${why}.`,
        account.reason === 'small-dump'
          ? 'In a dump of fewer than 30 accounts or 60 posts nobody is judged.'
          : 'Fewer than two kinds of evidence could be measured on it.',
      ];
  }
}

function whyCalled({ account: { evidence } }: Explanation): string {
  const kinds = [...new Set(evidence.map(({ family }) => family))];
  const named = joinList(kinds.map((family) => FAMILY_TITLES[family]));
  const twice = 'it acted along with others on two occasions of its own';
  if (kinds.length < 2) return twice;
  const number = kinds.length === 2 ? 'two' : 'three';
  return `${number} independent kinds of evidence speak for it (${named})`;
}

const SHOWN: Readonly<Record<Family, string>> = {
  creation: 'it was not created together with the others',
  posting: 'it neither posts in bursts nor repeats itself as the others do',
  sharing: 'it shares no more with the others than accounts usually do',
};

/** The evidence that is needed to name an account, as a sentence. */
export function namingRequirements({ dump }: Explanation): string {
  return (
    'An account is named only on evidence of sharing and of one of the other two kinds, or of ' +
    'sharing on two occasions three hours apart, beyond what chance gives among ' +
    `${formatCount(dump.accounts, 'account')}.`
  );
}

/** Sentences on what keeps the account from being called likely coordinated; none if it is called so. */
export function missingSentences({ lacks }: Explanation): string[] {
  return lacks.map(lackText);
}

const WITHHELD: Readonly<Record<WithheldReason, string>> = {
  'no-push':
    'Nobody in this dump is named: no set of accounts is more concentrated in two kinds (creation ' +
    'dates, time, copies) than an ordinary public can be.',
  undecided: 'Nobody in this dump is named: we cannot say which side pushed.',
  'seen-once':
    'It fits, but it acted together with the others on one occasion only; an account is named only with two.',
  'may-be-copied':
    'It fits, but it was the first every time or far more often than by chance, or the times of the ' +
    'dump do not show who was first. The others may have copied it to make it look coordinated. An ' +
    'account is named only if it followed others.',
  few:
    'It fits, but it is in no group, or in one that is too small to be named, does not stand out in ' +
    'two kinds by itself, or has ties that chance or the tags of one event can explain.',
  'out-of-step':
    'It fits, but its posts are less close in time to those of the group than nearly all of the group’s own are. ' +
    'People who saw a text and copied it do that too.',
  'amplifies-few':
    'Its group amplifies one account or a few. Fans, contest entrants and staff do that too, and its ' +
    'accounts were not created close together.',
  'mostly-retweets':
    'What its group shares are mostly retweets, not copies. People who read the same accounts do that too, and ' +
    'its accounts were not created close together.',
  'service-feed':
    'Its group posts the templates of a service. Apps, weather, job and horoscope feeds do that too, ' +
    'and its accounts were not created close together, or are few that were long ago.',
  outlets:
    'The names in its group begin alike and it posts in the same second, as the outlets of one publisher ' +
    'do, and its accounts were not created close together in the year before.',
  'public-appeal': 'Its group followed a public appeal to copy a text to one account, as many strangers do.',
};

function lackText(lack: MissingEvidence): string {
  switch (lack.kind) {
    case 'not-measured':
      return `${kindOf(lack.family)} could not be measured: nothing in its posts or profile allows it.`;
    case 'nothing':
      return `${kindOf(lack.family)} showed nothing: ${SHOWN[lack.family]}.`;
    case 'only-beside':
      return `${kindOf(lack.family)} showed only what counts together with other evidence of its kind.`;
    case 'usual':
      return (
        `${kindOf(lack.family)} showed something, but ${formatRate(lack.p)} of comparable ordinary ` +
        'accounts show this much.'
      );
    case 'by-chance':
      return (
        'Sharing and another kind each stand out, but among so many accounts too many would do so by ' +
        'chance; its q takes that into account.'
      );
    case 'withheld':
      return WITHHELD[lack.reason];
    case 'one-occasion':
      return (
        'It acted together with others of the set on one occasion only, or with one other only; an ' +
        'account is named only with two of each.'
      );
    case 'one-family':
      return (
        'Its reasons that count by themselves are of one kind only, and it has no second occasion at ' +
        'least three hours from the first.'
      );
  }
}

const KINDS: Readonly<Record<Family, string>> = { creation: 'Creation', posting: 'Posting', sharing: 'Sharing' };

function kindOf(family: Family): string {
  return KINDS[family];
}

export interface VerdictChanges {
  /** One sentence for each part of the method without which the verdict would be different. */
  readonly changing: readonly string[];
  /** Parts of the method; without any one of them the verdict stays the same. */
  readonly staying: readonly string[];
}

/** What would change the verdict: each part of the method left out in turn. */
export function verdictChanges({ without, account }: Explanation): VerdictChanges {
  return {
    changing: without
      .filter(({ verdict }) => verdict !== account.verdict)
      .map((each) =>
        withFullStop(`If we ignore ${partName(each)}: ${VERDICT_TEXTS[each.verdict].name} (q ${formatRate(each.q)})`),
      ),
    staying: without.filter(({ verdict }) => verdict === account.verdict).map(partName),
  };
}

function partName({ leftOut, kind }: LeaveOneOut): string {
  if (kind === 'signal') return `‘${escapeControls(signalTitle(leftOut))}’`;
  return isFamily(leftOut) ? FAMILY_TITLES[leftOut] : escapeControls(leftOut);
}

function isFamily(name: string): name is Family {
  return Object.hasOwn(FAMILY_TITLES, name);
}
