/** Signs as people count them, in texts of any length. */

let made: Intl.Segmenter | undefined;

/** Made at first use: V8 loads its tables for some 10 ms, and most runs need none. */
function segmenter(): Intl.Segmenter {
  return (made ??= new Intl.Segmenter('en', { granularity: 'grapheme' }));
}

/** UTF-16 units that are looked at together. The segmenter of V8 copies its whole text for each sign. */
const WINDOW = 256;

/** The text in pieces of about `WINDOW` units, none of which ends within a sign. */
export function* graphemeChunks(text: string): Generator<string> {
  let [at, size] = [0, WINDOW];
  while (text.length - at > size) {
    const end = at + size + (isHighSurrogate(text.charCodeAt(at + size - 1)) ? 1 : 0);
    const window = text.slice(at, end);
    // The last sign may go on beyond the window, and begins the next one. One may be longer than a window.
    const whole =
      segmenter()
        .segment(window)
        .containing(window.length - 1)?.index ?? 0;
    if (whole === 0) size *= 2;
    else {
      yield window.slice(0, whole);
      at += whole;
      size = WINDOW;
    }
  }
  if (at < text.length) yield text.slice(at);
}

/** Its signs, one after another. */
export function* graphemesOf(text: string): Generator<string> {
  for (const chunk of graphemeChunks(text)) for (const { segment } of segmenter().segment(chunk)) yield segment;
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}
