/** One account's whole case as a page: the verdict, what it rests on, what speaks against it, what would change it. */

import type { Alternative, Explanation, FamilyCase } from '../explanation.js';
import { visible } from '../text/visible.js';
import { accountName } from './accounts.js';
import { left, right, tableOrLines } from './evaluation-table.js';
import { ownPosts, sharedWithFlagged } from './explanation-posts.js';
import { odds, weightOf, signalSections } from './explanation-signals.js';
import { missing, threshold } from './explanation-verdict.js';
import { facts, paragraph, wrap } from './fit.js';
import { finish, type Page, type TextOptions, layOut } from './page.js';
import { signalName } from './signal-names.js';
import { VERDICT_TEXTS } from './verdicts.js';
import { count, number, rate, sentence, shortDay, timeSpan } from './words.js';

/** The page for a person. Ends in a newline. */
export function renderExplanation(explanation: Explanation, options: TextOptions): string {
  const page = layOut(options);
  const sections = [head(explanation, page), families(explanation, page), ...signalSections(explanation, page), missing(explanation, page), changes(explanation, page), sharedWithFlagged(explanation, page), ownPosts(explanation, page), basis(explanation, page)];
  return finish(sections, page);
}

const SOURCES: Readonly<Record<Explanation['account']['createdAtSource'], string>> = {
  dump: 'as the dump states',
  snowflake: 'as its id tells',
  interpolated: 'estimated from its id',
  none: '',
};

function head(explanation: Explanation, page: Page): string[] {
  const { account } = explanation;
  const name = visible(account.displayName);
  const called = name === '' || name === accountName(account) ? accountName(account) : `${accountName(account)} (${name})`;
  const created = account.createdAt ?? account.createdAtFrom;
  const known = [
    `id ${visible(account.id)}`,
    created === null ? 'creation date unknown' : `created ${shortDay(created)}, ${SOURCES[account.createdAtSource]}`,
    count(account.posts, 'post'),
    ...(account.group === null ? [] : [`group ${visible(account.group)}`]),
  ];
  return [
    ...wrap(called, page.width).map(page.strong),
    ...facts(known, page.prose),
    ...wrap(`Verdict: ${VERDICT_TEXTS[account.verdict].name} · score ${number(account.score)} of 100 · q ${rate(account.q)}`, page.width).map(page.strong),
    ...paragraph(threshold(explanation), page.prose),
    ...paragraph('Coordinated need not be inauthentic (volunteers, fans); organic: no sign found.', page.prose),
  ];
}

function families({ families: all }: Explanation, page: Page): string[] {
  return [
    ...wrap('Families of signals', page.width).map(page.strong),
    ...tableOrLines([left('family'), right('weight'), left('in odds'), right('p-value')], all.map(familyRow), page),
    ...note('Weights above 0 speak for its taking part, below 0 against. The p-value is the share of accounts not suspected, of like activity, that show as much.', page),
  ];
}

function familyRow({ family, weight, p }: FamilyCase): string[] {
  return weight === null ? [family, 'not measured', '', ''] : [family, weightOf(weight), odds(weight), p === null ? '' : rate(p)];
}

function changes({ without, account }: Explanation, page: Page): string[] {
  const changing = without.filter(({ verdict }) => verdict !== account.verdict);
  const staying = without.filter(({ verdict }) => verdict === account.verdict).map(partName);
  return [
    ...wrap('What would change the verdict', page.width).map(page.strong),
    ...note('Everything is decided again, for all accounts, with each part left out.', page),
    ...changing.flatMap((each) => paragraph(sentence(`Without ${partName(each)}: ${VERDICT_TEXTS[each.verdict].name} (q ${rate(each.q)})`), page.prose, { first: ' · ', indent: '   ' })),
    ...(changing.length === 0 ? paragraph('Nothing: it stays the same whichever part is left out.', page.prose, { indent: ' ' }) : []),
    ...(staying.length === 0 || changing.length === 0 ? [] : note(`It stays the same without any one of these: ${staying.join(', ')}.`, page)),
  ];
}

function partName({ leftOut, kind }: Alternative): string {
  return kind === 'family' ? `the whole family ${leftOut}` : signalName(leftOut);
}

function basis({ dump, inputs, cautions }: Explanation, page: Page): string[] {
  const files = inputs.map(({ path, sha256 }) => `${visible(path)}, SHA-256 ${visible(sha256)}`);
  return [
    ...wrap('What it rests on', page.width).map(page.strong),
    ...paragraph(`${count(dump.posts, 'post')} by ${count(dump.accounts, 'account')}, ${timeSpan(dump.from, dump.to, dump.resolutionSeconds)}. All times are UTC.`, page.prose, { first: ' ', indent: '   ' }),
    ...files.flatMap((file) => paragraph(file, page.prose, { first: ' ', indent: '   ' })),
    ...cautions.flatMap((caution) => paragraph(visible(caution), page.prose, { first: ' ', indent: '   ' }).map(page.alarming)),
  ];
}

function note(text: string, page: Page): string[] {
  return paragraph(text, page.prose, { first: ' ', indent: '   ' }).map(page.quiet);
}
