/** The candidate most similar to the typed word, for "did you mean"; undefined if none is similar. */
export function suggest(typed: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  let least = Math.max(2, Math.floor(typed.length / 3)) + 1;
  for (const candidate of candidates) {
    // At least this many letters must be added or removed.
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
 * `x, y or z`: at most `most` candidates similar to the typed word, the most similar first; undefined if there is
 * none.
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

/** Levenshtein distance: the number of letters to add, remove or change. */
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
