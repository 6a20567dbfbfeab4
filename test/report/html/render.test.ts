import { createHash } from 'node:crypto';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import type { GroupActivity, Result } from '../../../src/documents/result.js';
import { renderHtml } from '../../../src/report/html/index.js';
import { escapeControls } from '../../../src/text/escape-controls.js';
import { MINUTE } from '../../../src/time/units.js';
import { onePost, quiet, sample } from '../sample-result.js';
import { hostilePage, SHOWN } from './hostile-page.js';
import { exhibitsOf } from './sample-exhibits.js';
import { told } from './told.js';

const NO_EXHIBITS = { posts: [], ties: [], places: [] };
/** Of a platform that gives posts and profiles an address. */
const onPlatform: Result = {
  ...sample,
  inputs: sample.inputs.map((input) => ({ ...input, format: 'bluesky' })),
  accounts: sample.accounts.map((each) => ({ ...each, handle: `${each.id.replaceAll(/\W/gu, '')}.example.com` })),
};
const undecided: Result = {
  ...sample,
  summary: {
    ...sample.summary,
    accounts: { ...sample.summary.accounts, coordinated: 0, unclear: 18 },
    posts: { ...sample.summary.posts, coordinated: 0, unclear: 748 },
    undecided: {
      reason: 'both-sides',
      sides: [
        {
          ...activityOf(sample),
          accounts: 9,
          copiesPercent: 81,
          says: '9 accounts of which 81% of the posts are copies',
        },
        {
          ...activityOf(sample),
          accounts: 4,
          copiesPercent: 12,
          says: '4 accounts of which 12% of the posts are copies',
        },
      ],
    },
  },
  accounts: sample.accounts.map((each) =>
    each.verdict === 'coordinated' ? { ...each, verdict: 'unclear', reason: 'undecided' } : each,
  ),
  groups: [],
  timeline: sample.timeline.map((bin) => ({ ...bin, unclear: bin.unclear + bin.coordinated, coordinated: 0 })),
};
const pages: Record<string, string> = {
  'a campaign on a known platform': renderHtml(onPlatform, exhibitsOf(onPlatform)),
  'two sides that cannot be told apart': renderHtml(undecided, exhibitsOf(undecided)),
  'a campaign': renderHtml(sample, exhibitsOf(sample)),
  'a campaign without exhibits': renderHtml(sample, NO_EXHIBITS),
  'nobody coordinated': renderHtml(quiet, exhibitsOf(quiet)),
  'one post': renderHtml(onePost, NO_EXHIBITS),
};

function activityOf({ dump: { from, to } }: Result): GroupActivity {
  const creation = { dated: 3, from, to, densest: { from, to, accounts: 2 } };
  return { posts: 90, from, to, busiest: { from, to, posts: 12 }, creation };
}

function withoutTrafficCautions(result: Result): Result {
  return { ...result, traffic: { ...result.traffic, cautions: [] } };
}

const read = (page: string) => parseHTML(page).document;
/** Ids of the figures that have rows. */
const rowsIn = (page: string | undefined): string[] =>
  [...read(page ?? '').querySelectorAll('figure')].filter((each) => each.querySelector('.rows')).map(({ id }) => id);
const sha256 = (text: string | null | undefined): string =>
  `'sha256-${createHash('sha256')
    .update(text ?? '')
    .digest('base64')}'`;

