// One run of the stages, or of csv-parse by itself, over a file; prints milliseconds as JSON.
import { createReadStream } from 'node:fs';
import { parse } from 'csv-parse';
import { compose } from '../dist/compose.js';
import { findCommunities } from '../dist/groups/communities.js';
import { actedRepeatedly } from '../dist/groups/occasions.js';
import { Collector } from '../dist/measure/collector.js';
import { measure } from '../dist/measure/measure.js';
import { renderJson, renderText } from '../dist/report/index.js';
import { SIGNALS } from '../dist/signals/index.js';
import { accountsWith, judge, suspects, withhold } from '../dist/verdict/judge.js';
import { reasonsFor } from '../dist/verdict/reasons.js';
import { exactly, settle } from '../dist/verdict/settle.js';
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

/** As `analyze`, with a clock between the stages; reasons are given while composing, and nobody is held back for want of them. */
async function stages() {
  const posts = await readDump(file);
  lap('reading');
  const collector = new Collector();
  for (const post of posts) collector.add(post);
  const measurements = measure(collector);
  lap('measuring');
  const settled = settle(SIGNALS.map((signal) => ({ signal, prepared: signal.prepare(measurements) })), measurements);
  const tested = judge(settled);
  const judged = withhold(tested, actedRepeatedly(measurements, accountsWith('coordinated', tested)));
  const suspected = suspects(judged, settled);
  const communities = findCommunities(measurements, suspected, 1);
  lap('deciding');
  const flagged = exactly(suspected, measurements.accounts.count);
  const reasons = (a) => reasonsFor(a, settled, tested, flagged, measurements);
  const result = compose({ measurements, settled, judged, reasons, communities, inputs: [], options: {} });
  lap('composing');
  renderText(result, { width: 100, color: false, top: 10 });
  lap('rendering text');
  renderJson(result);
  lap('rendering JSON');
  return { times, posts: measurements.posts.count, accounts: measurements.accounts.count, memory: 1024 * process.resourceUsage().maxRSS };
}
