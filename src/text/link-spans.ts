/** Where the links of a text lie, as far as hashtags need to know: a `#` within a link's path or query begins no hashtag. */

const LATIN = String.raw`\xc0-\xd6\xd8-\xf6\xf8-\u024f\u0253\u0254\u0256\u0257\u0259\u025b\u0263\u0268\u026f\u0272\u0289\u028b\u02bb\u0300-\u036f\u1e00-\u1eff`;
const IN_PATH = String.raw`[a-z\u0400-\u04ff0-9!*';:=+,.$\/%#\[\]\-\u2013_~@|&${LATIN}]`;
const IN_BRACKETS = String.raw`\((?:${IN_PATH}+|${IN_PATH}*\(${IN_PATH}+\)${IN_PATH}*)\)`;
const PATH_END = String.raw`[+\-a-z\u0400-\u04ff0-9=_#\/${LATIN}]`;
const PATH = String.raw`\/(?:(?:${IN_PATH}|${IN_BRACKETS})*(?:${PATH_END}|${IN_BRACKETS}))?`;
const QUERY = String.raw`\?[a-z0-9!?*'@();:&=+$\/%#\[\]\-_.,~|]*[a-z0-9\-_&=#\/]`;

const LABEL = String.raw`[a-z0-9${LATIN}](?:[a-z0-9_\-${LATIN}]*[a-z0-9${LATIN}])?`;
const ANY_LABEL = String.raw`[\p{L}\p{M}\p{N}](?:[\p{L}\p{M}\p{N}_\-]*[\p{L}\p{M}\p{N}])?`;
/** The platform knows every top-level domain; where no `http` helps, two letters or one of the common ones will do here. */
const TOP = '(?:[a-z]{2}|com|org|net|info|biz|edu|gov|mil|int|name|mobi|news|blog|online|site|club|shop|xyz|top|live|media|app|dev)';

const WITH_PROTOCOL = String.raw`(?<![a-z0-9@＠$#＃])https?:\/\/(?:${ANY_LABEL}\.)+(?:xn--[a-z0-9\-]+|\p{L}{2,})(?![a-z0-9@+\-])(?::\d+)?(?:${PATH})?(?:${QUERY})?`;
const WITHOUT = String.raw`(?<![a-z0-9@＠$#＃\-_.\/])(?:${LABEL}\.)+${TOP}(?![a-z0-9@+\-])(?::\d+)?${PATH}(?:${QUERY})?`;
const LINK = new RegExp(`${WITH_PROTOCOL}|${WITHOUT}`, 'giu');
/** A shortened link ends with its code: what follows was never a part of it. */
const SHORTENED = new RegExp(String.raw`^https?:\/\/t\.co\/[a-z0-9]+(?:${QUERY})?`, 'iu');

export function linkSpans(text: string): { from: number; to: number }[] {
  return [...text.matchAll(LINK)].map((match) => {
    const whole = match[0];
    const shortened = SHORTENED.exec(whole);
    return { from: match.index, to: match.index + (shortened ? shortened[0] : whole).length };
  });
}
