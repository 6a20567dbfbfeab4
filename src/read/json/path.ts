import { isJsonObject, isWrappedScalar, ownProperty, scalarToString } from './value.js';

/**
 * A location in JSON, such as `user.id_str`. A step into an array selects each of its elements. `a[type=x].id`
 * selects only the elements of `a` whose `type` is x; `**` matches any number of steps.
 */
export type Path = string;

type Step = { readonly key: string } | { readonly where: string; readonly is: string } | 'any';

/** The maximum depth of the search. */
const DEEPEST = 40;

const NOTHING: readonly never[] = Object.freeze([]);

/**
 * Compiles a path to a function that returns all values at it; arrays are flattened. The empty path is the value
 * itself.
 */
export function compilePath(path: Path): (value: unknown) => readonly unknown[] {
  const steps = [...path.matchAll(/\*\*|\[([^=\]]+)=([^\]]*)\]|[^.[\]]+/g)].map(([text, where, is]): Step => {
    if (text === '**') return 'any';
    return where === undefined ? { key: text } : { where, is: is ?? '' };
  });
  const other = steps.findIndex((step) => step === 'any' || !('key' in step));
  const keys = steps
    .slice(0, Math.min(DEEPEST, other < 0 ? steps.length : other))
    .map((step) => (step !== 'any' && 'key' in step ? step.key : ''));
  return (value) => {
    // Most paths lead only through objects: these are followed without building a list.
    let part = value;
    let at = 0;
    for (; at < keys.length && isJsonObject(part); at++) part = ownProperty(part, keys[at] ?? '');
    if (part === undefined || part === null) return NOTHING;
    if (Array.isArray(part)) {
      if (part.length === 0) return NOTHING;
    } else if (at === steps.length) return [part];
    else if (typeof part !== 'object') return NOTHING;
    const found: unknown[] = [];
    walk(part, steps, at, at, found);
    return found;
  };
}

function walk(value: unknown, steps: readonly Step[], at: number, depth: number, found: unknown[]): void {
  if (value === null || value === undefined || depth > DEEPEST) return;
  if (Array.isArray(value)) {
    for (const element of value) walk(element, steps, at, depth + 1, found);
    return;
  }
  const step = steps[at];
  if (step === undefined) found.push(value);
  else if (!isJsonObject(value)) return;
  else if (step === 'any') {
    walk(value, steps, at + 1, depth, found);
    for (const part of Object.values(value)) walk(part, steps, at, depth + 1, found);
  } else if ('key' in step) walk(ownProperty(value, step.key), steps, at + 1, depth + 1, found);
  else if (scalarToString(ownProperty(value, step.where)) === step.is) walk(value, steps, at + 1, depth, found);
}

/** A path, or a text that contains paths: `{owner_id}_{id}`. */
export type Template = string;

/** Compiles a template. For a path: all texts at it. For a text with paths: one text, if all its paths have a value. */
export function compileTemplate(template: Template): (value: unknown) => readonly string[] {
  if (!template.includes('{')) {
    const at = compilePath(template);
    return (value) => {
      const parts = at(value);
      if (parts.length === 0) return NOTHING;
      if (parts.length > 1) return parts.map(scalarToString).filter((text) => text !== '');
      const text = scalarToString(parts[0]);
      return text === '' ? NOTHING : [text];
    };
  }
  const parts = template
    .split(/\{([^}]*)\}/)
    .map((text, index) => ({ text, at: index % 2 === 0 ? undefined : compilePath(text) }));
  return (value) => {
    let whole = '';
    for (const { text, at } of parts) {
      const filled =
        at === undefined
          ? text
          : at(value)
              .map(scalarToString)
              .find((each) => each !== '');
      if (filled === undefined) return [];
      whole += filled;
    }
    return [whole];
  };
}

/** The paths in a template, in the form of `scalarPaths`: without filters on array elements. */
export function pathsIn(template: Template): Path[] {
  const paths = template.includes('{')
    ? [...template.matchAll(/\{([^}]*)\}/g)].map(([, path = '']) => path)
    : [template];
  return paths.map((path) => path.replaceAll(/\[[^\]]*\]/g, ''));
}

const MOST_LISTED = 400;
/** The maximum depth at which paths are listed. */
const DEEPEST_LISTED = 5;

/** The paths to strings, numbers and booleans in the values, in order of appearance; at most `most` paths. */
export function scalarPaths(values: readonly unknown[], most = MOST_LISTED): Path[] {
  const found = new Set<Path>();
  const visit = (value: unknown, path: Path, depth: number): void => {
    if (found.size >= most || depth > DEEPEST_LISTED) return;
    if (Array.isArray(value)) {
      for (const element of value.slice(0, 3)) visit(element, path, depth);
    } else if (isJsonObject(value) && !isWrappedScalar(value)) {
      for (const [key, part] of Object.entries(value)) visit(part, path === '' ? key : `${path}.${key}`, depth + 1);
    } else if (value !== null && path !== '') found.add(path);
  };
  for (const value of values) visit(value, '', 0);
  return [...found];
}

/** The paths to lists of objects, the longest list first; lists within other lists come last. */
export function listPaths(value: unknown): Path[] {
  const found = new Map<Path, { readonly within: number; length: number }>();
  const visit = (part: unknown, path: Path, depth: number, within: number): void => {
    if (depth > DEEPEST_LISTED || !isJsonObject(part)) return;
    for (const [key, next] of Object.entries(part)) {
      const at = path === '' ? key : `${path}.${key}`;
      if (Array.isArray(next) && next.some(isJsonObject)) {
        const known = found.get(at);
        if (known) known.length += next.length;
        else found.set(at, { within, length: next.length });
        for (const element of next.slice(0, 3)) visit(element, at, depth + 1, within + 1);
      } else visit(next, at, depth + 1, within);
    }
  };
  visit(value, '', 0, 0);
  return [...found].sort(([, a], [, b]) => a.within - b.within || b.length - a.length).map(([path]) => path);
}
