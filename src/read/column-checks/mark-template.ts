/** Templates of what stands beside the words of another post: `🔄 NAME: `, ` | QT: `, ` (via @HANDLE)`. */

/** Stand for the names of whose words they are, for a number, and for the beginning and the end of the text. */
const HANDLE = '\u0001';
export const NAME_PLACE = '\u0002';
const NUMBER = '\u0003';
export const START = '\u0004';
export const END = '\u0005';

/** Words for sharing and quoting, and what stands beside them. */
const WORDS =
  /^(?:r\.?t\.?|qt|qrt|mt|re|fwd?|via|cc|retweet(?:ed|ing)?|repl(?:y|ied|ying)|quot(?:e|ed|ing)|repost(?:ed|ing)?|reblog(?:ged)?|boost(?:ed)?|renoted?|share[ds]?|sharing|forward(?:ed)?|original|citing|parent|in|to|by|from|of|a|the|post|tweet|status|message|comment|ответ|на|от|репост|ретвит|цитата|переслано|转发|转发微博|轉發|分享|引用|回复|回覆|转|原文|原帖|リツイート|引用リツイート|返信|元ツイート|리트윗|인용|답글|cita|citando|respuesta|en|respondiendo|compartido|de|citado|resposta|réponse|à|partagé|antwort|auf|zitat|geteilt|von|alıntı|yanıt|اقتباس|رد|على|إعادة|نشر)$/iu;
/** Those that alone say that words are another's. */
const STRONG =
  /^r\.?t|^qr?t$|^mt$|^fwd?$|^re$|^via$|tweet|repl|quot|post|blog|boost|note|shar|forward|cit[ae]|citing|parent|origin|ответ|репост|ретвит|цитат|пересл|转|轉|分享|引用|回|原|返信|ツイート|리트윗|인용|답글|compart|respu|respo|répon|partag|antwort|zitat|geteilt|alıntı|yanıt|اقتباس|رد|نشر/iu;
const ARROW = /[🔁🔄♻↻↪⤴⟳🔃]/u;
const ARROWS = /^\u0004\s*(?:[>»]{1,2}|[🔁🔄♻↻↪⤴⟳🔃]\ufe0f?)\s*$/u;
/** What parts a name from the words behind it, or before it. */
const PARTING = /[:：>»«"“”|()（）「『\n—–/-]/u;
const MOST_WORDS = 4;

/** Who is named beside a post: its author, and who wrote the text that it stands in. */
export interface Names {
  readonly handle: string;
  readonly names: readonly string[];
}

/** What stands beside a post, with names and numbers replaced. */
export function templateOf(beside: string, { handle, names }: Names): string {
  let text = beside;
  for (const name of names) if (name.length > 2) text = text.replace(new RegExp(escapeRegExp(name), 'giu'), NAME_PLACE);
  if (handle.length > 1)
    text = text.replace(new RegExp(`(?<![\\p{L}\\p{N}_])${escapeRegExp(handle)}(?![\\p{L}\\p{N}_])`, 'giu'), HANDLE);
  return text.replaceAll(/\d+/g, NUMBER);
}

/** Whether a mark has a word or a sign for sharing, so that it needs no name. */
export function saysShared(mark: string): boolean {
  return ARROW.test(mark) || ARROWS.test(mark) || wordsIn(mark).some((word) => STRONG.test(word));
}

/** Whether something beside a text says that this is another's: a name, a word for sharing, an arrow. */
export function isMarkTemplate(mark: string): boolean {
  const words = wordsIn(mark);
  if (/[\u0001\u0002]/.test(mark))
    return (
      words.length <= MOST_WORDS && (PARTING.test(mark) || ARROW.test(mark) || words.some((word) => STRONG.test(word)))
    );
  const isWorded = words.some((word) => STRONG.test(word)) && words.every((word) => WORDS.test(word));
  return (
    ARROWS.test(mark) ||
    (isWorded && (/[^\p{L}\p{N}\s\u0001-\u0005]/u.test(mark) || mark.endsWith(END) || mark.startsWith(START)))
  );
}

function wordsIn(mark: string): string[] {
  return mark.match(/[\p{L}\p{N}][\p{L}\p{N}.]*/gu) ?? [];
}

/** The pattern by which a mark is found in texts. */
export function patternOf(mark: string): RegExp {
  let handles = 0;
  const source = [...mark]
    .map((sign) => {
      if (sign === START) return String.raw`^\s*`;
      if (sign === END) return String.raw`\s*$`;
      if (sign === HANDLE) return `(?${handles++ === 0 ? '<handle>' : ':'}[^\\s:：@()（）]{1,40})`;
      if (sign === NAME_PLACE) return String.raw`[^\n:：]{1,60}?`;
      if (sign === NUMBER) return String.raw`\d+`;
      return /\s/.test(sign) ? String.raw`\s+` : escapeRegExp(sign);
    })
    .join('');
  return new RegExp(source, 'u');
}

/** A mark as it is shown in a note. */
export function shownMark(mark: string): string {
  return mark
    .replaceAll(/[\u0004\u0005]/g, '')
    .replaceAll(/[\u0001-\u0003]+/g, '…')
    .trim();
}

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`);
}
