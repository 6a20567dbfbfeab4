import type { ColumnMap } from '../documents/options.js';

/** Every column that `--map` names, in its order. */
export function mappedColumns(map: ColumnMap): string[] {
  return Object.values(map)
    .flat()
    .filter((column) => column !== '');
}
