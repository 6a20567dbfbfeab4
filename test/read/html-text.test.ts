import { array, assert, constantFrom, property } from 'fast-check';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { htmlText } from '../../src/read/json/html-text.js';

describe('the text of a post in HTML', () => {
  it.each([
    ['<p>Hello</p><p>world</p>', 'Hello\n\nworld'],
    ['one<br>two<br />three', 'one\ntwo\nthree'],
    ['see <a href="https://a.example/x?b=1&amp;c=2">a.example</a>!', 'see https://a.example/x?b=1&c=2!'],
    ['<a class="mention hashtag" href="https://m.example/tags/x">#<span>x</span></a>', '#x'],
    ['<a href="https://m.example/@u" class="u-url mention">@<span>u</span></a> hi', '@u hi'],
    // Signs that are no tags are text.
    ['1 < 2 and 3 > 2', '1 < 2 and 3 > 2'],
    ['I <3 you', 'I <3 you'],
    ['a<b<i>c</i>', 'a<bc'],
    ['<a href="https://a.example">without an end', 'without an end'],
    ['no end of a tag <a href="x', 'no end of a tag <a href="x'],
  ])('%j is %j', (html, text) => {
    expect(htmlText(html)).toBe(text);
  });

  it('is the text that a browser sees, where there are no lines and links', () => {
    const part = constantFrom(
      '<b>',
      '</b>',
      '<span class="x">',
      '</span>',
      'word ',
      'wörld&amp;',
      '&lt;3 ',
      '&#128512;',
    );
    assert(
      property(array(part, { maxLength: 12 }), (parts) => {
        const html = parts.join('');
        const { document } = parseHTML(`<html><body>${html}</body></html>`);
        expect(htmlText(html)).toBe((document.body.textContent ?? '').trim());
      }),
    );
  });
});
