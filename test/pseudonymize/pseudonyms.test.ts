import { describe, expect, it } from 'vitest';
import { Pseudonyms } from '../../src/pseudonymize/pseudonyms.js';

const KEY = 'a key that is long enough';
const names = new Pseudonyms(KEY, [
  { id: '2368247438', handle: 'Slava_Rus_01', displayName: 'Вячеслав  Иванов 🇷🇺' },
  { id: '12', handle: 'ann', displayName: 'Ann' },
  { id: 'did:plc:abc234', handle: 'name.bsky.social', displayName: '' },
  { id: 'moscow', handle: 'moscow', displayName: 'Russia' },
  { id: '77', handle: 'news', displayName: 'News' },
  { id: '109', handle: 'bob@mastodon.social', displayName: '王小明' },
  { id: '110', handle: 'mama', displayName: 'Петрова24' },
  { id: '111', handle: 'anna.petrova', displayName: 'Весна' },
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
    ['a percent-encoded handle', 'https://x.com/%61nn?s=1', `https://x.com/${ann}?s=1`],
    ['a sign that is encoded several times', 'u=%252540ann', `u=%252540${ann}`],
    ['a letter as a reference', '&#64;&#x61;nn and \\u0040ann', `&#64;${ann} and \\u0040${ann}`],
    ['a host in Punycode', 'https://xn--mscow-jye.ru/', `https://${names.handle('moscow')}.ru/`],
    [
      'an address within an address',
      'http://archive.org/web/2014/http://t.me/ann',
      `http://archive.org/web/2014/http://t.me/${ann}`,
    ],
    ['an encoded address', 'u=https%3A%2F%2Ftwitter.com%2Fann%2F', `u=https%3A%2F%2Ftwitter.com%2F${ann}%2F`],
    [
      'a parameter that names an account',
      'x.com/intent/user?user_id=12&screen_name=Bo',
      `x.com/intent/user?user_id=${names.id('12')}&screen_name=${names.handle('bo')}`,
    ],
    ['a search for an account', 'x.com/search?q=from%3Aann', `x.com/search?q=from%3A${ann}`],
    [
      'a page and a post of VK',
      'vk.com/id12 vk.com/wall-5_67',
      `vk.com/${names.id('12')} vk.com/${names.post('wall-5_67'.slice(4))}`,
    ],
    ['a mention of VK', '[id12|Анна К.]: да', `[${names.id('12')}|${names.displayName('Анна К.')}]: да`],
    ['an id of a post that is an account’s as well', 'x.com/i/status/12', `x.com/i/status/${names.post('12')}`],
    ['a short id of a post in a link', 't.me/ann/55', `t.me/${ann}/${names.post('55')}`],
    [
      'an account of Mastodon in a link',
      'https://mastodon.social/@bob',
      `https://mastodon.social/@${names.handle('bob@mastodon.social')}`,
    ],
    ['an account of Mastodon that is not in the dump', '@zed@host.org hi', `@${names.handle('zed@host.org')} hi`],
    [
      'dots where the platform takes them for nothing',
      'facebook.com/mos.cow',
      `facebook.com/${names.handle('moscow')}`,
    ],
    ['a handle with a dot that is not in the dump', '@some.body_1 hi', `@${names.handle('some.body_1')} hi`],
    [
      'a common word that is mentioned or linked to',
      '@news x.com/News',
      `@${names.handle('news')} x.com/${names.handle('news')}`,
    ],
    ['a handle before letters of another script', 'slava_rus_01привет', `${slava}привет`],
    ['a handle with letters that look alike', 'ѕlava_ruѕ_01', slava],
    ['a handle in full-width letters', '＠ＡＮＮ', `＠${ann}`],
    ['a handle with zero-width characters', '@a\u200bn\u2060n!', `@${ann}!`],
    ['a handle that is struck through', 'm\u0336o\u0336s\u0336cow\u0336!', `${names.handle('moscow')}!`],
    ['a mention in letters of another script alone', '@мама', `@${names.handle('mama')}`],
    ['a display name of one word', 'ПЕТРОВА24', names.displayName('Петрова24')],
    ['a display name that is a rarer word', 'придёт Весна', `придёт ${names.displayName('Весна')}`],
    ['a display name where words have no spaces', '说王小明好', `说${names.displayName('王小明')}好`],
    ['a hashtag that is a handle', '#Slava_Rus_01', `#${slava}`],
    ['a hashtag that is a display name', '#ВячеславИванов', `#${names.displayName('Вячеслав  Иванов 🇷🇺')}`],
    ['an address of mail', 'to ann.b+1@mail.ru.', `to ${new Pseudonyms(KEY, []).text('ann.b+1@mail.ru')}.`],
    ['a telephone number', '+7 (912) 345-67-89', `+${names.post('79123456789')}`],
    ['a telephone number of the country', '8-912-345 67 89', names.post('89123456789')],
    [
      'a telephone number in a link',
      'tel:+7-912-345-67-89 wa.me/79123456789',
      `tel:+${names.post('79123456789')} wa.me/${names.post('79123456789')}`,
    ],
    ['a telephone number in digits of another script', '٠٩١٢٣٤٥٦٧٨٩', names.post('09123456789')],
    ['the number of a card', '4111 1111 1111 1111', names.post('4111111111111111')],
  ])('replace %s', (_, text, expected) => {
    expect(names.text(text)).toBe(expected);
  });

  it.each([
    ['a word that is a display name', 'Russia wins'],
    ['a word as short as a handle', 'an ann is no name'],
    ['hashtags', '#news #россия #annа2014 #весна'],
    ['a common word that is a handle', 'the news, mama and мама'],
    ['a word that holds a handle', 'moscower, amoscow'],
    [
      'a date, an amount, a version, an address of a machine',
      '2014-02-26 12:34:56, 26.02.2014 1530, 1 234 567 890, 1.000.000, 192.168.100.200, 1990 2000 2010 2020',
    ],
    ['other pages', 'https://example.org/ann/12 and https://youtu.be/abc'],
    ['part of a word', 'slava_rus_012 and moscowian'],
    ['short numbers', 'in 2014, for 12 roubles'],
    ['pages that are nobody’s', 'https://twitter.com/i/web and https://twitter.com/search?q=x'],
  ])('leave %s', (_, text) => {
    expect(names.text(text)).toBe(text);
  });

  it('leave the hashtag that is studied', () => {
    const about = new Pseudonyms(KEY, [{ id: '1', handle: 'navalny', displayName: '' }], { studied: ['#Navalny'] });
    expect([about.text('#navalny @navalny'), about.hashtag('NAVALNY')]).toEqual([
      `#navalny @${about.handle('navalny')}`,
      'NAVALNY',
    ]);
    expect(new Pseudonyms(KEY, [{ id: '1', handle: 'navalny', displayName: '' }]).hashtag('NAVALNY')).toBe(
      about.handle('navalny'),
    );
  });

  it('replace a name that stands alone, however short', () => {
    expect([names.label('ann'), names.label('NEWS'), names.label('image_hash')]).toEqual([
      ann,
      names.handle('news'),
      'image_hash',
    ]);
  });

  it('replace whatever is quoted in this program’s own words', () => {
    expect(names.prose('“ann_x, moscow” is no date; "moscow" was read')).toBe(
      `“ann_x, ${names.handle('moscow')}” is no date; "${names.handle('moscow')}" was read`,
    );
  });

  it('replace a name that is longer than any that is looked for in one go', () => {
    const long = `long ${'name '.repeat(500)}end`;
    const some = new Pseudonyms(KEY, [{ id: '1', handle: 'some', displayName: long }]);
    expect(some.text(`say ${long}, ${long.slice(0, -4)}`)).toBe(`say ${some.displayName(long)}, ${long.slice(0, -4)}`);
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