describe.each(Object.entries(pages))('the page of %s', (_, page) => {
  const document = read(page);
  const elements = [...document.querySelectorAll('*')];

  it('allows its own style and script by their hashes, and nothing else', () => {
    const policy = document.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute('content');
    const [styles, scripts] = [[...document.querySelectorAll('style')], [...document.querySelectorAll('script')]];
    expect([styles.length, scripts.length]).toEqual([1, 1]);
    expect(policy).toBe(
      `default-src 'none'; style-src ${sha256(styles[0]?.textContent)}; script-src ${sha256(scripts[0]?.textContent)}; base-uri 'none'; form-action 'none'`,
    );
  });

  it('asks for nothing, and has no style or script where the policy would refuse it', () => {
    const attributes = elements.flatMap((element) =>
      [...element.attributes].map(({ name, value }) => ({ name, value })),
    );
    expect(
      attributes.filter(({ name }) => name === 'style' || name.startsWith('on') || name === 'src' || name === 'srcset'),
    ).toEqual([]);
    // Only a person leaves the page, by a link that does not tell whence.
    const leading = elements
      .filter(({ localName }) => localName === 'a')
      .map((link) => link.getAttribute('href') ?? '');
    expect(leading.filter((to) => !to.startsWith('#') && !to.startsWith('https://bsky.app/profile/'))).toEqual([]);
    expect(
      elements.filter(
        (link) => link.getAttribute('href')?.startsWith('#') === false && link.getAttribute('rel') !== 'noreferrer',
      ),
    ).toEqual([]);
    expect(
      elements
        .filter((element) => element.localName !== 'a' && element.hasAttribute('href'))
        .map(({ localName }) => localName),
    ).toEqual([]);
    expect(attributes.filter(({ name }) => name.endsWith('href') && name !== 'href')).toEqual([]);
    expect(
      elements.filter(({ localName }) =>
        ['link', 'img', 'iframe', 'image', 'use', 'object', 'form', 'base'].includes(localName),
      ),
    ).toEqual([]);
    expect(document.querySelector('style')?.textContent).not.toMatch(/url\(|@import/u);
  });

  it('names each place once, and every reference leads to one', () => {
    const ids = elements.flatMap((element) => element.getAttribute('id') ?? []);
    expect(ids).toEqual([...new Set(ids)]);
    const wanted = elements.flatMap((element) => [
      ...['href', 'for'].flatMap((name) => element.getAttribute(name)?.replace(/^https:.*|^#/u, '') || []),
      ...['aria-labelledby', 'aria-describedby'].flatMap((name) => element.getAttribute(name)?.split(' ') ?? []),
    ]);
    expect(wanted.filter((id) => !ids.includes(id))).toEqual([]);
    const inks = [...page.matchAll(/url\(#([\w-]+)\)/gu)].map(([, id]) => id);
    expect(inks.filter((id) => !ids.includes(id ?? ''))).toEqual([]);
  });

  it('labels every chart with its title and its sentence', () => {
    for (const chart of document.querySelectorAll('svg.chart')) {
      // One with links is a group of them; any other is a picture.
      expect(chart.getAttribute('role')).toBe(chart.querySelector('a') ? 'group' : 'img');
      const labels = chart
        .getAttribute('aria-labelledby')
        ?.split(' ')
        .map((id: string) => document.getElementById(id)?.textContent ?? '');
      expect(labels?.every((label: string) => label.length > 10)).toBe(true);
    }
  });

  it('draws every mark at a place that is known', () => {
    expect(page).not.toMatch(/="[^"]*(?:NaN|Infinity|undefined)/u);
  });
});

describe('the page', () => {
  const document = read(pages['a campaign'] ?? '');
  const textOf = (selector: string): string =>
    document.querySelector(selector)?.textContent?.replace(/\s+/gu, ' ') ?? '';

  it('gives the same bytes for the same result', () => {
    expect(renderHtml(sample, exhibitsOf(sample))).toBe(pages['a campaign']);
  });

  it('says the answer, the cautions and the figures of the result', () => {
    expect(textOf('.lead')).toBe(
      '12 accounts (48%) are likely coordinated (p = 0.0021); we expect about 2 of them to be wrong.',
    );
    expect(textOf('.cautions')).toContain('Nearly half of the posts come from accounts that were flagged');
    expect(
      [...document.querySelectorAll('.tally tbody tr')].map((row) =>
        [...row.querySelectorAll('.n')].map((cell) => cell.textContent),
      ),
    ).toEqual([
      ['12', '534'],
      ['0', '0'],
      ['6', '214'],
      ['5', '548'],
      ['2', '6'],
    ]);
  });

  it('has a row for every account, with all of its evidence and all of its posts', () => {
    const rows = [...document.querySelectorAll('.list tbody')];
    expect(rows.length).toBe(sample.accounts.length);
    const found = sample.accounts.filter(({ verdict }) => verdict === 'coordinated' || verdict === 'unclear');
    for (const [index, one] of found.entries()) {
      const text = document.getElementById(`a${index + 1}`)?.textContent ?? '';
      expect(text).toContain(escapeControls(one.displayName));
      for (const { says } of one.evidence) expect(text).toContain(escapeControls(says));
      for (const post of [0, 1, 2]) expect(text).toContain(`Post ${post} of ${one.id} & <others>`);
    }
  });

  it('draws a row for every account whose posts are known, and a mark for every post', () => {
    const rows = [...document.querySelectorAll('svg.wide .rows > a > path')];
    const shown = sample.accounts.filter(({ verdict }) => verdict !== 'insufficient');
    expect(rows.length).toBe(shown.length);
    expect(rows.map((row) => row.getAttribute('d')?.match(/M/gu)?.length)).toEqual(shown.map(() => 3));
  });

  it('has its rows in the picture, or in a close-up where those who are called posted within a small part of the time', () => {
    expect(rowsIn(pages['a campaign'])).toEqual(['close-up']);
    const { posts } = exhibitsOf(sample);
    const [first] = posts;
    const late = posts.map((post, index) =>
      index % 2 === 0
        ? post
        : { ...post, time: new Date(Date.parse(first?.time ?? '') + index * 20 * MINUTE).toISOString() },
    );
    expect(
      rowsIn(renderHtml(sample, { ...exhibitsOf(sample), posts: late.toSorted((a, b) => (a.time < b.time ? -1 : 1)) })),
    ).toEqual(['picture']);
  });

  it('draws an account for every member that is tied, and a line for every pair', () => {
    for (const { id, accounts } of sample.groups) {
      const chart = document.querySelector(`#network-${id} svg.wide`);
      expect(chart?.querySelectorAll('circle').length).toBe(accounts.length);
      expect(chart?.querySelectorAll('path').length).toBe(accounts.length - 1);
    }
  });

  it('tells what is needed to repeat it', () => {
    const text = textOf('section[aria-labelledby="method"]');
    expect(text).toContain(`${sample.tool.name} ${sample.tool.version}`);
    expect(text).toContain(`SHA-256 ${sample.inputs[0]?.sha256}`);
    expect(text).toContain('trend-audit analyze dumps/tweets.csv --hashtag РоссияСвоихНеБросает -o report.html');
    for (const [name, value] of Object.entries(sample.options))
      expect(text).toContain(`${name}${value === null ? 'none' : String(value)}`);
  });

  it('has the words of the story, of a group and of the traffic where the result tells them', () => {
    const result = told(sample);
    const crowd = { ...result, dump: { ...result.dump, accounts: 2_500 } };
    const page = read(renderHtml(withoutTrafficCautions(crowd), exhibitsOf(sample))).documentElement.textContent ?? '';
    for (const words of [
      'Half of the first 10 posts.',
      'From the third hour on.',
      'Neither came first.',
      'СВОИХ НЕ БРОСАЕМ',
      'Gini coefficient',
      '#Vivemos',
    ])
      expect(page).toContain(words);
    const cautious = read(renderHtml(crowd, exhibitsOf(sample))).documentElement.textContent ?? '';
    expect(cautious).toContain('Too few posts.');
    expect(cautious).not.toContain('#Vivemos');
  });
});

const nameless = (page: string): string => {
  const { document } = parseHTML(page);
  for (const part of document.querySelectorAll('style, script, .shared, .method, #accounts-organic-all')) part.remove();
  return `${document.body.textContent} ${[...document.querySelectorAll('title')].map(({ textContent }) => textContent).join(' ')}`;
};

describe('a page on which nobody may be named', () => {
  it('describes two sides that cannot be told apart by figures alone', () => {
    const text = nameless(pages['two sides that cannot be told apart'] ?? '');
    for (const side of undecided.summary.undecided?.sides ?? []) expect(text).toContain(side.says);
    const unclear = undecided.accounts.filter(({ verdict }) => verdict === 'unclear');
    expect(
      unclear.filter(({ handle }) => text.includes(handle) && handle.length > 4).map(({ handle }) => handle),
    ).toEqual([]);
    expect(pages['two sides that cannot be told apart']).not.toContain('id="accounts-unclear');
  });

  it('tells what a group does of which nobody is called, and who else does it, without names and without a network', () => {
    const innocent: Result = {
      ...undecided,
      summary: { ...undecided.summary, undecided: null },
      accounts: undecided.accounts.map((each) =>
        each.verdict === 'unclear' ? { ...each, reason: 'public-appeal' } : each,
      ),
      groups: sample.groups.map((group) => ({
        ...group,
        coordinated: 0,
        kind: 'public-appeal',
        alsoExplainedBy: 'People who follow a public appeal copy it, too.',
      })),
    };
    const page = read(renderHtml(innocent, exhibitsOf(innocent)));
    const groups = page.querySelector('section[aria-labelledby="groups"]');
    for (const shared of groups?.querySelectorAll('.shared p') ?? []) shared.remove();
    const text = groups?.textContent ?? '';
    expect(text).toContain('follows a public appeal to copy');
    expect(text).toContain('People who follow a public appeal copy it, too.');
    expect(innocent.accounts.filter(({ handle }) => handle.length > 4 && text.includes(handle))).toEqual([]);
    expect(groups?.querySelectorAll('svg.chart').length).toBe(0);
    // The same group has names and a network where its members are called.
    expect(read(pages['a campaign'] ?? '').querySelector('section[aria-labelledby="groups"]')?.textContent).toContain(
      'slava_rus_01',
    );
  });
});

describe('a page of hostile names', () => {
  const document = read(hostilePage);

  it('holds no element and no attribute that they could have made', () => {
    expect([...document.querySelectorAll('img, b, i, script')].map(({ localName }) => localName)).toEqual(['script']);
    expect(
      [...document.querySelectorAll('*')].filter((element) =>
        [...element.attributes].some(({ name }) => name.startsWith('on')),
      ),
    ).toEqual([]);
  });

  it('shows them as text, in tables and in drawings, and no sign that turns the direction of writing', () => {
    const names = [...document.querySelectorAll('.list .name')].map(({ textContent }) => textContent);
    expect(names).toEqual(SHOWN);
    const titles = [...document.querySelectorAll('svg.wide .rows title')].map(({ textContent }) => textContent);
    expect(titles).toContain('<img src=x onerror=alert(1)>, group g1: 3 posts');
    expect(hostilePage).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/u);
  });
});
