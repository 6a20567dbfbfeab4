import { idDatingObstacles } from '../dataset/creation-dates.js';
import type { Dataset } from '../dataset/dataset.js';
import { INSPECTION_SCHEMA_VERSION, type InputInspection, type Inspection } from '../documents/inspection.js';
import type { CreationSource } from '../documents/post.js';
import type { Reading } from '../documents/result.js';
import { VERSION } from '../documents/version.js';
import { type AnalysisInput, type AnalyzeOptions, resolve } from '../options.js';
import { ingest } from '../pipeline/ingest.js';
import { DUMP_FORMATS } from '../read/formats/index.js';
import { JSON_FORMATS } from '../read/formats/json/index.js';
import { SECOND } from '../time/units.js';
import { FieldCoverageObserver } from './field-coverage-observer.js';
import { limitations } from './limitations.js';
import { signalCoverage, countJudgeable } from './signal-coverage.js';

const HASHTAGS_SHOWN = 20;
const PLAIN: Reading = {
  encoding: 'utf-8',
  encodingRepairs: 0,
  timeZoneAssumed: null,
  damagedIds: [],
  columnsLeft: [],
};

/**
 * Describes dumps and what they can show. They are read and measured as for `analyze`, but no account is judged. Throws
 * TrendAuditError for an error that a user can fix.
 */
export async function inspect(paths: readonly AnalysisInput[], options: AnalyzeOptions = {}): Promise<Inspection> {
  const observer = new FieldCoverageObserver();
  const {
    dataset,
    fitted,
    inputs,
    users,
    options: told,
    close,
  } = await ingest(paths, options, (post, hasText) => observer.see(post, hasText));
  // An inspection does not quote posts, so they need not be read again.
  await close();
  const datesFromIds = idDatingObstacles({ ...dataset, origins: inputs });
  const inspected = inputs.map(({ reading = PLAIN, ...input }, number): InputInspection => ({
    ...input,
    recognisedBy: [...DUMP_FORMATS, ...JSON_FORMATS].find(({ name }) => name === input.format)?.recognisedBy ?? [],
    ...reading,
    ...observer.of(number),
    datesFromIds: datesFromIds.get(number) ?? null,
  }));
  const facts = {
    inputs: inspected,
    dump: {
      ...observer.all,
      posts: dataset.posts.count,
      accounts: dataset.accounts.count,
      hashtags: dataset.hashtags.slice(0, HASHTAGS_SHOWN),
      creationDates: countSources(dataset),
      creationResolutionSeconds: dataset.accounts.createdSource.includes('dump')
        ? dataset.creationGranularityMs / SECOND
        : null,
    },
    judgeable: countJudgeable(fitted, dataset.accounts.count),
  };
  return {
    schemaVersion: INSPECTION_SCHEMA_VERSION,
    tool: { name: 'trend-audit', version: VERSION },
    profiles: users,
    options: {
      ...resolve(told, [
        'users',
        'map',
        'assumeTz',
        'dateOrder',
        'noHeader',
        'sheet',
        'records',
        'maxBadRows',
        'encoding',
      ]),
      maxBytes: options.maxBytes ?? null,
    },
    ...facts,
    signals: signalCoverage(fitted, dataset.accounts.count),
    limits: limitations(facts),
  };
}

function countSources({ accounts }: Dataset): Record<CreationSource, number> {
  const counts = { dump: 0, snowflake: 0, interpolated: 0, none: 0 };
  for (const source of accounts.createdSource) counts[source]++;
  return counts;
}
