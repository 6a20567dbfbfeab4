/**
 * Harmonic mean of precision and recall (van Rijsbergen 1979), 2·hits / (called + labelled); NaN if nobody was called
 * or labelled so.
 */
export function f1(hits: number, called: number, labelled: number): number {
  return (2 * hits) / (called + labelled);
}
