/** Finds the parts of addresses in a folded text that name an account or a post, by the rules of the platforms. */

import { createRequire } from 'node:module';

/**
 * - `profile`: a name, known or not
 * - `account`: possibly a name; it is one if the dump has it
 * - `post`: the id of a post; on VK with the kind before it, `wall-12_34`
 * - `number`: the id of an account if the dump has it, else of a post
 * - `owner`: on VK, `id`, `club`, … and a number
 * - `label`: a display name
 * - `mail`: an e-mail address, or an account with its server
 */
export type StepKind = 'profile' | 'account' | 'post' | 'number' | 'owner' | 'mail' | 'label';

export interface Step {
  readonly from: number;
  readonly to: number;
  readonly kind: StepKind;
}

const NOT_IN_WORD = String.raw`(?<![\p{L}\p{M}\p{N}_-])`;

/** Sites whose addresses begin with an account name. */
const SITES = [
  String.raw`(?:fx|vx|fixup)?twitter\.com`,
  String.raw`(?:fixup)?x\.com`,
  String.raw`nitter\.\p{L}+`,
  String.raw`(?:vk|vkontakte)\.(?:com|ru)`,
  String.raw`ok\.ru`,
  String.raw`(?:instagram|facebook|tiktok|threads|fb|youtube|linkedin|weibo|reddit|pinterest|snapchat|truthsocial|gab|medium|github|patreon|gettr|telegram)\.(?:com|net|me|org|cn)`,
  String.raw`(?:t|m|fb|wa|telegram|instagr)\.(?:me|am|dog)`,
  String.raw`(?:bsky\.app|gab\.com|twitch\.tv|about\.me|linktr\.ee|odysee\.com|rumble\.com|zen\.yandex\.ru|dzen\.ru)`,
];
const SITE = new RegExp(String.raw`${NOT_IN_WORD}(?:${SITES.join('|')})(?::\d+)?\/`, 'gu');
/** A path; names are searched in its first 300 characters. */
const PATH = /[^\s"'<>«»“”|\\^`{}()[\],;?#&=]{0,300}/y;
const SEGMENT = /[^/]+/gu;
const NAME = /^@?([\p{L}\p{M}\p{N}_](?:[\p{L}\p{M}\p{N}_.:~+-]*[\p{L}\p{M}\p{N}_])?)/u;
/** Segments after which a name follows. */
const BEFORE_NAME = new Set(
  'profile user users u in add c channel people s stories accounts company public-profile'.split(' '),
);
/** Segments of these sites that are not account names. */
const NOBODY = new Set(
  `i r tag hashtag search intent share home sharer sharer.php groups events p reel reels tv watch wall status statuses tweet explore
  messages settings notifications login signup about tos privacy help profile.php photo.php story.php permalink.php video videos
  photo photos posts post feed wall.php joinchat addstickers addlist proxy socks iv share.php away.php send shorts playlist
  live embed results embed.js widgets widgets.js hashtags dialog plugins pages gaming marketplace`.split(/\s+/u),
);
/** Segments after which the id of a post follows. */
const BEFORE_POST = new Set(
  'status statuses post posts p reel reels tv tweet video videos detail permalink photo'.split(' '),
);
const VK_OWNER = /^(?:id|club|public|event)\d+$/u;
const VK_POST = /^(?:wall|photo|video|album|topic|audio|doc|note|market|clip|story|page|poll)-?\d+(?:_\d+)+$/u;

/** For any other address: an id after such a segment. */
const POST = /\/(?:status|statuses|posts?|objects|notice|comments)\/(\d{5,})(?![\p{L}\p{N}_])/gu;
const AT_POST = /\/app\.bsky\.[\p{L}.]+\/([\w~.-]*\w)/gu;
const USERS = /\/(?:users|user|profile|accounts?)\/([\p{L}\p{M}\p{N}_](?:[\p{L}\p{M}\p{N}_.-]*[\p{L}\p{M}\p{N}_])?)/gu;
const PARAMETER = new RegExp(
  String.raw`${NOT_IN_WORD}(?<name>(?:screen|user|account|author|owner|profile|channel|page)[_-]?(?:name|id)?|via|from|to|u?id|phone|with|domain|acct|handle|login|name|w|z)(?<sign>=|:(?![/\s]))@?(?<value>(?:wall|photo|video)?-?[\p{L}\p{M}\p{N}_](?:[\p{L}\p{M}\p{N}_.-]*[\p{L}\p{M}\p{N}_])?)`,
  'gu',
);
/** Parameters that always hold a name. */
const ALWAYS_NAME = /^(?:screen[_-]?name|user[_-]?(?:name|id)|acct)$/u;
/** `[id123|Name]`, `@id123 (Name)`, `*club12`. */
const VK_MENTION = /[[@*]((?:id|club|public|event)\d+)(?![\p{L}\p{N}_])/gu;
const VK_LABEL = /\[(?:id|club|public|event)\d+\|([\p{L}\p{M}\p{N}_][^[\]\n]{0,199})(?=\])/gu;
/** Sites on which each account has a separate host name. */
const HOST = new RegExp(
  String.raw`(?<![\p{L}\p{M}\p{N}_.@-])(?!www\.|m\.|api\.)([\p{L}\p{N}_-]+)\.(?:bsky\.social|tumblr\.com|livejournal\.com|substack\.com|blogspot\.com|wordpress\.com|t\.me)(?![\p{L}\p{N}_-])`,
  'gu',
);
const MAIL =
  /(?<![\p{L}\p{M}\p{N}_+-]\.?)[\p{L}\p{M}\p{N}_](?:[\p{L}\p{M}\p{N}_.+-]{0,63}[\p{L}\p{M}\p{N}_+-])?@(?:[\p{L}\p{N}][\p{L}\p{N}-]{0,62}\.){1,9}(?<top>[\p{L}\p{N}-]{2,63})/gu;

let tops: ReadonlySet<string> | undefined;

/** Returns the steps in no order; of two that overlap, the first one counts. */
export function findSteps(text: string): Step[] {
  const steps: Step[] = [];
  const group = (match: RegExpExecArray, kind: StepKind): void => {
    const value = match[1] ?? '';
    const from = match.index + match[0].length - value.length;
    steps.push({ from, to: from + value.length, kind });
  };
  if (text.includes('@')) {
    for (const match of text.matchAll(MAIL)) {
      const { top = '' } = match.groups ?? {};
      if (topLevelDomains().has(top) || top.startsWith('xn--'))
        steps.push({ from: match.index, to: match.index + match[0].length, kind: 'mail' });
    }
  }
  for (const match of text.matchAll(VK_MENTION)) group(match, 'owner');
  for (const match of text.matchAll(VK_LABEL)) group(match, 'label');
  if (text.includes('/')) {
    const sites = [...text.matchAll(SITE)];
    for (const [i, { 0: site, index }] of sites.entries())
      steps.push(...stepsOfPath(text, index + site.length, sites[i + 1]?.index ?? text.length));
    for (const match of text.matchAll(POST)) group(match, 'post');
    for (const match of text.matchAll(AT_POST)) group(match, 'post');
    for (const match of text.matchAll(USERS)) group(match, 'account');
  }
  if (text.includes('=') || text.includes(':'))
    for (const match of text.matchAll(PARAMETER)) steps.push(stepOfParameter(match));
  if (text.includes('.')) for (const match of text.matchAll(HOST)) steps.push(hostStep(match));
  return steps;
}

function topLevelDomains(): ReadonlySet<string> {
  if (tops !== undefined) return tops;
  const require = createRequire(import.meta.url);
  const read: readonly string[] = require('tlds');
  tops = new Set(read);
  return tops;
}

function hostStep(match: RegExpExecArray): Step {
  return { from: match.index, to: match.index + (match[1] ?? '').length, kind: 'profile' };
}

function stepOfParameter({ 0: all, index, groups = {} }: RegExpExecArray): Step {
  const { name = '', sign, value = '' } = groups;
  const to = index + all.length;
  if (VK_POST.test(value)) return { from: to - value.length, to, kind: 'post' };
  return { from: to - value.length, to, kind: sign === '=' && ALWAYS_NAME.test(name) ? 'profile' : 'account' };
}

/** The steps after a site's name, up to the next site within the address. */
function* stepsOfPath(text: string, start: number, before: number): Generator<Step> {
  const from = text.startsWith('#!/', start) ? start + 3 : start;
  PATH.lastIndex = from;
  const path = PATH.exec(text)?.[0].slice(0, Math.max(0, before - from)) ?? '';
  let previous = '';
  let place = 0;
  for (const { 0: segment, index } of path.matchAll(SEGMENT)) {
    const [all = '', name = ''] = NAME.exec(segment) ?? [];
    const at = from + index + all.length - name.length;
    const step = (kind: StepKind): Step => ({ from: at, to: at + name.length, kind });
    if (name === '') {
      // A segment without letters or digits is not a step.
    } else if (VK_OWNER.test(name)) yield step('owner');
    else if (VK_POST.test(name) || BEFORE_POST.has(previous)) yield step('post');
    else if (place > 0 && /^\d+$/u.test(name)) yield step('number');
    else if (BEFORE_NAME.has(previous) || (place === 0 && !NOBODY.has(name) && !BEFORE_NAME.has(name)))
      yield step('profile');
    else if (!NOBODY.has(name)) yield step('account');
    previous = name;
    place++;
  }
}
