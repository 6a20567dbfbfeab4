/** A column's name as it is compared: without case, spaces, `_`, `-` and `.`. */
export function normalizeColumnName(name: string): string {
  return (
    name
      .normalize('NFKC')
      .toLowerCase()
      // What is left of a Turkish İ.
      .replaceAll('i\u0307', 'i')
      .replaceAll('’', "'")
      .replace(/[\s_.-]+/g, '')
  );
}
