import { safeJson } from '../../text/safe-json.js';
import type { OutputFormat } from './format.js';

/** One account per line, as in the JSON. */
export const jsonlFormat: OutputFormat = {
  needs: [],
  *render({ accounts }) {
    for (const account of accounts) yield `${safeJson(account)}\n`;
  },
};
