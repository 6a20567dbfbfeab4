/** Tells dates with years of two digits in the first place. */

/** Whether `23-03-14` begins with the year 2023: posts cover few years and many days. */
export function areYearsFirst(cells: readonly string[]): boolean {
  const parts = (from: number): number => new Set(cells.map((cell) => cell.slice(from, from + 2))).size;
  return parts(0) <= 2 && parts(6) >= 3;
}
