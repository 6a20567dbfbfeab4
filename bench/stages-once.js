// One run of the stages, or of csv-parse by itself, over a file; prints milliseconds as JSON.
import { createReadStream } from 'node:fs';
import { parse } from 'csv-parse';
import { decide } from '../dist/analyze.js';
import { Collector } from '../dist/measure/collector.js';
import { measure } from '../dist/measure/measure.js';
import { jsonPieces } from '../dist/report/json.js';
import { renderText } from '../dist/report/text.js';
import { SIGNALS } from '../dist/signals/index.js';
import { readDump } from './dumps.js';

const [what, file] = process.argv.slice(2);
const times = {};
let since = performance.now();
/** What has passed since the last call is this stage's. */
function lap(stage) {
  const now = performance.now();
  times[stage] = now - since;
  since = performance.now();
}

console.log(JSON.stringify(what === 'csv-parse' ? await bare() : await stages()));

async function bare() {
  let records = 0;
  const parser = parse();
  parser.on('readable', () => {
    while (parser.read() !== null) records++;
  });
  createReadStream(file).pipe(parser);
  await new Promise((done, failed) => parser.on('end', done).on('error', failed));
  lap('csv-parse by itself');
  return { times, records };
}

/** As `analyze`, with a clock between the stages. */
async function stages() {
  const posts = await readDump(file);
  lap('reading');
  const collector = new Collector();
  for (const post of posts) collector.add(post);
  const measurements = measure(collector);
  lap('measuring');
  const result = decide({ measurements, signals: SIGNALS.map((signal) => ({ signal, prepared: signal.prepare(measurements) })), inputs: [], options: {} });
  lap('deciding');
  renderText(result, { width: 100, color: false, top: 10 });
  lap('rendering text');
  for (const piece of jsonPieces(result)) void piece;
  lap('rendering JSON');
  return { times, posts: measurements.posts.count, accounts: measurements.accounts.count, memory: 1024 * process.resourceUsage().maxRSS };
}
