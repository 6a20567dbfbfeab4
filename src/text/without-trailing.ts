/**
 * Removes certain characters from the end of a text. A pattern such as `/[,;]+$/` would take quadratic time for a
 * long run of such characters that is followed by another one.
 * @param signs the characters, each one UTF-16 unit
 */
export function withoutTrailing(text: string, signs: string): string {
  let end = text.length;
  while (end > 0 && signs.includes(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}
