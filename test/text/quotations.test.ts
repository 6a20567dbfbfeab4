import { describe, expect, it } from 'vitest';
import { findQuotation, ownWords } from '../../src/text/quotations.js';

describe('a quotation within a text', () => {
  it.each([
    ['so true RT @ann: the bridge is closed', 'so true ', 'ann'],
    ['so true QT @ann: the bridge is closed', 'so true ', 'ann'],
    ['so true “QT @ann: the bridge is closed”', 'so true ', 'ann'],
    ['so true "@ann: the bridge is closed"', 'so true ', 'ann'],
    ['so true "@ann : the bridge is closed" as I said', 'so true  as I said', 'ann'],
    ['“@ann: the bridge is closed” so true', ' so true', 'ann'],
    ['so true [Quoted @ann] the bridge is closed', 'so true ', 'ann'],
    ['so true [quote tweet @ann]: the bridge is closed', 'so true ', 'ann'],
    ['so true\n\nQuoting @ann: the bridge is closed', 'so true\n\n', 'ann'],
    ['好看 //@小河:河边的灯笼', '好看 ', '小河'],
    ['転載 RT @ann：橋', '転載 ', 'ann'],
    ['“@ann: the bridge is closed”', '', 'ann'],
    ['🔁 @ann: the bridge is closed', '', 'ann'],
    ['Retweeted Ann B. (@ann):\n\nthe bridge is closed', '', 'ann'],
    ['MT @ann: the bridge is closed', '', 'ann'],
    ['转发微博 //@小河:河边的灯笼', '', '小河'],
  ])('is told from own words: %s', (text, own, handle) => {
    expect(findQuotation(text)).toEqual({ own, handle });
    expect(ownWords(text)).toBe(own || text);
  });

  it.each([
    'please RT @ann needs your help',
    'thanks @ann: well done',
    'the article @ “@” is good: read it',
    'START @ann: is the bridge closed',
    'see http://example.com/@ann:8080/',
    'quote of the day by @ann',
    'QT @ann:',
  ])('is not made up: %s', (text) => {
    expect(findQuotation(text)).toBeUndefined();
    expect(ownWords(text)).toBe(text);
  });

  it('is looked for in linear time', () => {
    const begun = performance.now();
    for (const text of ['RT ', '"', 'RT @a', '[quoted', 'quoted ', '“@'].map((part) => part.repeat(50_000)))
      findQuotation(`@${text}`);
    expect(performance.now() - begun).toBeLessThan(2000);
  });
});
