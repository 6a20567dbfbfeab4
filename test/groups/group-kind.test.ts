import { describe, expect, it } from 'vitest';
import type { Post } from '../../src/documents/post.js';
import { kindOfGroup, accountsWithCommonPrefix } from '../../src/groups/group-kind.js';
import { HOUR, measured, MINUTE, numberOf, post, START } from '../dataset/posts.js';
import { ownWords } from '../signals/conversation.js';

const GROUP = Array.from({ length: 10 }, (_, n) => `g${n}`);
const STRANGERS = Array.from({ length: 20 }, (_, n) => post({ by: `stranger${n}`, text: ownWords(n, 0) }));

function kindOf(posts: readonly Post[], group: readonly string[] = GROUP): string {
  const m = measured([...posts, ...STRANGERS]);
  return kindOfGroup(
    m,
    group.map((id) => numberOf(m, id)),
  );
}

/** Retweets of so many authors, three minutes after each other; of authors that are not named, where that is 0. */
const retweets = (authors: number): Post[] =>
  GROUP.flatMap((by, n) =>
    Array.from({ length: 12 }, (_, k) =>
      post({
        by,
        kind: 'retweet',
        text: 'RT',
        retweetedId: `${k}`,
        ...(authors === 0 ? {} : { retweetedHandle: `author${(k + n) % authors}` }),
        time: START + k * HOUR + n * 3 * MINUTE,
      }),
    ),
  );

/** Retweets of twelve authors, in this gap after each other, in ms. */
const retweetsApart = (gap: number): Post[] =>
  retweets(12).map((each, i) => ({ ...each, time: START + (i % 12) * HOUR + Math.floor(i / 12) * gap }));

const addressed = (every: number, hours: number): Post[] =>
  GROUP.flatMap((by, n) =>
    Array.from({ length: 3 }, (_, k) =>
      post({
        by,
        text: `${(3 * n + k) % every === 0 ? '@minister ' : ''}${ownWords(500 + (k % 3), n % 4)}`,
        time: START + ((3 * n + k) % hours) * HOUR,
      }),
    ),
  );

const repeating = (texts: number): Post[] =>
  GROUP.flatMap((by, n) =>
    Array.from({ length: 20 }, (_, k) =>
      post({ by, text: ownWords(500, (n + k) % texts), time: START + (20 * n + k) * HOUR }),
    ),
  );

const outlets = (name: string, gap: number, texts = 6): Post[] =>
  GROUP.flatMap((id, n) =>
    Array.from({ length: 6 }, (_, k) =>
      post({
        by: { id, handle: n < 8 ? `${name}${n}` : `other${n}`, displayName: '' },
        text: ownWords(500, k % texts),
        time: START + k * HOUR + n * gap,
      }),
    ),
  );

/** Two retweets each, of one author or of everybody's own, beside so many votes in three wordings. */
const voting = (author: (n: number) => string, votes: number, hours: number): Post[] => [
  ...GROUP.flatMap((by, n) =>
    Array.from({ length: votes }, (_, k) =>
      post({ by, text: ownWords(500, (n + k) % 3), time: START + ((votes * n + k) % hours) * HOUR }),
    ),
  ),
  ...GROUP.flatMap((by, n) =>
    [0, 1].map((k) =>
      post({
        by,
        kind: 'retweet',
        text: 'RT',
        retweetedId: `${k}`,
        retweetedHandle: author(n),
        time: START + n * 3 * MINUTE,
      }),
    ),
  ),
];

const onlyVotes = (hours: number): Post[] => voting(() => 'star', 2, hours).filter(({ kind }) => kind !== 'retweet');

/** Three texts that all copy, so long after each other, beside own words and retweets. */
const alerts = (gap: number, links: readonly string[]): Post[] => [
  ...retweets(12).slice(0, 40),
  ...GROUP.flatMap((by, n) => [
    post({ by, text: ownWords(n, 0) }),
    ...[1, 2, 3].map((k) => post({ by, text: ownWords(500, k), links, time: START + k * 5 * HOUR + n * gap })),
  ]),
];

/** Everybody of the group repeats three posts of `leader`, hours later, each with these words before it. */
const repeatingPosts = (leader: string, leaderBegins: string, begins: string): Post[] => [
  ...[0, 1, 2].map((k) => post({ by: leader, text: `${leaderBegins}${ownWords(700, k)}`, time: START + k * HOUR })),
  ...GROUP.flatMap((by, n) => [
    post({ by, text: ownWords(900 + n, 0), time: START + n * HOUR }),
    ...[0, 1, 2].map((k) => post({ by, text: `${begins}${ownWords(700, k)}`, time: START + (5 * k + n + 4) * HOUR })),
  ]),
];

