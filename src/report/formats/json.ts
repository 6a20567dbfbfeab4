import { jsonPieces } from '../json.js';
import type { OutputFormat } from './format.js';

/** The whole result, as `--json` prints it. */
export const jsonFormat: OutputFormat = { needs: [], render: jsonPieces };
