/** The candidate that is most like what was typed, for "did you mean"; undefined where none is near. */
export function suggest(typed: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  let least = Math.max(2, Math.floor(typed.length / 3)) + 1;
  for (const candidate of candidates) {
    // So many letters at least are to be added or dropped.
    if (Math.abs(candidate.length - typed.length) > least) continue;
    const distance = editDistance(typed.toLowerCase(), candidate.toLowerCase());
    if (distance < least) {
      best = candidate;
      least = distance;
    }
  }
  return best;
}

/**
 * `x, y or z`: as many as `most` of the candidates that are near to what was typed, the nearest first; undefined where
 * none is.
 */
export function suggestSeveral(typed: string, candidates: Iterable<string>, most = 3): string | undefined {
  const left = new Set(candidates);
  const near: string[] = [];
  for (let next = suggest(typed, left); next !== undefined && near.length < most; next = suggest(typed, left)) {
    near.push(next);
    left.delete(next);
  }
  return near.length === 0 ? undefined : joinAlternatives(near);
}

/** `x, y or z`. */
export function joinAlternatives(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} or ${last}`;
}

/** Levenshtein's distance: how many letters to add, drop or change. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 0; i < a.length; i++) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j++) {
      next.push(Math.min((row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1, (row[j] ?? 0) + (a[i] === b[j] ? 0 : 1)));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