/** On three evenings all vote for one account in three wordings, one after the other, beside words of their own. */
const votesOfEvenings = (begins: string, gap: number): Post[] =>
  GROUP.flatMap((by, n) => [
    post({ by, text: ownWords(900 + n, 0), time: START + n * HOUR }),
    ...[0, 1, 2].map((k) =>
      post({ by, text: `${begins}${ownWords(700, (n + k) % 3)}`, time: START + (20 + 24 * k) * HOUR + n * gap }),
    ),
  ]);

/** All pass on the links of `site`, so long after each other, in words of their own. */
const passingOn = (site: string, gap: number): Post[] =>
  [0, 1, 2, 3].flatMap((k) => {
    const links = [`https://site.example/${k}`];
    return [
      post({ by: site, text: ownWords(800, k), links, time: START + 5 * k * HOUR }),
      ...GROUP.map((by, n) =>
        post({ by, text: ownWords(900 + n, k), links, time: START + 5 * k * HOUR + MINUTE + n * gap }),
      ),
    ];
  });

/** All post three texts at their own hours, beside words of their own. */
const offered = (begins: string, link: (k: number) => string): Post[] =>
  GROUP.flatMap((by, n) => [
    post({ by, text: ownWords(900 + n, 0), time: START + n * HOUR }),
    ...[0, 1, 2].map((k) =>
      post({ by, text: `${begins}${ownWords(700, k)}`, links: [link(k)], time: START + (7 * k + 1.3 * n) * HOUR }),
    ),
  ]);

/** On three occasions all write the same to `host`, this long after a post of it, beside words of their own. */
const answers = (host: string, gap: number, asks = 3): Post[] => [
  ...Array.from({ length: asks }, (_, k) =>
    post({ by: host, text: ownWords(800, k), time: START + 10 * (k + 1) * HOUR }),
  ),
  ...GROUP.flatMap((by, n) => [
    post({ by, text: ownWords(900 + n, 0), time: START + n * HOUR }),
    ...[0, 1, 2].map((k) =>
      post({ by, text: `@${host} ${ownWords(700, k)}`, time: START + 10 * (k + 1) * HOUR + gap + n * MINUTE }),
    ),
  ]),
  // The rest of the conversation goes on all day.
  ...STRANGERS.map((each, n) => ({ ...each, text: ownWords(950 + n, 0), time: START + (n + 1.5) * HOUR })),
];

