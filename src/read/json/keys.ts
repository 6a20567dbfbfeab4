import type { Path } from './path.js';
import { isJsonObject } from './value.js';

const MOST = 400;
const DEEPEST = 5;

/** The paths at which the values hold texts, numbers and truth values, in order of appearance; `most` of them at most. */
export function scalarPaths(values: readonly unknown[], most = MOST): Path[] {
  const found = new Set<Path>();
  const visit = (value: unknown, path: Path, depth: number): void => {
    if (found.size >= most || depth > DEEPEST) return;
    if (Array.isArray(value)) {
      for (const element of value.slice(0, 3)) visit(element, path, depth);
    } else if (isJsonObject(value)) {
      for (const [key, part] of Object.entries(value)) visit(part, path === '' ? key : `${path}.${key}`, depth + 1);
    } else if (value !== null && path !== '') found.add(path);
  };
  for (const value of values) visit(value, '', 0);
  return [...found];
}

/** The paths at which lists of objects stand, the longest list first. */
export function listPaths(value: unknown): Path[] {
  const found: { readonly path: Path; readonly length: number }[] = [];
  const visit = (part: unknown, path: Path, depth: number): void => {
    if (depth > DEEPEST || !isJsonObject(part)) return;
    for (const [key, next] of Object.entries(part)) {
      const at = path === '' ? key : `${path}.${key}`;
      if (Array.isArray(next) && next.some(isJsonObject)) found.push({ path: at, length: next.length });
      else visit(next, at, depth + 1);
    }
  };
  visit(value, '', 0);
  return found.sort((a, b) => b.length - a.length).map(({ path }) => path);
}
