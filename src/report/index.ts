/** Result to text, one file per output format; nothing here writes. */

export { renderText } from './text.js';
