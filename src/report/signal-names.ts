import { escapeControls } from '../text/escape-controls.js';

/** The name of a signal in words: with spaces for hyphens; escaped. */
export function signalName(signal: string): string {
  return escapeControls(signal).replaceAll('-', ' ');
}
