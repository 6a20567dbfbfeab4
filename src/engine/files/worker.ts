/** A thread that reads blocks of a table. */

import { answerBlocks } from './reading-threads.js';

answerBlocks();
