// One run of the stages, or of a parser alone, over a file; prints milliseconds as JSON.
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { parse } from 'csv-parse';
import { buildDataset } from '../dist/dataset/build-dataset.js';
import { DatasetBuilder } from '../dist/dataset/dataset-builder.js';
import { analyzeSession } from '../dist/pipeline/analyze.js';
import { fitSignals } from '../dist/pipeline/ingest.js';
import { jsonPieces } from '../dist/report/json.js';
import { renderText } from '../dist/report/text.js';
import { readDump } from './dumps.js';

const [what, file] = process.argv.slice(2);
const times = {};
let since = performance.now();
/** Assigns the time since the last call to this stage. */
function lap(stage) {
  const now = performance.now();
  times[stage] = now - since;
  since = performance.now();
}

const RUNS = { 'csv-parse': bare, 'json-parse': bareJson };
console.log(JSON.stringify(await (RUNS[what] ?? stages)()));

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

/** Only `JSON.parse` of each line. */
async function bareJson() {
  let records = 0;
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
    JSON.parse(line);
    records++;
  }
  lap('JSON.parse by itself');
  return { times, records };
}

/** Like `analyze`, with times for the stages. */
async function stages() {
  const posts = await readDump(file);
  lap('reading');
  const collector = new DatasetBuilder();
  for (const post of posts) collector.add(post);
  const dataset = buildDataset(collector);
  lap('measuring');
  const result = await analyzeSession({ dataset, fitted: fitSignals(dataset), inputs: [], options: {} });
  lap('deciding');
  renderText(result, { width: 100, color: false, top: 10 });
  lap('rendering text');
  for (const piece of jsonPieces(result)) void piece;
  lap('rendering JSON');
  return {
    times,
    posts: dataset.posts.count,
    accounts: dataset.accounts.count,
    memory: 1024 * process.resourceUsage().maxRSS,
  };
}
