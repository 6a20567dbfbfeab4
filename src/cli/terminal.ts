/**
 * Whether to use colour: `--color` or `--no-color`, else FORCE_COLOR, else NO_COLOR, else TERM=dumb, else whether it is
 * a terminal.
 */
export function useColor(
  flag: boolean | undefined,
  environment: Readonly<Record<string, string | undefined>>,
  isTerminal: boolean,
): boolean {
  if (flag !== undefined) return flag;
  const { FORCE_COLOR: force, NO_COLOR: none, TERM: terminal } = environment;
  if (force !== undefined) return force !== '0' && force !== 'false';
  if (none !== undefined && none !== '') return false;
  return isTerminal && terminal !== 'dumb';
}

const DEFAULT = 80;

/** Width in cells: the terminal's, else COLUMNS, else 80 (a pipe or a file has no width). */
export function pageWidth(
  terminalColumns: number | undefined,
  environment: Readonly<Record<string, string | undefined>>,
): number {
  if (terminalColumns !== undefined && terminalColumns > 0) return terminalColumns;
  const asked = environment.COLUMNS ?? '';
  return /^[1-9]\d{0,4}$/.test(asked) ? Number(asked) : DEFAULT;
}
