import { readAndMeasure } from '../analyze.js';
import { INSPECTION_SCHEMA_VERSION, type InspectedInput, type Inspection } from '../inspection.js';
import { doubts } from '../measure/creation.js';
import type { Measurements } from '../measure/measurements.js';
import type { AnalyzeOptions } from '../options.js';
import type { CreationSource } from '../post.js';
import type { Reading } from '../result.js';
import { FORMATS } from '../read/formats/index.js';
import { JSON_FORMATS } from '../read/formats/json/index.js';
import { skipMore } from '../read/select.js';
import { VERSION } from '../version.js';
import { abilities, judgeable } from './abilities.js';
import { limitsOf } from './limits.js';
import { Observer } from './observer.js';

const HASHTAGS_SHOWN = 20;
const PLAIN: Reading = { encoding: 'utf-8', encodingRepairs: 0, timeZoneAssumed: null, damagedIds: [], columnsLeft: [] };

/**
 * What dumps are, and what can be said with them: read as `analyze` reads them, and measured, but nobody judged.
 * Throws TrendAuditError for what a user can mend.
 */
export async function inspect(paths: readonly string[], options: AnalyzeOptions = {}): Promise<Inspection> {
  const observer = new Observer();
  const { measurements: m, signals, inputs, users = [] } = await readAndMeasure(paths, options, (post) => observer.see(post));
  const datesFromIds = doubts(m);
  const inspected = inputs.map(({ reading = PLAIN, ...input }, number): InspectedInput => {
    const repeated = m.repeated.get(number);
    return {
      ...(repeated ? skipMore(input, 'repeated-id', repeated.count, repeated.lines) : input),
      recognisedBy: [...FORMATS, ...JSON_FORMATS].find(({ name }) => name === input.format)?.recognisedBy ?? [],
      ...reading,
      ...observer.of(number),
      datesFromIds: datesFromIds.get(number) ?? null,
    };
  });
  const facts = {
    inputs: inspected,
    dump: {
      ...observer.all,
      posts: m.posts.count,
      accounts: m.accounts.count,
      hashtags: m.hashtags.slice(0, HASHTAGS_SHOWN),
      creationDates: countSources(m),
      creationResolutionSeconds: m.accounts.createdSource.includes('dump') ? m.createdResolution / 1000 : null,
    },
    judgeable: judgeable(signals, m.accounts.count),
  };
  return {
    schemaVersion: INSPECTION_SCHEMA_VERSION,
    tool: { name: 'trend-audit', version: VERSION },
    profiles: users.map(({ path, sha256, bytes, profiles }) => ({ path, sha256, bytes, accounts: profiles.length })),
    options: { users: options.users ?? null, map: options.map ?? null, assumeTz: options.assumeTz ?? 'UTC', maxBadRows: options.maxBadRows ?? 0.1, encoding: options.encoding ?? null, maxBytes: options.maxBytes ?? null },
    ...facts,
    signals: abilities(signals, m.accounts.count),
    limits: limitsOf(facts),
  };
}

function countSources({ accounts }: Measurements): Record<CreationSource, number> {
  const counts = { dump: 0, snowflake: 0, interpolated: 0, none: 0 };
  for (const source of accounts.createdSource) counts[source]++;
  return counts;
}
