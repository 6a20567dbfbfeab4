import { renderHtml } from '../html/index.js';
import type { Format } from './format.js';

export const html: Format = {
  shows: ['posts', 'ties'],
  render: (result, exhibits) => [renderHtml(result, exhibits)],
};
