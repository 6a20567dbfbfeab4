import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import {
  labelsCsv,
  plantCampaign,
  PRESETS,
  scaleSimulation,
  simulate,
  simulationOptions,
  toCsv,
  type PresetName,
  withTriggeredPublic,
} from '../../src/simulate/index.js';
import { DAY, HOUR } from '../../src/time/units.js';
import { noSingleNumberSeparates } from './separation.js';

const NAMES: readonly PresetName[] = ['campaign', 'organic-only', 'sincere-communities', 'campaign-among-communities'];

const csv = (seed: number): string =>
  toCsv(simulate(scaleSimulation(simulationOptions('campaign', { seed }), 0.1)).posts);

describe('simulate', () => {
  it('covers every preset here', () => {
    expect(Object.keys(PRESETS).sort()).toEqual([...NAMES].sort());
  });

  it.each(NAMES)('%s: a dump that a platform could have written', (name) => {
    const options = scaleSimulation(simulationOptions(name, { seed: 3 }), 0.1);
    const { posts, labels } = simulate(options);
    expect(posts).toHaveLength(options.organic.posts + options.campaign.posts);
    expect(labels.size).toBe(options.organic.accounts + options.campaign.accounts);
    expect([...labels.values()].filter((label) => label === 'coordinated')).toHaveLength(options.campaign.accounts);
    const byId = new Map(posts.map((post) => [post.id, post]));
    expect(byId.size).toBe(posts.length);
    expect(new Set(posts.map(({ account }) => account.handle.toLowerCase())).size).toBe(labels.size);
    const tag = options.hashtag.slice(1).toLowerCase();
    let last = 0n;
    for (const post of posts) {
      expect(BigInt(post.id) > last).toBe(true);
      last = BigInt(post.id);
      expect(Number(BigInt(post.id) >> 22n) + 1288834974657).toBe(post.time);
      expect(post.time).toBeGreaterThanOrEqual(options.from);
      expect(post.time).toBeLessThan(options.to);
      expect(post.time).toBeGreaterThanOrEqual(post.account.created?.from ?? Infinity);
      expect([...post.text].length).toBeLessThanOrEqual(140);
      expect(post.hashtags).toContain(tag);
      expect(post.account.handle).toMatch(/^\w{1,15}$/);
      expect(
        [post.retweetedId, post.repliedId, post.quotedId].every(
          (target) => target === undefined || (byId.get(target)?.time ?? Infinity) <= post.time,
        ),
      ).toBe(true);
      expect(post.kind === 'retweet').toBe(post.retweetedId !== undefined);
    }
  });

  it('gives the same bytes for the same seed, and others for another', () => {
    expect(csv(5)).toBe(csv(5));
    expect(csv(5)).not.toBe(csv(6));
  });

  it('keeps the shares that were asked for', () => {
    const options = simulationOptions('campaign', { seed: 8 });
    const { posts, labels } = simulate(options);
    const organic = posts.filter(({ account }) => labels.get(account.id) === 'organic');
    const shareOf = (holds: (post: (typeof posts)[number]) => boolean): number =>
      organic.filter(holds).length / organic.length;
    expect(shareOf(({ kind, links }) => kind === 'original' && links.length > 0)).toBeCloseTo(0.15, 1);
    expect(shareOf(({ kind }) => kind === 'retweet')).toBeCloseTo(0.3, 1);
    const newShare = (side: 'organic' | 'coordinated'): number => {
      const created = new Map(
        posts
          .filter(({ account }) => labels.get(account.id) === side)
          .map(({ account }) => [account.id, account.created?.from ?? 0]),
      );
      return [...created.values()].filter((time) => time > options.from - 12 * DAY).length / created.size;
    };
    expect(newShare('organic')).toBeCloseTo(0.2, 2);
    expect(newShare('coordinated')).toBeCloseTo(0.7, 2);
  });

  it.each(['ru', 'en'] as const)('%s: what people say themselves is hardly ever said twice', (language) => {
    const { posts } = simulate(
      simulationOptions('organic-only', { seed: 4, language, organic: { sloganShare: 0, repeatShare: 0 } }),
    );
    const own = posts.filter(({ kind, links }) => kind === 'original' && links.length === 0).map(({ text }) => text);
    // Those who say good morning repeat themselves.
    expect(new Set(own).size / own.length).toBeGreaterThan(0.97);
  });

  it('has campaigns whose copies are changed as often as asked', () => {
    const { posts, labels } = simulate(
      simulationOptions('campaign', {
        seed: 2,
        campaign: { copiedShare: 1, ownShare: 0, mutatedShare: 0, copiesPerTemplate: 20 },
      }),
    );
    const copies = posts.filter(({ account }) => labels.get(account.id) === 'coordinated');
    expect(new Set(copies.map(({ text }) => text)).size).toBeLessThan(copies.length / 10);
  });
});

