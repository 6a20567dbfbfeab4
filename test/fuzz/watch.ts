/** Ends a process that hangs or grows without end: from a thread, for its own may never come back. */

import { Worker } from 'node:worker_threads';

/** Seconds of computing, and of waiting, for one input: with much to spare, so that a busy machine is no fault. */
const MOST_COMPUTING = 30;
const MOST_WAITING = 600;
/** The seconds of computing where inputs are the same everywhere, and none may fail that ends: some hundred times what the slowest takes. */
const MOST_REPEATED = 300;
/** Resident memory of the whole process, in MiB. */
const MOST_MEMORY = 3072;

const CODE = `
const { workerData: { beats, computing, waiting, memory } } = require('node:worker_threads');
const used = () => { const { user, system } = process.cpuUsage(); return (user + system) / 1e6; };
let last = -1, cpu = 0, since = 0;
setInterval(() => {
  const beat = Atomics.load(beats, 0);
  if (beat !== last) [last, cpu, since] = [beat, used(), performance.now()];
  const rss = process.memoryUsage.rss() / 2 ** 20;
  const why = used() - cpu > computing ? 'computes for more than ' + computing + ' s'
    : performance.now() - since > waiting * 1000 ? 'waits for more than ' + waiting + ' s'
    : rss > memory ? 'holds more than ' + memory + ' MiB' : '';
  if (why === '') return;
  require('node:fs').writeSync(2, 'fuzz: the input ' + why + '\\n');
  process.kill(process.pid, 'SIGKILL');
}, 500);`;

/** Calls of the function that it returns say that the next input begins. */
export function watch(isRepeated: boolean): () => void {
  const beats = new Int32Array(new SharedArrayBuffer(4));
  const computing = isRepeated ? MOST_REPEATED : MOST_COMPUTING;
  const workerData = { beats, computing, waiting: MOST_WAITING, memory: MOST_MEMORY };
  new Worker(CODE, { eval: true, workerData }).unref();
  return () => void Atomics.add(beats, 0, 1);
}
