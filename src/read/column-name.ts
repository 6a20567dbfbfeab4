/** Normalizes a column's name for comparison: ignores case, spaces, `_`, `-`, `.` and question marks. */
export function normalizeColumnName(name: string): string {
  return (
    name
      .normalize('NFKC')
      .toLowerCase()
      // The result of lower-casing a Turkish İ.
      .replaceAll('i\u0307', 'i')
      .replaceAll('’', "'")
      .replace(/[\s_.?¿-]+/g, '')
  );
}
