import { jsonPieces } from '../json.js';
import type { Format } from './format.js';

/** The whole result, as `--json` prints it. */
export const json: Format = { shows: [], render: jsonPieces };
