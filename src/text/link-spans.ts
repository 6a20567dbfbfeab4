import { createRequire } from 'node:module';
import { execAll } from './exec-all.js';

/**
 * Finds the links of a text, as far as hashtags need it: a `#` within a link's path or query does not begin a
 * hashtag. Follows the rules of the platform's open library (twitter-text 3.1), in UTF-16 units as it does.
 */

const LATIN = String.raw`\xc0-\xd6\xd8-\xf6\xf8-\u024f\u0253\u0254\u0256\u0257\u0259\u025b\u0263\u0268\u026f\u0272\u0289\u028b\u02bb\u0300-\u036f\u1e00-\u1eff`;
const IN_PATH = String.raw`[a-z\u0400-\u04ff0-9!*';:=+,.$\/%#\[\]\-\u2013_~@|&${LATIN}]`;
const IN_BRACKETS = String.raw`\((?:${IN_PATH}+|${IN_PATH}*\(${IN_PATH}+\)${IN_PATH}*)\)`;
const PATH_END = String.raw`[+\-a-z\u0400-\u04ff0-9=_#\/${LATIN}]`;
const PATH = String.raw`\/(?:(?:${IN_PATH}|${IN_BRACKETS})*${PATH_END})?(?:${IN_BRACKETS})*`;
const QUERY = String.raw`\?[a-z0-9!?*'@();:&=+$\/%#\[\]\-_.,~|]*[a-z0-9\-_&=#\/]`;

/**
 * Characters that separate a domain from the words around it; all others, even a full-width `＃`, may be part of a
 * label.
 */
const NO_DOMAIN = String.raw`!'#%&()*+,\\\/:;<=>?@\[\]^{|}~$\s\x85\u180e\ufeff\ufffe\uffff\u202a-\u202e\u061c\u200e\u200f\u2066-\u2069`;
const SIGN = String.raw`[^${NO_DOMAIN}.\-_]`;
const SUBDOMAIN = String.raw`${SIGN}(?:(?:[_\-]|${SIGN})*${SIGN})?\.`;
const DOMAIN_NAME = String.raw`${SIGN}(?:(?:-|${SIGN})*${SIGN})?\.`;
const BEFORE = String.raw`[^a-z0-9@＠$#＃\ufeff\ufffe\uffff]|^`;

/** A shortened link ends with its code: text after it is never part of the link. */
const SHORTENED = new RegExp(String.raw`^https?:\/\/t\.co\/(?<code>[a-z0-9]+)(?:${QUERY})?`, 'i');
const LONGEST_CODE = 40;
/** In ASCII characters (RFC 1035). */
const LONGEST_LABEL = 63;

interface Patterns {
  readonly link: RegExp;
  readonly plainDomain: RegExp;
  readonly toAscii: (domain: string) => string;
}

let patterns: Patterns | undefined;

/** Creates the list of top-level domains and its pattern at first use: most dumps never need them. */
function getPatterns(): Patterns {
  if (patterns !== undefined) return patterns;
  const require = createRequire(import.meta.url);
  const names: readonly string[] = require('tlds');
  const { toASCII }: { toASCII(domain: string): string } = require('punycode/punycode.js');
  const listed = names.toSorted().toReversed().join('|');
  const top = String.raw`(?:(?:${listed})(?=[^0-9a-z@+\-]|$)|xn--[\-0-9a-z]+)`;
  const domain = `(?:${SUBDOMAIN})*${DOMAIN_NAME}${top}`;
  patterns = {
    link: new RegExp(
      String.raw`(?<before>${BEFORE})(?<protocol>https?:\/\/)?(?<domain>${domain})(?::\d+)?(?<path>${PATH})?(?:${QUERY})?`,
      'gi',
    ),
    plainDomain: new RegExp(String.raw`(?:[\-a-z0-9${LATIN}]+\.)+${top}`, 'gi'),
    toAscii: toASCII,
  };
  return patterns;
}

/** Text between white space, with the character before it: a link never contains white space. */
const CHUNK = /[^\S\ufeff]?[\S\ufeff]+/g;
/**
 * Longer texts are not searched: hostile ones take time that grows with the square of their length. The library's
 * limit is 4,096.
 */
const LONGEST_CHUNK = 2000;

/**
 * The links that may contain a `#`: with `http`, or a domain of Latin letters with a path. Top-level domains are
 * those that exist today (IANA's list, from the package `tlds`). The library's own list is from 2020: it includes
 * some that no longer exist (`.an`) and the reserved `.onion`, and lacks a few newer ones (`.music`).
 */
export function linkSpans(text: string): { from: number; to: number }[] {
  const spans: { from: number; to: number }[] = [];
  for (const { 0: chunk, index } of execAll(CHUNK, text)) {
    const dot = chunk.indexOf('.');
    if (chunk.length > LONGEST_CHUNK || dot < 0 || !(chunk.includes('#', dot) || chunk.includes('＃'))) continue;
    for (const { from, to } of spansWithin(chunk)) spans.push({ from: index + from, to: index + to });
  }
  return spans;
}

function* spansWithin(chunk: string): Generator<{ from: number; to: number }> {
  const { link, plainDomain, toAscii } = getPatterns();
  for (const match of execAll(link, chunk)) {
    const { before = '', protocol, domain = '', path } = match.groups ?? {};
    const url = match[0].slice(before.length);
    const from = match.index + before.length;
    const last =
      protocol === undefined || domain.startsWith('xn--') ? [...execAll(plainDomain, domain)].at(-1) : undefined;
    if (domain.startsWith('xn--') && last === undefined) continue;
    if (domain.split('.').some((label) => toAscii(label).length > LONGEST_LABEL)) continue;
    if (protocol !== undefined) {
      const shortened = SHORTENED.exec(url);
      if ((shortened?.groups?.['code'] ?? '').length > LONGEST_CODE) continue;
      yield { from, to: from + (shortened?.[0] ?? url).length };
    } else if (path !== undefined && last !== undefined && !/[-_./]/.test(before)) {
      yield { from: from + last.index, to: from + url.length };
    }
  }
}
