/** Result to text, one file per output format; nothing here writes. */

export type { TextOptions } from './page.js';
export { renderText } from './text.js';
