import { escapeControls } from '../text/escape-controls.js';

/** A word as it is typed in a shell, in quotes if it needs them; control characters are made visible. */
export function quoteForShell(word: string): string {
  const shown = escapeControls(word);
  return /^[\p{L}\p{N}_./:…=@%+-]+$/u.test(shown) ? shown : `'${shown.replaceAll("'", String.raw`'\''`)}'`;
}
