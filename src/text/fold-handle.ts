/** A handle as it is compared: without `@`, in lower case, as the platforms take it. */
export function foldHandle(handle: string): string {
  return handle
    .trim()
    .replace(/^[@＠]/u, '')
    .toLowerCase();
}
