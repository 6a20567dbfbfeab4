import type { Label } from '../documents/evaluation.js';
import type { Post } from '../documents/post.js';
import { simulateCampaign } from './campaign.js';
import { finalizePosts, type Draft, type SimulatedPost } from './draft.js';
import { LANGUAGES } from './languages/index.js';
import type { SimulationOptions } from './options.js';
import { simulatePublic } from './organic.js';
import { Population } from './people.js';
import { Random } from './random.js';
import { resolveReferences } from './resolve-references.js';
import type { PopularPost } from './viral-pool.js';
import { Voice } from './voice.js';

export interface Simulation {
  /** In order of time, then id. */
  readonly posts: readonly SimulatedPost[];
  /** By account id; every account that posts has one. */
  readonly labels: ReadonlyMap<string, Label>;
}

/**
 * Simulates a dump of a hashtag with known coordinated accounts. The same options give the same posts on any machine.
 */
export function simulate(options: SimulationOptions): Simulation {
  const random = new Random(options.seed);
  const language = LANGUAGES[options.language];
  const population = new Population(random.stream('names'), language, options);
  const voice = new Voice(language, options.hashtag, random.stream('texts'));
  const campaignVoice = new Voice(language, options.hashtag, random.stream('campaign texts'));
  const { drafts, popular } = simulatePublic(options, population, voice, random.stream('public'));
  const campaign = simulateCampaign(options, population, popular, language, campaignVoice, random.stream('campaign'));
  // The public sees the campaign's posts like any others, and answers and retweets some of them.
  const everything = resolveReferences([...drafts, ...campaign], voice, random.stream('conversation'));
  return result(everything, options, random);
}

/**
 * Simulates only the campaign, planted in an existing conversation. It retweets the posts that are popular there, and
 * its span is that of the conversation (`organic`, `from`, `to` and `eventAt` of `options` are not used). Labels cover
 * only the campaign: that everybody else is organic is an assumption of the caller.
 */
export function plantCampaign(into: readonly Post[], options: SimulationOptions): Simulation {
  const random = new Random(options.seed);
  const language = LANGUAGES[options.language];
  let from = Infinity;
  let to = -Infinity;
  for (const { time } of into) {
    from = Math.min(from, time);
    to = Math.max(to, time + 1);
  }
  const spanned = into.length === 0 ? options : { ...options, from, to, eventAt: from };
  const population = new Population(
    random.stream('names'),
    language,
    spanned,
    into.map(({ account }) => account),
  );
  const voice = new Voice(language, options.hashtag, random.stream('campaign texts'));
  return result(
    simulateCampaign(spanned, population, popularIn(into), language, voice, random.stream('campaign')),
    options,
    random,
  );
}

/** The posts that can be retweeted, with the number of retweets as popularity. */
function popularIn(posts: readonly Post[]): PopularPost[] {
  const retweets = new Map<string, number>();
  for (const { retweetedId } of posts)
    if (retweetedId !== undefined) retweets.set(retweetedId, (retweets.get(retweetedId) ?? 0) + 1);
  return posts.flatMap(({ id, kind, account, time, text, hashtags, links }) =>
    id === undefined || kind === 'retweet'
      ? []
      : [
          {
            time,
            popularity: (retweets.get(id) ?? 0) + 0.1,
            medianMinutes: 40,
            what: { id, account, time, text, tags: hashtags, links },
          },
        ],
  );
}

function result(drafts: readonly Draft[], options: SimulationOptions, random: Random): Simulation {
  const labels = new Map<string, Label>();
  for (const { by } of drafts) labels.set(by.account.id, by.label);
  return { posts: finalizePosts(drafts, options.language, random.stream('ids')), labels };
}
