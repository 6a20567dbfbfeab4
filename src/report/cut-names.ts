/** The note on pages for people about names that are too long to be shown in full. */

import type { Explanation } from '../documents/explanation.js';
import type { AccountResult } from '../documents/result.js';
import { escapeControls } from '../text/escape-controls.js';
import { formatNumber, plural } from '../text/format.js';
import { isLongName, NAME_SIGNS, shortenName } from '../text/shorten-name.js';
import type { TextPage } from './page.js';
import { wrapParagraph } from './text-layout.js';

/**
 * Maximum number of characters shown of an id: a post can be found again only by its id, and the longest ids of
 * platforms are addresses.
 */
const ID_SIGNS = 256;

export type NamedAccount = Pick<AccountResult, 'handle' | 'id'> & Partial<Pick<AccountResult, 'displayName'>>;

/** Whether the handle (or the id, if there is no handle) or the display name is shown shortened. */
export function hasLongName({ handle, id, displayName = '' }: NamedAccount): boolean {
  return isLongName(handle === '' ? id : handle) || isLongName(displayName);
}

/** An id, shortened if it is long; escaped. */
export function shownId(id: string): string {
  return escapeControls(shortenName(id, ID_SIGNS));
}

/** One sentence on how many accounts have shortened names; empty if there are none. */
export function cutNamesSentence(accounts: readonly NamedAccount[]): string {
  const cut = accounts.filter(hasLongName).length;
  if (cut === 0) return '';
  return (
    `${formatNumber(cut)} ${plural(cut, 'account has', 'accounts have')} a name of more than ` +
    `${NAME_SIGNS} signs, shown here cut at …; the JSON (--json) has them whole.`
  );
}

/** The same as a section of a page. */
export function cutNames(accounts: readonly NamedAccount[], page: TextPage): string[] {
  const sentence = cutNamesSentence(accounts);
  return sentence === '' ? [] : wrapParagraph(sentence, page.prose).map(page.quiet);
}

/** All accounts that an explanation names. */
export function explainedAccounts({ account, shared, signals }: Explanation): NamedAccount[] {
  const others = [...shared, ...signals].flatMap(({ matches }) =>
    matches.map(({ account: id, handle }): [string, NamedAccount] => [id, { id, handle }]),
  );
  return [...new Map<string, NamedAccount>([...others, [account.id, account]]).values()];
}
