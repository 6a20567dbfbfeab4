const LONG = /(?<![\d.eE+])-?\d{16,}(?![\d.eE])/g;

/**
 * The same JSON with its integers of 16 digits and more as strings: an id above 2^53 would lose its last digits as a
 * JavaScript number. What stands in strings stays.
 */
export function quoteLongIntegers(json: string): string {
  if (!/[:[,\s]-?\d{16,}/.test(json)) return json;
  let out = '';
  let at = 0;
  while (at < json.length) {
    const opens = json.indexOf('"', at);
    const between = opens < 0 ? json.slice(at) : json.slice(at, opens);
    out += between.length > 16 ? between.replace(LONG, '"$&"') : between;
    if (opens < 0) break;
    const closes = endOfString(json, opens);
    out += json.slice(opens, closes);
    at = closes;
  }
  return out;
}

/** The place behind the quote that closes a string; the end of the text where none does. */
function endOfString(json: string, opens: number): number {
  for (let quote = json.indexOf('"', opens + 1); quote >= 0; quote = json.indexOf('"', quote + 1)) {
    let backslashes = 0;
    while (json.charCodeAt(quote - 1 - backslashes) === 0x5c) backslashes++;
    if (backslashes % 2 === 0) return quote + 1;
  }
  return json.length;
}
