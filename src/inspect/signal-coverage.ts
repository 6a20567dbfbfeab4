import { FAMILIES } from '../documents/evidence.js';
import type { SignalCoverage } from '../documents/inspection.js';
import type { FittedSignal, Signal } from '../signals/signal.js';

/** Why a signal can say nothing of the other accounts, and why of nobody. */
const MISSING_REASON: Readonly<Record<string, { readonly some: string; readonly all: string }>> = {
  'creation-cohort': {
    some: 'the others have no creation date, or one known no better than to a quarter of a year',
    all: 'no account has a creation date that can be used',
  },
  burst: { some: 'the others have one post only', all: 'nobody has two posts, or times are told too coarsely' },
  'repeated-text': {
    some: 'the others have fewer than two texts of their own of four words or more',
    all: 'nobody has two texts of their own of four words or more',
  },
  'disguised-text': { some: 'the others only retweet', all: 'nobody hides characters, so there is nothing to compare' },
  'same-retweet': { some: 'the others retweet nothing', all: 'no post is known to be a retweet' },
  'same-text': {
    some: 'the others have no text of their own of four words or more',
    all: 'nobody has a text of their own of four words or more',
  },
  'same-link': { some: 'the others share no link but in retweets', all: 'there are no links but in retweets' },
  'same-target': { some: 'the others answer and mention nobody', all: 'nobody answers or mentions anybody' },
  'same-tags': {
    some: 'the others have no post with three hashtags beside those that most posts bear',
    all: 'no post has three hashtags beside those that most posts bear',
  },
  'quick-succession': {
    some: 'the others share nothing that somebody else posted too',
    all: 'nobody posted what somebody else posted too',
  },
};
const UNKNOWN = { some: 'the others have nothing that it looks at', all: 'there is nothing that it looks at' };

type Prepared = readonly { readonly signal: Signal; readonly prepared: FittedSignal }[];

export function signalCoverage(signals: Prepared, accounts: number): SignalCoverage[] {
  return signals.map(({ signal, prepared }) => {
    const able = prepared.measurable.reduce((sum, each) => sum + each, 0);
    const { some, all } = MISSING_REASON[signal.name] ?? UNKNOWN;
    return {
      signal: signal.name,
      family: signal.family,
      accounts: able,
      lacking: able === accounts ? null : able === 0 ? all : some,
    };
  });
}

/** How many accounts at least two families can say something of. */
export function countJudgeable(signals: Prepared, accounts: number): number {
  let count = 0;
  for (let a = 0; a < accounts; a++) {
    const families = FAMILIES.filter((family) =>
      signals.some(({ signal, prepared }) => signal.family === family && prepared.measurable[a] === 1),
    );
    if (families.length >= 2) count++;
  }
  return count;
}
