const DEFAULT = 80;

/** Cells in a line: the terminal's own, else what COLUMNS says, else 80 (a pipe or a file has no width). */
export function pageWidth(
  terminalColumns: number | undefined,
  environment: Readonly<Record<string, string | undefined>>,
): number {
  if (terminalColumns !== undefined && terminalColumns > 0) return terminalColumns;
  const asked = environment.COLUMNS ?? '';
  return /^[1-9]\d{0,4}$/.test(asked) ? Number(asked) : DEFAULT;
}
