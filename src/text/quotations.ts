/** Finds, in a text, another account's words that were quoted by hand: they are not the account's own. */

/** A handle with its sign. */
const NAME = String.raw`[@＠][^\s:：@＠"”»\])/]{1,30}`;
const COLON = String.raw`\s?[:：]`;
/** What begins a quotation that goes on to the end: `RT @ann: …`, `[Quoted @ann] …`, Weibo's `//@ann: …`. */
const TO_THE_END = String.raw`(?<![\p{L}\p{M}\p{N}_@#/:])["“«„]?(?:[QM]?RT|[QM]T)\s*${NAME}${COLON}|\[(?:quot(?:ed?|ing)(?:\s(?:tweet|post))?|[RQ]T)[\s:]{1,3}${NAME}\]:?|(?<![\p{L}\p{N}])quot(?:ed?|ing)(?:\s(?:tweet|post))?(?:\s(?:by|of|from))?\s${NAME}${COLON}|(?<!:)//${NAME}${COLON}|[🔁🔄♻]\ufe0f?\s?${NAME}${COLON}|(?<=^\s?)(?:retweeted|reposted)\s[^\n:@]{0,50}\(${NAME}\)${COLON}`;
/** What begins a quotation in quotes: `“@ann: …”`. */
const IN_QUOTES = String.raw`["“«„]\s*${NAME}${COLON}`;
const BEGIN = new RegExp(`(?:${TO_THE_END})|(?<quotes>${IN_QUOTES})`, 'iu');
const END_OF_QUOTES = /["”»]/u;
const WORDS = /[\p{L}\p{N}]/u;
/** The words with which Weibo reposts if the account adds none. */
const NO_WORDS = /^\s*(?:转发微博|轉發微博)[。.\s]*$/;

/** Lines of another post above own words, as forums and mails have them: `> …`, perhaps behind `ann wrote:`; `[quote]`. */
const QUOTED_LINES =
  /(?:^[^\n]{1,80} (?:wrote|writes|said|schrieb|écrit|escribió|написала?) ?:\n)?(?:^[ \t]*(?:>|&gt;)(?:[^\n\S]|>|&gt;)*(?:[^\s]+[^\S\n]+){2}[^\n]*\n)+|\[quote\b[^\]\n]{0,60}\][\s\S]{1,4000}?\[\/quote\]/gimu;
const MAY_HAVE_LINES = /(?:^|\n)[ \t]*(?:>|&gt;)|\[quote\b/i;

/** The text without lines that quote another post; the whole text if nothing else is left. */
function withoutQuotedLines(text: string): string {
  if (!MAY_HAVE_LINES.test(text)) return text;
  const own = text.replace(QUOTED_LINES, '\n').trim();
  return WORDS.test(own) && own !== text.trim() ? own : text;
}

export interface Quotation {
  /** The words of the account itself; '' if there are none. */
  readonly own: string;
  /** The handle of the quoted account. */
  readonly handle: string;
}

/** The quotation in a text that says itself that it is one; undefined if there is none. */
export function findQuotation(text: string): Quotation | undefined {
  const own = withoutQuotedLines(text);
  if (own !== text) return { own: findByName(own)?.own || own, handle: '' };
  return findByName(text);
}

function findByName(text: string): Quotation | undefined {
  if (!text.includes('@') && !text.includes('＠')) return undefined;
  const begin = BEGIN.exec(text);
  if (!begin) return undefined;
  const [sign] = begin;
  const quoted = text.slice(begin.index + sign.length);
  if (!WORDS.test(quoted)) return undefined;
  const end = begin.groups?.['quotes'] === undefined ? undefined : END_OF_QUOTES.exec(quoted)?.index;
  const own = `${text.slice(0, begin.index)}${end === undefined ? '' : quoted.slice(end + 1)}`;
  const handle = /[@＠]([^\s:：\])]+)/u.exec(sign)?.[1] ?? '';
  return { own: NO_WORDS.test(own) || !/\S/.test(own) ? '' : own, handle };
}

/** The words of the account itself: the text, without a quotation within it. A text that is all quotation is kept. */
export function ownWords(text: string): string {
  return findQuotation(text)?.own || text;
}
