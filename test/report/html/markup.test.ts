import * as fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { html, paragraphs, SafeHtml, isolate } from '../../../src/report/html/markup.js';
import { escapeControls } from '../../../src/text/escape-controls.js';

describe('html', () => {
  it('escapes what is put in, and nothing of the template', () => {
    expect(html`<td title="${'"><script>'}">${"<img src=x onerror=alert(1)> & 'more'"}</td>`.source).toBe(
      '<td title="&quot;&gt;&lt;script&gt;">&lt;img src=x onerror=alert(1)&gt; &amp; &#39;more&#39;</td>',
    );
  });

  it('puts in markup, numbers and lists as they are', () => {
    expect(html`<ul>${['<', html`<li>${1.5}</li>`, new SafeHtml('<b>')]}</ul>`.source).toBe(
      '<ul>&lt;<li>1.5</li><b></ul>',
    );
  });

  it('makes visible what hides or turns the direction of writing', () => {
    expect(isolate('\u202Egnp.exe\u0000').source).toBe('<bdi>\\u{202E}gnp.exe\\u{00}</bdi>');
  });

  it('keeps lines apart', () => {
    expect(paragraphs('one <b>\r\n\n two\u2028').source).toBe('one &lt;b&gt;<br>two\\u{2028}');
  });

  it('shows any text as that text, in an element and in an attribute', () => {
    const texts = fc.string({
      unit: fc.oneof(
        fc.constantFrom('<', '>', '&', '"', "'", '`', '=', '/', '&lt;', '&#60;', '</td>', '-->'),
        fc.string({ unit: 'grapheme', maxLength: 3 }),
      ),
    });
    fc.assert(
      fc.property(texts, (text) => {
        const { document } = parseHTML(
          html`<!doctype html>
            <html>
              <body>
                <p title="${text}">${text}</p>
              </body>
            </html>`.source,
        );
        const [paragraph, ...others] = document.body.children;
        expect([paragraph?.textContent, others.length, paragraph?.children.length]).toEqual([
          escapeControls(text),
          0,
          0,
        ]);
        expect(paragraph?.getAttribute('title')).toBe(escapeControls(text));
      }),
    );
  });
});
