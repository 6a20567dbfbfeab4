/** Finds which hashtags of an archive were pushed. */

import { type Scan, type HashtagStanding, SCAN_FALSE_DISCOVERY_RATE, SCAN_SCHEMA_VERSION } from '../documents/scan.js';
import { VERSION } from '../documents/version.js';
import { openArchive } from '../engine/open-archive.js';
import { TrendAuditError } from '../errors.js';
import { type AnalysisInput, type AnalyzeOptions, checkOptions, resolveOptions } from '../options.js';
import { totalMemory } from '../read/memory.js';
import { formatCount } from '../text/format.js';
import { decideAll, type ScanJournal } from './decide-all.js';
import { findCampaigns } from './find-campaigns.js';
import { rankHashtags } from './rank.js';

/** Default minimum number of posts of a hashtag: of 200 posts, a push of 10% is about twenty. */
export const MIN_POSTS = 200;
/** Share of the memory that posts may use before they are written to a file: the decisions also need memory. */
const SHARE_OF_MEMORY = 0.25;

export interface ScanOptions extends Omit<AnalyzeOptions, 'hashtag'> {
  /** Hashtags with fewer posts are not decided; 200 by default. */
  readonly least?: number;
  /**
   * Bytes of posts kept in memory; the rest goes to a temporary file. The threads get hashtags of at most as many bytes
   * at a time, or one larger hashtag alone. A quarter of the memory by default.
   */
  readonly memory?: number;
  /**
   * Opens the journal of an earlier run that was interrupted.
   * @param identity of inputs, options and program; the journal is valid only for these
   */
  readonly openJournal?: (identity: string) => Promise<ScanJournal>;
}

/**
 * Reads inputs once, and decides every hashtag as a separate conversation. Throws TrendAuditError for an error that a
 * user can fix, the reason of `options.signal` if it aborts, and errors of given streams.
 */
export async function scan(
  given: readonly AnalysisInput[],
  { least = MIN_POSTS, memory = SHARE_OF_MEMORY * totalMemory(), openJournal, ...options }: ScanOptions = {},
): Promise<Scan> {
  checkOptions(options);
  const archive = await openArchive(given, options, memory);
  try {
    const { inputs, users, profiles } = archive;
    const told = { ...resolveOptions({ ...options, ...archive.readWith }), least };
    const identity = { version: VERSION, options: told, inputs, users };
    const journal = await openJournal?.(JSON.stringify(identity));
    const findings = await decideAll(archive, { options, inputs, profiles, least }, options, memory, journal);
    if (findings.length === 0) throw nothingToDecide(archive, least);
    const hashtags = rankHashtags(findings);
    const { campaigns, links, linksLeftOut, of } = findCampaigns(hashtags);
    const listed = hashtags.filter(({ standing }) => standing === 'pushed' || standing === 'undecided');
    return {
      schemaVersion: SCAN_SCHEMA_VERSION,
      tool: { name: 'trend-audit', version: VERSION },
      inputs: inputs.map(({ reading: _reading, ...input }) => input),
      ...(users.length === 0 ? {} : { profiles: users }),
      options: told,
      archive: { posts: archive.posts, hashtags: hashtags.length },
      summary: {
        standings: countStandings(hashtags),
        falseDiscoveryRate: SCAN_FALSE_DISCOVERY_RATE,
        tested: hashtags.filter(({ standing }) => standing !== 'insufficient').length,
        largestP: listed.length === 0 ? null : listed.reduce((largest, { p }) => Math.max(largest, p), 0),
        accounts: new Set(hashtags.flatMap(({ named }) => named.map(({ id }) => id))).size,
      },
      hashtags: hashtags.map((hashtag, place) => ({ ...hashtag, campaign: of[place] ?? null })),
      campaigns,
      links,
      linksLeftOut,
    };
  } finally {
    await archive.close();
  }
}

function countStandings(hashtags: readonly { readonly standing: HashtagStanding }[]): Record<HashtagStanding, number> {
  const counts = { pushed: 0, undecided: 0, unnamed: 0, 'by-chance': 0, community: 0, none: 0, insufficient: 0 };
  for (const { standing } of hashtags) counts[standing]++;
  return counts;
}

function nothingToDecide(
  { inputs, posts }: { readonly inputs: readonly { readonly path: string }[]; readonly posts: number },
  least: number,
): TrendAuditError {
  const [first] = inputs;
  return new TrendAuditError(
    'nothing-left',
    `has no hashtag with ${formatCount(least, 'post')} among its ${formatCount(posts, 'post')}`,
    {
      ...(first === undefined ? {} : { file: first.path }),
      hint: 'give more files, or a smaller number with --least',
    },
  );
}
