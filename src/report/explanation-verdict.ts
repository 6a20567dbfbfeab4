/** Which threshold an account is from, and what it lacks. */

import type { Family } from '../documents/evidence.js';
import type { Explanation, MissingEvidence } from '../documents/explanation.js';
import { formatCount, formatRate } from '../text/format.js';
import type { TextPage } from './page.js';
import { wrapParagraph, wrap } from './text-layout.js';

/** Where its q stands between the rates that part the verdicts. */
export function threshold({ account: { q, verdict }, families, thresholds }: Explanation): string {
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
      `It takes sharing and one of the other two families, beyond what chance gives among ${formatCount(dump.accounts, 'account')}.`,
      page.prose,
      { first: ' ', indent: '   ' },
    ).map(page.quiet),
    ...lacks.flatMap((lack) => wrapParagraph(lackText(lack), page.prose, { first: ' · ', indent: '   ' })),
  ];
}

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
    case 'one-occasion':
      return 'The accounts that it acts with did so on one occasion only; a verdict takes two.';
    case 'one-family':
      return 'Its reasons that stand by themselves are of one family only; a verdict takes two.';
  }
}

function capital(family: Family): string {
  return family.charAt(0).toUpperCase() + family.slice(1);
}
