/** The zeros of Arabic, Persian, Devanagari, Bengali, Thai and full-width digits. */
const DIGIT_ZEROS = [0x660, 0x6f0, 0x966, 0x9e6, 0xe50, 0xff10];

/** Replaces digits of other scripts by ASCII digits, and removes direction marks. */
export function withPlainDigits(text: string): string {
  if (!/[^\x20-\x7e]/.test(text)) return text;
  return text
    .normalize('NFKC')
    .replace(/[\u200b-\u200f\u202a-\u202e\u2066-\u2069\u061c]/g, '')
    .replace(/\p{Nd}/gu, (digit) => {
      const code = digit.codePointAt(0) ?? 0;
      const zero = DIGIT_ZEROS.find((each) => code >= each && code < each + 10);
      return zero === undefined ? digit : String(code - zero);
    })
    .replaceAll('٫', '.')
    .replaceAll('،', ',')
    .replace(/\s+/g, ' ')
    .trim();
}