describe('kindOfGroup', () => {
  it('tells who amplifies one account or a few from who retweets many', () => {
    expect(kindOf(retweets(1))).toBe('amplifies-few');
    expect(kindOf(retweets(6))).toBe('amplifies-few');
    expect(kindOf(retweets(12))).toBe('mostly-retweets');
  });

  it('takes nobody for an audience who retweets within the same minute', () => {
    expect(kindOf(retweetsApart(5000))).toBe('acts-together');
    expect(kindOf(retweetsApart(90_000))).toBe('mostly-retweets');
    // By the minute, two retweets a minute apart may be nearly two minutes apart.
    const byMinute = (gap: number): Post[] =>
      [...retweetsApart(gap), ...STRANGERS].map((each) => ({ ...each, time: Math.floor(each.time / MINUTE) * MINUTE }));
    expect(kindOf(byMinute(15_000))).toBe('acts-together');
    expect(kindOf(retweetsApart(50_000))).toBe('mostly-retweets');
    expect(kindOf(byMinute(50_000))).toBe('mostly-retweets');
  });

  it('takes for an audience who shares nothing but retweets, however much it writes of its own', () => {
    const own = GROUP.flatMap((by, n) =>
      Array.from({ length: 20 }, (_, k) => post({ by, text: ownWords(100 + n, k), time: START + k * HOUR })),
    );
    expect(kindOf([...retweets(2), ...own])).toBe('amplifies-few');
    expect(kindOf([...retweets(12), ...own])).toBe('mostly-retweets');
    expect(kindOf([...retweetsApart(5000), ...own])).toBe('acts-together');
    const linked = own.map((each, i) => ({ ...each, links: [`https://cause.example/${i % 20}`] }));
    expect(kindOf([...retweets(2), ...linked])).toBe('acts-together');
  });

  it('counts votes in a fixed wording of fans, and of nobody who retweets no one account', () => {
    expect(kindOf(voting(() => 'star', 6, 48))).toBe('amplifies-few');
    expect(kindOf(voting((n) => `friend${n}`, 6, 48))).toBe('copies-texts');
  });

  it("takes votes for a service's templates where they are all, and of one evening", () => {
    expect(kindOf(onlyVotes(3))).toBe('service-feed');
    expect(kindOf(onlyVotes(20))).toBe('copies-texts');
  });

  it('tells what an application posts for its users, beside their own words, from who acts on a word', () => {
    expect(kindOf(alerts(500, ['https://app.example/x']))).toBe('service-feed');
    expect(kindOf(alerts(500, []))).toBe('copies-texts');
    expect(kindOf(alerts(40_000, ['https://app.example/x']))).toBe('copies-texts');
  });

  it('takes who repeats the posts of an outsider by hand for an audience, and of a member for copies', () => {
    expect(kindOf(repeatingPosts('speaker', '', ''))).toBe('amplifies-few');
    expect(kindOf(repeatingPosts('g0', '', ''))).toBe('copies-texts');
  });

  it('takes who quotes an account to itself for its audience, and who follows a leader against it not', () => {
    expect(kindOf(repeatingPosts('g0', '', '@g0 '))).toBe('amplifies-few');
    expect(kindOf(repeatingPosts('g0', '@minister ', '@minister '))).toBe('copies-texts');
  });

  it('takes who answers an account for its audience, and who writes to it at other hours or before it asks not', () => {
    expect(kindOf(answers('host', 5 * MINUTE))).toBe('amplifies-few');
    expect(kindOf(answers('host', 4 * HOUR))).toBe('copies-texts');
    expect(kindOf(answers('host', -HOUR))).toBe('copies-texts');
    expect(kindOf(answers('g5', 5 * MINUTE))).toBe('copies-texts');
    expect(kindOf(answers('host', 5 * MINUTE, 1))).toBe('copies-texts');
  });

  it('does not take a stock of texts that is used again for answers', () => {
    const again = answers('host', 5 * MINUTE).flatMap((each, i) =>
      each.text.startsWith('@host') ? [{ ...each, text: `@host ${ownWords(700, (i * 7) % 5)}` }] : [each],
    );
    expect(kindOf(again)).toBe('copies-texts');
    const one = again.map((each) =>
      each.text.startsWith('@host') ? { ...each, text: `@host ${ownWords(700, 0)}` } : each,
    );
    expect(kindOf(one)).toBe('amplifies-few');
  });

  it('does not take copies for answers to an account that posts all day', () => {
    const allDay = Array.from({ length: 30 }, (_, k) =>
      post({ by: 'host', text: ownWords(1000 + k, 0), time: START + k * HOUR }),
    );
    expect(kindOf([...answers('host', 5 * MINUTE), ...allDay])).toBe('copies-texts');
  });

  it('tells votes for one account, which come all evening, from waves of minutes', () => {
    expect(kindOf(votesOfEvenings('@star ', 20 * MINUTE))).toBe('amplifies-few');
    expect(kindOf(votesOfEvenings('@star ', MINUTE / 2))).toBe('copies-texts');
    expect(kindOf(votesOfEvenings('', 20 * MINUTE))).toBe('copies-texts');
  });

  it('takes who passes on the links of a site for its readers, unless they do so at once', () => {
    expect(kindOf(passingOn('site', 3 * MINUTE))).toBe('amplifies-few');
    expect(kindOf(passingOn('site', 5000))).toBe('acts-together');
    expect(kindOf(passingOn('g0', 3 * MINUTE))).toBe('acts-together');
  });

  it("tells a page's texts, with its link and to one account, from those of a campaign with several links", () => {
    expect(kindOf(offered('@minister ', () => 'https://page.example/1'))).toBe('service-feed');
    expect(kindOf(offered('', () => 'https://page.example/1'))).toBe('copies-texts');
    expect(kindOf(offered('@minister ', (k) => `https://page.example/${k}`))).toBe('copies-texts');
  });

  it('does not guess whom a group amplifies where the dump does not name them', () => {
    expect(kindOf(retweets(0))).toBe('mostly-retweets');
  });

  it("tells a service's templates from a campaign's", () => {
    expect(kindOf(repeating(2))).toBe('service-feed');
    expect(kindOf(repeating(40))).toBe('copies-texts');
  });

  it('tells an appeal, which nearly all follow in an evening', () => {
    expect(kindOf(addressed(1, 3))).toBe('public-appeal');
    expect(kindOf(addressed(1, 24))).toBe('copies-texts');
    expect(kindOf(addressed(2, 3))).toBe('copies-texts');
  });

  it("tells one publisher's outlets by their names, where they post in the same second", () => {
    expect(kindOf(outlets('herald', 0))).toBe('outlets');
    expect(kindOf(outlets('herald', 60_000))).toBe('copies-texts');
    expect(kindOf(outlets('h', 0))).toBe('copies-texts');
    expect(kindOf(outlets('herald', 0, 2))).toBe('outlets');
  });

  it("tells a publisher's outlets apart from who copies their headlines", () => {
    const m = measured([...outlets('herald', 0), ...STRANGERS]);
    const group = GROUP.map((id) => numberOf(m, id));
    expect(accountsWithCommonPrefix(m, group)).toEqual(group.slice(0, 8));
    expect(accountsWithCommonPrefix(m, group.slice(8))).toEqual(group.slice(8));
    expect(
      accountsWithCommonPrefix(
        m,
        STRANGERS.slice(0, 5).map(({ account: { id } }) => numberOf(m, id)),
      ),
    ).toEqual([]);
  });
});
