/**
 * A text without those of some signs that it ends with. A pattern such as `/[,;]+$/` looks at every sign of a run again
 * from each place in it: on a text of such signs that ends with another one it takes the square of their number.
 * @param signs each one UTF-16 unit
 */
export function withoutTrailing(text: string, signs: string): string {
  let end = text.length;
  while (end > 0 && signs.includes(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}
