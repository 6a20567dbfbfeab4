import { safeJson } from '../../text/safe-json.js';
import type { OutputFormat } from './format.js';

/** An account a line, each as it stands in the JSON. */
export const jsonlFormat: OutputFormat = {
  needs: [],
  *render({ accounts }) {
    for (const account of accounts) yield `${safeJson(account)}\n`;
  },
};
