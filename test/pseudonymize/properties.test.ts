import {
  array,
  assert,
  constantFrom,
  oneof,
  pre,
  property,
  shuffledSubarray,
  string,
  stringMatching,
} from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AccountNames, Pseudonyms } from '../../src/pseudonymize/pseudonyms.js';
import { disguised, isSeenIn } from './disguises.js';

const KEY = 'a key that is long enough';
const ACCOUNTS: readonly AccountNames[] = [
  { id: '2368247438', handle: 'alice', displayName: 'Alise Vonder' },
  { id: '71117', handle: 'slava_rus_71', displayName: 'Вячеслав Иванов' },
  { id: 'did:plc:abc2x4', handle: 'petrov.bsky.social', displayName: 'Xenia77' },
  { id: '12', handle: 'ann', displayName: 'Ann' },
  { id: '77', handle: 'news', displayName: 'News' },
];
const names = new Pseudonyms(KEY, ACCOUNTS);
/** Those that a text may not keep in any form. */
const TELLING = ['alice', 'Alise Vonder', 'slava_rus_71', '2368247438', '71117', 'Xenia77', 'petrov.bsky.social'];

const CONTEXTS: readonly ((name: string) => string)[] = [
  (name) => name,
  (name) => `so ${name} wrote.`,
  (name) => `RT @${name}: hello`,
  (name) => `%40${name}`,
  (name) => `https://x.com/${name}/status/1`,
  (name) => `https://example.org/a?u=${name}&b=1`,
  (name) => `https%3A%2F%2Fexample.org%2F${name}%2F`,
  (name) => `https://mastodon.social/@${name}`,
  (name) => `«${name}»…`,
  (name) => `_${name}_`,
  (name) => `#${name}`,
  (name) => `@${name}привет`,
  (name) => `#1 ${name}, ${name}`,
];

const anyName = constantFrom(...TELLING);
const disguisedName = anyName.chain((name) => disguised(name.toLowerCase()).map((written) => ({ name, written })));

describe('pseudonyms', () => {
  it('leave no id, handle or name of four letters and more, however it is written', () => {
    assert(
      property(disguisedName, constantFrom(...CONTEXTS), ({ name, written }, context) => {
        const text = context(written);
        // What is looked for is there before.
        pre(isSeenIn(name, text));
        expect([text, names.text(text)]).not.toSatisfy(([, hidden]: string[]) => isSeenIn(name, hidden ?? ''));
      }),
      { numRuns: 3000 },
    );
  });

  it('leave no short handle, and no common word that is one, where it is mentioned or linked to', () => {
    const places = [
      (name: string) => `@${name}!`,
      (name: string) => `https://x.com/${name}`,
      (name: string) => `t.me/${name}/5`,
      (name: string) => `https://twitter.com/intent/user?screen_name=${name}`,
      (name: string) => `http://web.archive.org/web/2014/https://twitter.com/${name}`,
    ];
    const short = constantFrom('ann', 'news').chain((name) => disguised(name).map((written) => ({ name, written })));
    assert(
      property(short, constantFrom(...places), ({ name, written }, place) => {
        pre(isSeenIn(name, place(written)));
        expect(names.text(place(written))).not.toSatisfy((hidden: string) => isSeenIn(name, hidden));
      }),
      { numRuns: 1000 },
    );
  });

  it('leave a text that holds no name as it is, to the byte', () => {
    const words = constantFrom(
      ...'an ann news malice alices slava vonder Вячеслав 2014-02-26 12:34 12,5% 1.000.000 don’t e\u0301 a\u200bb 👩‍👩‍👧 🇷🇺 & &amp; %20 100%25 … (7) 3/4 #tag #новости'.split(
        ' ',
      ),
      'https://example.org/path/page.html?id=7#part',
      'https://t.co/AbCdEf',
      'at 10:15, 26.02.2014',
      '192.168.100.200',
    );
    assert(
      property(array(words), constantFrom(' ', '\n', ', ', '  '), (parts, sign) => {
        const text = parts.join(sign);
        expect(names.text(text)).toBe(text);
      }),
    );
  });

  it('stay as they are when a text is looked at again', () => {
    const part = oneof(
      string({ unit: 'binary', maxLength: 12 }),
      stringMatching(/^[-0-9 ()+.@#/_a-f%привет]{0,30}$/u),
      disguisedName.map(({ written }) => written),
      constantFrom(
        '@',
        '#',
        '/',
        'x.com/',
        't.me/',
        '@stranger',
        'user_',
        '8 912 345 67 89',
        '12345678',
        ' ',
        '=',
        'id=',
      ),
    );
    assert(
      property(array(part, { maxLength: 8 }), (parts) => {
        const once = names.text(parts.join(''));
        expect(names.text(once)).toBe(once);
      }),
      { numRuns: 3000 },
    );
  });

  it('are the same in whatever order the accounts come', () => {
    const alike: readonly AccountNames[] = [
      ...ACCOUNTS,
      { id: '501', handle: 'аlice', displayName: 'ALISE  vonder' },
      { id: '502', handle: 'Alice7', displayName: 'alice' },
      { id: '71118', handle: 'slava_rus_71_', displayName: 'Вячеслав Иванов' },
    ];
    const texts = ['@alice alice @аlice аlice alice7', 'Alise Vonder, alise vonder', 'ВЯЧЕСЛАВ ИВАНОВ 71117', 'ａlice'];
    const hidden = (order: readonly AccountNames[]): string[] => {
      const ordered = new Pseudonyms(KEY, order);
      return texts.map((text) => ordered.text(text));
    };
    const expected = hidden(alike);
    assert(
      property(shuffledSubarray([...alike], { minLength: alike.length }), (order) => {
        expect(hidden(order)).toEqual(expected);
      }),
    );
    // Each spelling of its own keeps the pseudonym of its own account.
    expect(expected[0]).toBe(
      ['@', '', '@', ''].map((sign, i) => sign + names.handle(i < 2 ? 'alice' : 'аlice')).join(' ') +
        ` ${names.handle('Alice7')}`,
    );
  });
});
