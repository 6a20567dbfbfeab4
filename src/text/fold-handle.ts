/** Normalizes a handle for comparison: without `@` and in lower case, as platforms treat it. */
export function foldHandle(handle: string): string {
  return handle
    .trim()
    .replace(/^[@＠]/u, '')
    .toLowerCase();
}
