// Invented conversations with a push, alone and beside others who act together.
import { DAY, HOUR, MINUTE, SECOND } from './invented-world.js';
import { leaderPosts, part, push, pushers, retweetEach, seriesOfTags, slogan, tagsOfShow } from './scenario-parts.js';
import { INNOCENT } from './sincere-scenarios.js';

export const PUSHES = {
  election: (w, n) => {
    w.public(n * 0.85);
    push(w, part(n, 0.1), { kind: 'c', age: 20 });
    push(w, part(n, 0.05), { kind: 'd', age: 80, texts: 4 });
  },
  'push-and-fans': (w, n) => {
    w.public(n * 0.7);
    const posts = leaderPosts(w, w.person({ kind: 'f' }), 15);
    const fans = w.group(part(n, 0.2), { kind: 'f' });
    retweetEach(w, fans, posts, 4, 8);
    w.camouflage(fans, 1);
    push(w, part(n, 0.1));
  },
  'push-and-feed': (w, n) => {
    w.public(n * 0.85);
    const head = w.lexicon.words(3);
    for (const feed of w.group(part(n, 0.04), { kind: 'w', created: () => w.batch(900, 10) }))
      for (let hour = 0; hour < 60; hour += 2)
        w.say(
          feed,
          w.span.from + hour * HOUR + w.random.uniform() * 20 * SECOND,
          `${head} ${w.random.whole(0, 40)} ${w.random.whole(0, 99)}`,
        );
    push(w, part(n, 0.1));
  },
  'push-and-appeal': (w, n) => {
    const people = w.public(n * 0.85);
    const minister = w.person({ kind: 't' });
    const texts = Array.from({ length: 5 }, () => `@${minister.account.handle} ${w.lexicon.words(9)}`);
    for (const person of people)
      if (w.random.chance(0.25) && person.created < w.at(0.5))
        w.say(person, w.at(0.5) + w.random.exponential(25) * MINUTE, w.random.pick(texts));
    push(w, part(n, 0.12));
  },
  'push-and-petition': (w, n) => {
    INNOCENT.petition(w, n * 0.88);
    push(w, part(n, 0.12));
  },
  'push-and-charity': (w, n) => {
    INNOCENT.charity(w, n * 0.88);
    push(w, part(n, 0.12));
  },
  'aged-batches': (w, n) => {
    w.public(n * 0.9);
    const bought = Array.from({ length: 3 }, () => 300 + w.random.uniform() * 1000);
    const people = w.group(part(n, 0.1), { kind: 'c', pushes: true, created: (i) => w.batch(bought[i % 3], 3) });
    const write = w.templates(6);
    w.waves(people, { each: 3, write: () => write() });
    w.camouflage(people, 1);
  },
  'retweets-half-old': (w, n) => {
    w.public(n * 0.9);
    const people = pushers(w, part(n, 0.1), { old: 0.5 });
    const posts = people.slice(0, 4).flatMap((leader) => leaderPosts(w, leader, 5));
    retweetEach(w, people, posts, 4, 3);
    w.camouflage(people, 0.5);
  },
  'push-10': (w, n) => {
    w.public(n * 0.9);
    push(w, part(n, 0.1));
  },
  'push-30': (w, n) => {
    w.public(n * 0.7);
    push(w, n * 0.3);
  },
  'push-50': (w, n) => {
    w.public(n * 0.5);
    push(w, n * 0.5, { texts: 10 });
  },
  'push-60': (w, n) => {
    w.public(n * 0.4);
    push(w, n * 0.6, { texts: 10 });
  },
  'over-weeks': (w, n) => {
    w.public(n * 0.9, { posts: 6 });
    push(w, part(n, 0.1), { waves: 25, each: 3, minutes: 60, camouflage: 0.5 });
  },
  'slow-campaign': (w, n) => {
    w.public(n * 0.9, { posts: 6 });
    const people = pushers(w, part(n, 0.1), { batches: 3, days: 10 });
    const write = w.templates(15, 0.3);
    for (const person of people)
      for (let k = w.random.whole(2, 5); k > 0; k--) w.say(person, w.ordinaryMoment(person), write());
    w.camouflage(people, 0.5);
  },
  'paraphrased-links': (w, n) => {
    w.public(n * 0.9);
    const people = pushers(w, part(n, 0.1));
    const links = Array.from({ length: 6 }, () => w.link('cause.example'));
    w.waves(people, { each: 3, write: () => `${w.lexicon.sentence()} ${w.random.pick(links)}` });
    w.camouflage(people, 0.5);
  },
  'paraphrased-tags': (w, n) => {
    w.public(n * 0.9);
    const people = pushers(w, part(n, 0.1));
    const series = Array.from({ length: 6 }, () => seriesOfTags(w, 4));
    w.waves(people, { each: 3, write: () => `${w.lexicon.sentence()} ${w.random.pick(series)}` });
    w.camouflage(people, 0.5);
  },
  cells: (w, n) => {
    w.public(n * 0.9);
    for (let left = part(n, 0.1); left > 0;) {
      const size = w.random.whole(3, 6);
      left -= size;
      const age = w.random.uniform() * 300;
      const people = w.group(size, { kind: 'c', pushes: true, created: () => w.batch(age, 1) });
      const write = w.templates(4, 0.3);
      w.waves(people, { count: 5, each: 4, minutes: 6, write: (_, wave) => write(wave) });
      w.camouflage(people, 1);
    }
  },
  'push-by-minute': (w, n) => {
    w.public(n * 0.9);
    push(w, part(n, 0.1));
    return { times: MINUTE };
  },
  'push-by-day': (w, n) => {
    w.public(n * 0.9);
    push(w, part(n, 0.1));
    return { times: DAY, dates: 'day' };
  },
  'push-dates-by-month': (w, n) => {
    w.public(n * 0.9);
    push(w, part(n, 0.1));
    return { dates: 'month' };
  },
  'push-without-dates': (w, n) => {
    w.public(n * 0.8);
    push(w, part(n, 0.2));
    return { dates: 'none' };
  },
  'retweets-only-push': (w, n) => {
    w.public(n * 0.9, { retweetShare: 0.9 });
    const people = pushers(w, part(n, 0.1));
    retweetEach(
      w,
      people,
      people.slice(0, 5).flatMap((leader) => leaderPosts(w, leader, 5)),
      4,
      4,
    );
    w.camouflage(people, 1);
    w.posts = w.posts.filter(({ kind }) => kind === 'retweet');
  },
  'push-of-few-in-new-public': (w, n) => {
    w.public(n * 0.95, { posts: 2, newShare: 0.25 });
    push(w, part(n, 0.05), { age: 10, days: 4 });
  },
  'push-in-new-public': (w, n) => {
    w.public(n * 0.9, { newShare: 0.6, spikeShare: 0.7 });
    push(w, part(n, 0.1), { age: 2, days: 3 });
  },
  'push-at-the-news': (w, n) => {
    w.public(n * 0.9, { spikeShare: 0.9, newShare: 0.3 });
    const people = pushers(w, part(n, 0.1));
    const write = w.templates(6);
    const starts = Array.from({ length: 6 }, () => w.span.eventAt + w.random.uniform() * 6 * HOUR);
    w.waves(people, { starts, each: 3, write: () => write() });
    w.camouflage(people, 1);
  },
  'push-and-outlets': (w, n) => {
    INNOCENT['outlets-made-at-once'](w, n * 0.88);
    push(w, part(n, 0.12));
  },
  'push-and-football': (w, n) => {
    INNOCENT.football(w, n * 0.88);
    push(w, part(n, 0.12));
  },
  'push-names-one-target': (w, n) => {
    w.public(n * 0.85);
    const people = pushers(w, part(n, 0.12));
    const target = w.person();
    const write = w.templates(6);
    w.waves(people, { each: 3, write: () => `@${target.account.handle} ${write()}` });
    w.camouflage(people, 0.3);
  },
  harassment: (w, n) => {
    const people = w.public(n * 0.88);
    const victim = w.random.pick(people);
    const attackers = pushers(w, part(n, 0.12), { old: 0.8 });
    const write = w.templates(8);
    w.waves(attackers, { each: 3, write: () => `@${victim.account.handle} ${write()}` });
    w.camouflage(attackers, 0.5);
  },
  // Mostly old accounts, that answer each post of their victim within the hour.
  'pile-on': (w, n) => {
    const people = w.public(n * 0.88);
    const victim = w.random.pick(people);
    const starts = leaderPosts(w, victim, 6).flatMap((post) => (post ? [post.time + 5 * MINUTE] : []));
    const attackers = pushers(w, part(n, 0.12), { old: 0.8 });
    const write = w.templates(8);
    w.waves(attackers, { starts, minutes: 30, each: 3, write: () => `@${victim.account.handle} ${write()}` });
    w.camouflage(attackers, 0.5);
  },
  // Readers of a site pass on its articles, with their own words.
  'push-and-readers': (w, n) => {
    w.public(n * 0.76);
    const site = w.person({ kind: 't' });
    const readers = w.group(part(n, 0.1), { kind: 'x' });
    for (const share of [0.1, 0.3, 0.45, 0.62, 0.8, 0.93]) {
      const [time, link] = [w.at(share), w.link('blog.example')];
      w.say(site, time, `${w.lexicon.words(9)} ${link}`);
      for (const reader of readers)
        if (w.random.chance(0.4))
          w.say(reader, time + (1 + w.random.exponential(30)) * MINUTE, `${w.lexicon.sentence()} ${link}`);
    }
    w.camouflage(readers, 2);
    push(w, part(n, 0.12));
  },
  'push-and-chat-by-minute': (w, n) => {
    INNOCENT['weekly-chat'](w, n * 0.88);
    push(w, part(n, 0.12));
    return { times: MINUTE };
  },
  'push-and-show-tags': (w, n) => {
    tagsOfShow(w, n * 0.88);
    push(w, part(n, 0.12));
  },
  'push-and-quiz': (w, n) => {
    INNOCENT['radio-quiz'](w, n * 0.88);
    push(w, part(n, 0.12));
  },
  'push-of-one-slogan': (w, n) => {
    w.public(n * 0.9);
    slogan(w, pushers(w, part(n, 0.1)));
  },
  'push-of-one-slogan-and-retweets': (w, n) => {
    w.public(n * 0.9);
    const people = pushers(w, part(n, 0.1));
    slogan(w, people);
    w.camouflage(people, 1);
  },
  'slogan-of-old-accounts': (w, n) => {
    w.public(n * 0.9);
    slogan(w, pushers(w, part(n, 0.1), { old: 1 }));
  },
  'push-by-tool': (w, n) => {
    w.public(n * 0.9);
    const people = pushers(w, part(n, 0.1));
    const write = w.templates(20, 0);
    w.waves(people, { count: 20, each: 4, minutes: 1 / 12, write: (_, wave) => write(wave) });
    w.camouflage(people, 1);
  },
  'push-by-tool-old': (w, n) => {
    w.public(n * 0.9);
    const people = pushers(w, part(n, 0.1), { old: 1 });
    const write = w.templates(20, 0);
    w.waves(people, { count: 20, each: 4, minutes: 1 / 12, write: (_, wave) => write(wave) });
    w.camouflage(people, 1);
  },
  'two-kinds-of-push': (w, n) => {
    w.public(n * 0.84);
    push(w, part(n, 0.1));
    const ring = pushers(w, part(n, 0.06), { kind: 'd', age: 200, old: 0.2 });
    retweetEach(
      w,
      ring,
      ring.slice(0, 3).flatMap((leader) => leaderPosts(w, leader, 5)),
      4,
      3,
    );
    w.camouflage(ring, 0.5);
  },
  'push-with-leaders': (w, n) => {
    w.public(n * 0.88);
    const people = push(w, part(n, 0.12), { old: 0.6, texts: 5, changed: 0.2 });
    retweetEach(
      w,
      people,
      people.slice(0, 3).flatMap((leader) => leaderPosts(w, leader, 5)),
      2,
      5,
    );
  },
  'copied-by-public': (w, n) => {
    const people = w.public(n * 0.88);
    const texts = Array.from({ length: 6 }, () => w.lexicon.words(11));
    const pushed = pushers(w, part(n, 0.12));
    w.waves(pushed, { each: 3, write: () => w.random.pick(texts) });
    w.camouflage(pushed, 1);
    for (const person of people)
      if (w.random.chance(0.1)) w.say(person, w.ordinaryMoment(person), w.random.pick(texts));
  },
  'ring-among-fans': (w, n) => {
    w.public(n * 0.7);
    const posts = leaderPosts(w, w.person({ kind: 'f' }), 15);
    const fans = w.group(part(n, 0.18), {
      kind: 'f',
      created: () => (w.random.chance(0.3) ? w.newcomer() : undefined),
    });
    retweetEach(w, fans, posts, 3, 20);
    w.public(0, { people: fans, posts: 3 });
    const ring = pushers(w, part(n, 0.12));
    retweetEach(w, ring, posts, 6, 2);
    w.camouflage(ring, 1);
  },
  'push-in-emigration': (w, n) => {
    INNOCENT.emigration(w, n * 0.88);
    push(w, part(n, 0.12), { age: 5, days: 6, camouflage: 3 });
  },
  'push-and-share-buttons': (w, n) => {
    w.public(n * 0.88, { headlineShare: 0.55, newShare: 0.35, retweetShare: 0.1 });
    push(w, part(n, 0.12));
  },
  'push-and-two-accounts': (w, n) => {
    INNOCENT['two-accounts-that-retweet'](w, n * 0.87);
    push(w, part(n, 0.13));
  },
  'retweeted-by-public': (w, n) => {
    w.public(n * 0.75);
    const leaders = push(w, part(n, 0.13)).slice(0, 15);
    const posts = leaders.flatMap((leader) => leaderPosts(w, leader, 1));
    const audience = w.group(part(n, 0.12), {
      kind: 'x',
      created: () => (w.random.chance(0.3) ? w.newcomer() : undefined),
    });
    retweetEach(w, audience, posts, 3, 20);
  },
  'links-by-public': (w, n) => {
    w.public(n * 0.7);
    const people = pushers(w, part(n, 0.13));
    const links = Array.from({ length: 6 }, () => w.link('cause.example'));
    w.waves(people, { each: 3, write: () => `${w.lexicon.sentence()} ${w.random.pick(links)}` });
    w.camouflage(people, 0.5);
    const sharing = w.group(part(n, 0.15), {
      kind: 'x',
      created: () => (w.random.chance(0.3) ? w.newcomer() : undefined),
    });
    w.public(0, { people: sharing, posts: 4 });
    for (const person of sharing)
      for (let k = w.random.whole(1, 4); k > 0; k--)
        w.say(person, w.ordinaryMoment(person), `${w.lexicon.sentence()} ${w.random.pick(links)}`);
  },
  'retweets-at-once': (w, n) => {
    const people = w.public(n * 0.88);
    const ring = pushers(w, part(n, 0.12), { old: 1 });
    const posts = w.random
      .shuffle(people)
      .slice(0, 20)
      .flatMap((leader) => leaderPosts(w, leader, 1));
    for (const post of posts)
      if (post)
        for (const person of ring)
          if (w.random.chance(0.2)) w.retweet(person, post.time + (60 + 20 * w.random.uniform()) * SECOND, post);
    w.camouflage(ring, 0.5);
  },
  'copied-twice-by-public': (w, n) => {
    w.public(n * 0.7);
    const texts = Array.from({ length: 6 }, () => w.lexicon.words(11));
    const pushed = pushers(w, part(n, 0.12));
    w.waves(pushed, { each: 3, write: () => w.random.pick(texts) });
    w.camouflage(pushed, 1);
    const copying = w.group(part(n, 0.18), {
      kind: 'x',
      created: () => (w.random.chance(0.5) ? w.newcomer() : undefined),
    });
    w.public(0, { people: copying, posts: 4 });
    for (const person of copying)
      for (let k = w.random.geometric(2) - 1; k > 0; k--) w.say(person, w.ordinaryMoment(person), w.random.pick(texts));
  },
};
