import { escapeControls } from '../text/escape-controls.js';

/** Text that may stand in XML, still to be escaped: what is hidden or harmful made visible, as are the two characters beyond those that XML 1.0 forbids. */
export function xmlText(text: string): string {
  return escapeControls(text).replaceAll(
    /[\uFFFE\uFFFF]/gu,
    (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}}`,
  );
}
