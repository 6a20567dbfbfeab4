/** Damage to bytes, the same for the same seed. */

/** One to five times: some bytes flipped, cut out, doubled, a word put in that is special somewhere; or the end cut off. */
export function mutate(bytes: Buffer, random: () => number, words: readonly string[] = SPECIAL): Buffer {
  let out = Buffer.from(bytes);
  const at = (): number => Math.floor(random() * (out.length + 1));
  for (let times = 1 + Math.floor(random() * 5); times > 0; times--) {
    const from = at();
    const to = Math.min(out.length, from + 1 + Math.floor(random() ** 3 * 400));
    const kind = Math.floor(random() * 6);
    if (kind === 0 && out.length > 0) out[Math.min(from, out.length - 1)] = Math.floor(random() * 256);
    else if (kind === 1) out = Buffer.concat([out.subarray(0, from), out.subarray(to)]);
    else if (kind === 2) out = Buffer.concat([out.subarray(0, to), out.subarray(from)]);
    else if (kind === 3)
      out = Buffer.concat([
        out.subarray(0, from),
        Buffer.from(words[Math.floor(random() * words.length)] ?? '', 'latin1'),
        out.subarray(from),
      ]);
    else if (kind === 4 && random() < 0.3) out = Buffer.from(out.subarray(0, from));
    else if (out.length > 0)
      out[Math.min(from, out.length - 1)] =
        (out[Math.min(from, out.length - 1)] ?? 0) ^ (1 << Math.floor(random() * 8));
  }
  return out;
}

/** What is special in some format that dumps come in, a character for each byte. */
export const SPECIAL = [
  '"',
  "'",
  '\\',
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  ';',
  '\t',
  '|',
  '\n',
  '\r',
  '\0',
  '\xff\xfe',
  '\xef\xbb\xbf',
  '\x1f\x8b',
  'null',
  '1e999',
  '-',
  '99999999999999999999',
  '"__proto__":',
  '\ud800',
  '\x1e',
  '[[[[[[[[',
  'NaN',
];

/** mulberry32: small, seeded, good enough to choose bytes by. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
