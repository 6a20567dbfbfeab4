/** Splits texts of any length into graphemes: characters as people count them. */

let made: Intl.Segmenter | undefined;

/** Created at first use: V8 needs about 10 ms to load its tables, and most runs do not need them. */
function segmenter(): Intl.Segmenter {
  return (made ??= new Intl.Segmenter('en', { granularity: 'grapheme' }));
}

/** UTF-16 units that are segmented at once: V8's segmenter copies its whole text for each grapheme. */
const WINDOW = 256;

/** The text in pieces of about `WINDOW` units, none of which ends within a grapheme. */
export function* graphemeChunks(text: string): Generator<string> {
  let [at, size] = [0, WINDOW];
  while (text.length - at > size) {
    const end = at + size + (isHighSurrogate(text.charCodeAt(at + size - 1)) ? 1 : 0);
    const window = text.slice(at, end);
    // The last grapheme may continue beyond the window, so it begins the next one. A grapheme may be longer than a
    // window.
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

/** The graphemes of a text. */
export function* graphemesOf(text: string): Generator<string> {
  for (const chunk of graphemeChunks(text)) for (const { segment } of segmenter().segment(chunk)) yield segment;
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}
