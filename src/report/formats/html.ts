import { renderHtml } from '../html/index.js';
import type { OutputFormat } from './format.js';

export const htmlFormat: OutputFormat = {
  needs: ['posts', 'ties'],
  render: (result, exhibits) => [renderHtml(result, exhibits)],
};
