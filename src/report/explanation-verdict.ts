/** Which threshold an account is from, and what it lacks. */

import type { Family } from '../documents/evidence.js';
import type { Explanation, MissingEvidence } from '../documents/explanation.js';
import type { WithheldReason } from '../documents/verdict.js';
import { formatCount, formatRate } from '../text/format.js';
import type { TextPage } from './page.js';
import { wrapParagraph, wrap } from './text-layout.js';

/** Where its q stands between the rates that part the verdicts. */
export function threshold({ account: { q, verdict }, families, lacks, thresholds }: Explanation): string {
  const [sure, doubtful, own] = [formatRate(thresholds.coordinated), formatRate(thresholds.unclear), formatRate(q)];
  const rule = `Up to ${sure} an account is called likely coordinated, up to ${doubtful} unclear.`;
  if (verdict === 'insufficient')
    return 'Fewer than two families of signals could say anything of it, so that it is not judged.';
  if (verdict === 'coordinated')
    return `Its q of ${own} is within the ${sure} up to which an account is called likely coordinated: were all accounts up to this q called so, about ${own} of them would be expected to act alone. With a q between ${sure} and ${doubtful} it would be unclear.`;
  if (q <= thresholds.coordinated)
    return `Its q of ${own} is within ${sure}, and yet it is not called likely coordinated: see what is missing.`;
  if (verdict === 'organic')
    return `${rule} Its q of ${own} is above both.${families.some(({ p }) => p !== null && p <= thresholds.coordinated) ? ' That does not mean that nothing was found, but that it is not enough: see what is missing.' : ''}`;
  if (lacks.some((lack) => lack.kind === 'withheld' && lack.reason === 'undecided'))
    return 'It is unclear, as everybody is of whom it cannot be told whether they pushed: see what is missing.';
  if (q <= thresholds.unclear)
    return `Its q of ${own} is above the ${sure} up to which an account is called likely coordinated, and within the ${doubtful} up to which it is unclear.`;
  return `${rule} Its q of ${own} is above both, but one family of signals alone stands out.`;
}

const SHOWN: Readonly<Record<Family, string>> = {
  creation: 'it was not created together with accounts flagged',
  posting: 'it neither bursts nor repeats itself as accounts flagged do',
  sharing: 'it shares no more with accounts flagged than others do',
};

/** What keeps it from being called likely coordinated; nothing where it is called so. */
export function missing({ lacks, account, dump }: Explanation, page: TextPage): string[] {
  if (account.verdict === 'coordinated') return [];
  return [
    ...wrap('What is missing for “likely coordinated”', page.width).map(page.strong),
    ...wrapParagraph(
      `It takes sharing and one of the other two families, or sharing on two occasions an hour apart, beyond what chance gives among ${formatCount(dump.accounts, 'account')}.`,
      page.prose,
      { first: ' ', indent: '   ' },
    ).map(page.quiet),
    ...lacks.flatMap((lack) => wrapParagraph(lackText(lack), page.prose, { first: ' · ', indent: '   ' })),
  ];
}

const WITHHELD: Readonly<Record<WithheldReason, string>> = {
  'no-push':
    'Nobody in this dump is named: no set of accounts keeps together in two kinds (creation dates, time, copies) more than a public may by itself.',
  undecided: 'Nobody in this dump is named: it cannot be told which side pushed.',
  'seen-once': 'It fits, but it acted along with the others on one occasion only; a name takes two of its own.',
  few: 'It fits, but it is in no group of three that is large enough to be named, stands out in two kinds itself, or is tied more than chance ties any two accounts of the dump.',
  'amplifies-few':
    'Its group amplifies one account or a few. Fans, contest entrants and staff do so, too, and its creation dates do not crowd.',
  'service-feed':
    'Its group posts the templates of a service. Apps, weather, job and horoscope feeds do so, too, and its creation dates do not crowd.',
  outlets: 'Its group has one stem of names and posts in the same second, as the outlets of one publisher do.',
  'public-appeal': 'Its group followed a public appeal to copy a text to one account, as many strangers do.',
};

function lackText(lack: MissingEvidence): string {
  switch (lack.kind) {
    case 'not-measured':
      return `${capital(lack.family)} could not be measured: nothing in its posts or profile allows it.`;
    case 'nothing':
      return `${capital(lack.family)} showed nothing: ${SHOWN[lack.family]}.`;
    case 'only-beside':
      return `${capital(lack.family)} showed only what counts beside another sign of its family.`;
    case 'usual':
      return `${capital(lack.family)} showed something, but ${formatRate(lack.p)} of accounts not suspected, of like activity, show as much.`;
    case 'by-chance':
      return 'Sharing and another family stand out, each by itself, but among so many accounts too many would by chance: its q is what remains.';
    case 'withheld':
      return WITHHELD[lack.reason];
    case 'one-occasion':
      return 'It acted along with others of the set on one occasion only, or with one other only; a name takes two of either.';
    case 'one-family':
      return 'Its reasons that stand by themselves are of one family only, and no second occasion lies an hour from the first.';
  }
}

function capital(family: Family): string {
  return family.charAt(0).toUpperCase() + family.slice(1);
}
