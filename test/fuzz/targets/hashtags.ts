/** Hashtags and words of a text: what the tests of properties hold, on texts that coverage leads to. */

import { createRequire } from 'node:module';
import twitterText from 'twitter-text';
import { HashtagReader } from '../../../src/read/hashtag-reader.js';
import { escapeControls } from '../../../src/text/escape-controls.js';
import { extractHashtags, foldHashtag, hashtagWordEnd } from '../../../src/text/hashtags.js';
import { normalise } from '../../../src/text/normalise.js';
import { TextUnits } from '../../../src/text/text-units.js';
import { Tokenizer } from '../../../src/text/tokenizer.js';
import { hold, NEXT, type Target, textsOf } from '../target.js';

const reader = new HashtagReader([0, 1]);
const tokenizer = new Tokenizer();
const units = new TextUnits();
const utf16 = new TextDecoder('utf-16le', { ignoreBOM: true });

export const hashtags: Target = {
  seeds: () =>
    [
      '#РоссияСвоихНеБросает слава @a_b: https://t.co/Ab1 ещё #a#b',
      'RT @user: http://a.com/(x(#b))#c e.g./#d привет.рф/#d www.x.ru a.museum/#b',
      '＃全角タグ これは。a.com/#b #音乐节# #ハッシュ・タグ 我爱 สวัสดี 한국어 می\u200cخواهم',
      '#️⃣a ❤️#a 👨‍👩‍👧 🇷🇺 #e\\u0301te\\u0301 \\uD83D vоte Рoссия ΟΔΟΣ İı ﬁ \\u202E#x…',
      `["#a","b"]${NEXT}a, #b;c${NEXT}#c pic.twitter.com/x #tag…`,
    ].map((text) => Buffer.from(text)),
  words: [
    ['#', '＃', '@', 'http://', 'https://t.co/', '.com/', '.рф/', 'xn--', '#a', '/#b', '?q=#b', '(', ')', '…', NEXT],
    ['\\uD800', '\\uDC00', '\\u200C', '\\u200D', '\\uFE0F', '\\u20E3', '\\u202E', '\\u0301', '\\u1161', '\\uFEFF'],
    [
      'RT @',
      'www.',
      'pic.twitter.com/',
      'ё',
      'Σ',
      'İ',
      'ß',
      '好',
      'さ',
      '한',
      'ก',
      '\u{20BB7}',
      '😀',
      '🏴\u{E0067}\u{E007F}',
    ],
    ['["', '","', '"]', "['", '{"text":"a"}', ';', '&amp;', '$a', '_', '·', '・'],
  ],
  share: 1,
  changes: 50,
  longest: 1500,
  run: (bytes) => {
    const [first = '', ...more] = textsOf(bytes);
    const text = more.at(-1) ?? first;
    const tags = extractHashtags(text);
    for (const tag of tags) hold(text.includes(`#${tag}`) || text.includes(`＃${tag}`), `#${tag} is not in the text`);
    if (tellsAlike(text)) same(tags, twitterText.extractHashtags(text), 'hashtags');
    const read = reader.read([first, ...more], text);
    same(read, new HashtagReader([0, 1]).read([first, ...more], text), 'hashtags of a fresh reader');
    hold(new Set(read).size === read.length && !read.includes(''), 'a hashtag is empty or there twice');
    for (const tag of tags) same(foldHashtag(foldHashtag(tag)), foldHashtag(tag), 'folded twice');
    units.readText(text);
    for (let at = 0; at < text.length; at += 7) {
      const end = hashtagWordEnd(units.units, at, units.length);
      hold(end >= at && end <= text.length, 'a word ends outside of the text');
    }
    tokenizer.read(units);
    const { words, disguised } = normalise(text);
    const joined = utf16.decode(tokenizer.units.subarray(0, tokenizer.length));
    same([joined, tokenizer.words, tokenizer.disguised], [words.join(' '), words.length, disguised], 'words');
    const shown = escapeControls(text);
    hold(
      !/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF\u061C]/u.test(shown),
      'something is not seen',
    );
    same(escapeControls(shown), shown, 'escaped twice');
  },
};

function same(found: unknown, expected: unknown, what: string): void {
  const [one, other] = [JSON.stringify(found), JSON.stringify(expected)];
  hold(one === other, `${what}: ${one}, expected ${other}`);
}

/** Whether the platform's library is to read this as we do: its letters are those of Unicode 7, its domains those of 2020, its links longer. */
function tellsAlike(text: string): boolean {
  domains ??= new RegExp(String.raw`\.(?:${otherDomains().join('|')})`, 'iu');
  return text.length < 1000 && [...text].every(isLikeTheirs) && !domains.test(text);
}

let domains: RegExp | undefined;
const likeTheirs = new Map<string, boolean>();

function isLikeTheirs(sign: string): boolean {
  const known = likeTheirs.get(sign);
  if (known !== undefined) return known;
  const alike = [`#a${sign}`, `#${sign}`, `${sign}#a`].every(
    (text) => String(extractHashtags(text)) === String(twitterText.extractHashtags(text)),
  );
  likeTheirs.set(sign, alike);
  return alike;
}

/** Top-level domains that one of the two knows and the other does not. */
function otherDomains(): string[] {
  const ours: readonly string[] = createRequire(import.meta.url)('tlds');
  const { validGTLD, validCCTLD } = twitterText.regexen;
  const theirs = [validGTLD, validCCTLD].flatMap(
    ({ source }) => /^\(\?:\(\?:(.*?)\)/u.exec(source)?.[1]?.split('|') ?? [],
  );
  return [...ours.filter((name) => !theirs.includes(name)), ...theirs.filter((name) => !ours.includes(name))];
}
