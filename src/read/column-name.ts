/** A column's name as it is compared: without case, spaces, `_`, `-` and `.`. */
export function normalizeColumnName(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_.-]+/g, '');
}
