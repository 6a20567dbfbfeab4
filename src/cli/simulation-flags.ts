/** The flags of `simulate`. */

import { type Command, InvalidArgumentError, Option } from 'commander';
import type { PresetName } from '../simulate/index.js';
import { parseCountArgument, parseHashtag, parseShare } from './arguments.js';

export interface SimulationFlags {
  readonly preset: PresetName;
  readonly seed: number;
  readonly hashtag?: string;
  readonly language?: 'ru' | 'en';
  readonly scale?: number;
  readonly accounts?: number;
  readonly posts?: number;
  readonly newShare?: number;
  readonly headlineShare?: number;
  readonly campaignAccounts?: number;
  readonly campaignShare?: number;
  readonly campaignPosts?: number;
  readonly oldShare?: number;
  readonly cohortDays?: number;
  readonly copiedShare?: number;
  readonly mutatedShare?: number;
  readonly disguisedShare?: number;
  readonly ownShare?: number;
  readonly discipline?: number;
  readonly waves?: number;
}

export const PRESET_TEXTS: Readonly<Record<PresetName, string>> = {
  campaign: 'a campaign of 5% of 2,000 accounts, with 10% of 20,000 posts',
  'organic-only': 'as many accounts, and nobody who acts together',
  'sincere-communities': 'no campaign, but fans who retweet the same posts, and activists who answer each other',
  'campaign-among-communities': 'a campaign among such fans and activists',
};

/** Adds the flags. The defaults in their help are those of the preset `campaign`. */
export function addSimulationOptions(command: Command): Command {
  return command
    .addOption(
      new Option('--preset <name>', 'what to start from; other options override it')
        .choices(Object.keys(PRESET_TEXTS))
        .default('campaign'),
    )
    .option('--seed <n>', 'same seed, same dump', parseCountArgument, 1)
    .option(
      '--hashtag <tag>',
      'the hashtag of all posts (default: #РоссияСвоихНеБросает, in English #StandTogether; ' +
        'with --into, the most frequent there)',
      parseHashtag,
    )
    .addOption(
      new Option(
        '--language <code>',
        'language of the posts (default: ru; with --into, by the letters of most posts there)',
      ).choices(['ru', 'en']),
    )
    .option(
      '--scale <factor>',
      'times the accounts and posts of the preset, such as 0.1 or 5 (default: 1)',
      parseFactor,
    )
    .option('--accounts <n>', 'accounts of the public (default: 1900)', parsePositive)
    .option('--posts <n>', 'posts of the public (default: 18000, or in proportion to --accounts)', parsePositive)
    .option('--new-share <share>', 'share of the public who joined because of the event (default: 20%)', parseShare)
    .option(
      '--headline-share <share>',
      'share of its posts that are headlines from a share button, the same for all (default: 15%)',
      parseShare,
    )
    .option('--campaign-accounts <n>', 'accounts that act together; 0 for none (default: 100)', parseCountArgument)
    .option('--campaign-share <share>', 'the same, as a share of all accounts (default: 5%)', parseShareBelowAll)
    .option(
      '--campaign-posts <n>',
      'their posts (default: 2000, or in proportion to their accounts; with --into, 10% of all posts)',
      parsePositive,
    )
    .option('--old-share <share>', 'share of their accounts that are years old (default: 30%)', parseShare)
    .option('--cohort-days <n>', 'days within which the others were created (default: 4)', parsePositive)
    .option('--copied-share <share>', 'share of their posts that copy a template (default: 66.7%)', parseShare)
    .option(
      '--mutated-share <share>',
      'share of the copies with a word dropped, changed or added, or a suffix (default: 60%)',
      parseShare,
    )
    .option(
      '--disguised-share <share>',
      'share of the copies with hidden characters or look-alike letters (default: 0%)',
      parseShare,
    )
    .option(
      '--own-share <share>',
      'share of their posts that are own words or viral retweets; the rest are retweets of each other ' +
        '(default: 33.3%, or what copies leave)',
      parseShare,
    )
    .option(
      '--discipline <share>',
      'share of the copies posted in their wave, within 10 minutes; the rest follow within a day (default: 85%)',
      parseShare,
    )
    .option('--waves <n>', 'number of waves in which copies are posted (default: 24)', parsePositive);
}

function parsePositive(text: string): number {
  const count = parseCountArgument(text);
  if (count === 0) throw new InvalidArgumentError('Give a whole number, 1 or more.');
  return count;
}

function parseFactor(text: string): number {
  const factor = /^\d*\.?\d+$/.test(text) ? Number(text) : Number.NaN;
  if (!(factor > 0)) throw new InvalidArgumentError('Give a number above 0, such as 0.1 or 5.');
  return factor;
}

function parseShareBelowAll(text: string): number {
  const share = parseShare(text);
  if (share > 0.9) throw new InvalidArgumentError('Give a share of at most 90%.');
  return share;
}
