import { describe, expect, it } from 'vitest';
import { Pseudonyms } from '../../src/pseudonymize/pseudonyms.js';

const KEY = 'a key that is long enough';
const names = new Pseudonyms(KEY, [
  { id: '2368247438', handle: 'Slava_Rus_01', displayName: 'Вячеслав  Иванов 🇷🇺' },
  { id: '12', handle: 'ann', displayName: 'Ann' },
  { id: 'did:plc:abc234', handle: 'name.bsky.social', displayName: '' },
  { id: 'moscow', handle: 'moscow', displayName: 'Russia' },
]);
const [slava, ann] = [names.handle('slava_rus_01'), names.handle('ann')];

describe('pseudonyms', () => {
  it('depend on the key and the name alone, whatever else is in the dump', () => {
    const other = new Pseudonyms(KEY, []);
    expect([other.handle('SLAVA_RUS_01'), other.id('2368247438'), other.post('1')]).toEqual([
      slava,
      names.id('2368247438'),
      names.post('1'),
    ]);
    expect(new Pseudonyms('another key, long enough', []).handle('slava_rus_01')).not.toBe(slava);
    expect(slava).toMatch(/^user_[0-9a-f]{16}$/u);
  });

  it('are one where a handle stands for the id', () => {
    expect(names.id('moscow')).toBe(names.handle('moscow'));
    expect(names.id('2368247438')).not.toBe(slava);
  });

  it.each([
    ['a mention in any case', 'so says @SLAVA_rus_01!', `so says @${slava}!`],
    ['a mention of somebody who is not in the dump', 'RT @Somebody: hello', `RT @${names.handle('somebody')}: hello`],
    ['a mention that follows a word', 'RT@ann:hello', `RT@${ann}:hello`],
    ['a mention where words have no spaces between them', '@annпривет', `@${ann}привет`],
    ['a mention with a full-width sign', '＠ann', `＠${ann}`],
    ['a handle without its sign', 'slava_rus_01 wrote it', `${slava} wrote it`],
    ['a handle of several parts', 'see @name.bsky.social.', `see @${names.handle('name.bsky.social')}.`],
    [
      'a display name, whatever stands between its words',
      'Говорит ВЯЧЕСЛАВ Иванов:',
      `Говорит ${names.displayName('Вячеслав  Иванов 🇷🇺')}:`,
    ],
    ['an id', 'user 2368247438', `user ${names.id('2368247438')}`],
    ['an id of several parts', 'at://did:plc:abc234/x', `at://${names.id('did:plc:abc234')}/x`],
    [
      'the address of a post',
      'https://twitter.com/Stranger/status/439080442991692324',
      `https://twitter.com/${names.handle('stranger')}/status/${names.post('439080442991692324')}`,
    ],
    ['a long number', 'call 89161234567', `call ${names.post('89161234567')}`],
  ])('replace %s', (_, text, expected) => {
    expect(names.text(text)).toBe(expected);
  });

  it.each([
    ['a word that is a display name', 'Russia wins'],
    ['a word as short as a handle', 'an ann is no name'],
    ['hashtags', '#slava_rus_01 #moscow'],
    ['part of a word', 'slava_rus_012 and moscowian'],
    ['short numbers', 'in 2014, for 12 roubles'],
    ['pages that are nobody’s', 'https://twitter.com/i/web and https://twitter.com/search?q=x'],
  ])('leave %s', (_, text) => {
    expect(names.text(text)).toBe(text);
  });

  it('leave this program’s own words, even where an account is called like one', () => {
    const says = 'moscow posts in 10 min';
    expect(names.prose(says)).toBe(says);
    expect(names.prose('left out: slava_rus_01.txt')).toBe(`left out: ${slava}.txt`);
    expect(names.quoting('wrote in moscow: “moscow and @ann” (nobody else did)')).toBe(
      `wrote in moscow: “${names.handle('moscow')} and @${ann}” (nobody else did)`,
    );
  });

  it('cut off the half of a name at the end of what is quoted', () => {
    expect(names.quoting('wrote: “hello @slava_ru…”')).toBe('wrote: “hello …”');
    expect(names.quoting('wrote: “hello slava_ru…”')).toBe('wrote: “hello …”');
  });
});
