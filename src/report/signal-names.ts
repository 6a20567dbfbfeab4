import { escapeControls } from '../text/escape-controls.js';

/** What a signal is called where accounts are counted by it: its name, in words. */
export function signalName(signal: string): string {
  return escapeControls(signal).replaceAll('-', ' ');
}