describe('no single number separates the sides', () => {
  noSingleNumberSeparates([1]);
});

describe('toCsv and labelsCsv', () => {
  it('are read back by a CSV reader', () => {
    const { posts, labels } = simulate(scaleSimulation(simulationOptions('campaign'), 0.05));
    const rows: string[][] = parse(toCsv(posts));
    expect(rows).toHaveLength(posts.length + 1);
    const text = (rows[0] ?? []).indexOf('tweet_text');
    expect(rows.slice(1).map((row) => row[text])).toEqual(posts.map((post) => post.text));
    const labelled: string[][] = parse(labelsCsv(labels));
    expect(new Map(labelled.slice(1).map(([id, label]) => [id, label]))).toEqual(new Map(labels));
  });

  it('write minutes and leave creation dates out where asked', () => {
    const { posts } = simulate(scaleSimulation(simulationOptions('campaign', { creationDates: false }), 0.02));
    const [header = '', first = ''] = toCsv(posts, { resolution: 'minute', creationDates: false }).split('\n');
    expect(header).not.toContain('account_creation_date');
    expect(first).toMatch(/,2014-02-2\d \d\d:\d\d,/);
  });
});

describe('plantCampaign', () => {
  it("adds a campaign to somebody else's conversation, in its span, and retweets its posts", () => {
    const { posts: conversation } = simulate(
      scaleSimulation(
        simulationOptions('organic-only', {
          seed: 9,
          from: Date.UTC(2014, 4, 1),
          to: Date.UTC(2014, 4, 4),
          eventAt: Date.UTC(2014, 4, 2),
        }),
        0.1,
      ),
    );
    const { posts, labels } = plantCampaign(
      conversation,
      simulationOptions('campaign', { campaign: { accounts: 20, posts: 200 } }),
    );
    expect(posts).toHaveLength(200);
    expect(new Set(labels.values())).toEqual(new Set(['coordinated']));
    const there = new Set(conversation.map(({ id }) => id));
    const last = Math.max(...conversation.map(({ time }) => time));
    expect(posts.every(({ time }) => time >= Date.UTC(2014, 4, 1) && time <= last)).toBe(true);
    const retweets = posts.filter(({ kind }) => kind === 'retweet');
    expect(retweets.length).toBeGreaterThan(0);
    expect(retweets.every(({ retweetedId }) => retweetedId !== undefined && there.has(retweetedId))).toBe(true);
    const taken = new Set(conversation.map(({ account }) => account.id));
    expect([...labels.keys()].some((id) => taken.has(id))).toBe(false);
  });
});

describe('withTriggeredPublic', () => {
  it.each([6, -6])('stirs the public %i hours after each wave', (hours) => {
    const options = withTriggeredPublic(
      scaleSimulation(simulationOptions('campaign', { seed: 6, campaign: { waves: 3, discipline: 1 } }), 0.25),
      hours,
    );
    const waves = options.campaign.wavesAt ?? [];
    expect(waves.length).toBeGreaterThan(0);
    expect(options.stirredAt).toEqual(waves.map((wave) => wave + hours * HOUR).sort((a, b) => a - b));
    const { posts, labels } = simulate(options);
    const around = (moments: readonly number[], label: string): number =>
      posts.filter(
        ({ account, time }) =>
          labels.get(account.id) === label && moments.some((moment) => time >= moment && time < moment + HOUR),
      ).length;
    // An hour of a week is 1 of 161 of its posts; what is stirred is many times that.
    expect(around(waves, 'coordinated')).toBeGreaterThan(10 * (options.campaign.posts / 161));
    expect(around(options.stirredAt ?? [], 'organic')).toBeGreaterThan(
      3 * waves.length * (options.organic.posts / 161),
    );
  });

  it('changes nothing where no wave has room for its answer', () => {
    const options = simulationOptions('campaign');
    expect(withTriggeredPublic(options, 1000)).toBe(options);
  });
});
