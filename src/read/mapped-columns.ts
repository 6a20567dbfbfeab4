import type { ColumnMap } from '../documents/options.js';

/** All columns named in `--map`, in order. */
export function mappedColumns(map: ColumnMap): string[] {
  return Object.values(map)
    .flat()
    .filter((column) => column !== '');
}
