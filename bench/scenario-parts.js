// What several invented scenarios have in common.
import { HOUR, MINUTE } from './invented-world.js';

export const part = (n, share, least = 12) => Math.max(least, Math.round(n * share));

/** Accounts made for a push, in one or several batches; a share `old` of them is bought or years old. */
export function pushers(world, count, { batches = 1, days = 4, old = 0.3, kind = 'c', age = 20 } = {}) {
  return world.group(count, {
    kind,
    pushes: true,
    created: (i) => (i < count * old ? undefined : world.batch(age + 35 * (i % batches), days)),
  });
}

/** A typical push: templates in waves, with some changed wording, and camouflage. */
export function push(
  world,
  count,
  { texts = 6, camouflage = 1, each = 3, minutes = 10, waves = 8, changed, ...made } = {},
) {
  const people = pushers(world, count, made);
  const write = world.templates(texts, changed);
  world.waves(people, { count: waves, minutes, each, write: () => write() });
  world.camouflage(people, camouflage);
  return people;
}

/** The same text again and again, in waves. */
export function slogan(world, people) {
  const text = world.lexicon.words(10);
  world.waves(people, { each: 5, write: () => text });
}

/** Posts of one account that others retweet. */
export function leaderPosts(world, by, count) {
  return Array.from({ length: count }, () => world.say(by, world.at(0.02 + 0.9 * world.random.uniform())));
}

/** Each person retweets some of the posts (`mean` on average) soon after they appear. */
export function retweetEach(world, people, posts, mean, medianMinutes) {
  for (const person of people)
    for (const post of world.random.shuffle(posts).slice(0, world.random.geometric(mean)))
      world.retweetSoon(person, post, medianMinutes);
}

/** Outlets of one publisher post the same headlines at the same time, and some of the public copy them. */
export function outlets(w, n, created) {
  w.public(n * 0.9, { headlineShare: 0.2 });
  const cities = w.group(part(n, 0.03), { kind: 'u', created });
  cities.forEach(({ account }, i) => (account.handle = `metronews_${w.lexicon.words(1)}${i}`));
  for (let k = 0; k < 40; k++) {
    const time = w.at(w.random.uniform() * 0.97);
    const text = `${w.lexicon.sentence()} ${w.link('metro.example')}`;
    for (const city of cities) if (w.random.chance(0.7)) w.say(city, time, text);
    for (let copies = w.random.whole(0, n * 0.01); copies > 0; copies--) {
      const person = w.random.pick(w.people);
      if (person.kind === 'o') w.say(person, w.soonAfter(person, time, 90), text);
    }
  }
}

/** People who post the same with two accounts, made within an hour: the pairs. */
export function twoAccountsEach(w, count) {
  return Array.from({ length: count }, () => {
    const created = w.batch(30 + 1500 * w.random.uniform(), 0);
    const both = w.group(2, { kind: 'p', created: () => created + w.random.uniform() * HOUR });
    for (let left = w.random.whole(3, 9); left > 0; left--) {
      const [time, text] = [w.ordinaryMoment(both[0]), w.lexicon.sentence()];
      for (const each of both) w.say(each, time + w.random.uniform() * 2 * MINUTE, text);
    }
    return both;
  });
}

/** On three evenings whoever watches a show adds one of four series of tags to posts of their own. */
export function tagsOfShow(w, n) {
  w.public(n * 0.83);
  const people = w.group(part(n, 0.15), { kind: 'x' });
  for (const evening of [0.28, 0.61, 0.94]) {
    const series = Array.from({ length: 4 }, () => seriesOfTags(w, 3));
    for (const person of people)
      if (w.random.chance(0.6))
        for (let k = w.random.whole(1, 4); k > 0; k--)
          w.say(
            person,
            w.at(evening) + w.random.uniform() * 2 * HOUR,
            `${w.lexicon.sentence()} ${w.random.pick(series)}`,
          );
  }
  w.camouflage(people, 1);
}

export function seriesOfTags(w, count) {
  return Array.from({ length: count }, () => `#${w.lexicon.words(1)}${w.random.whole(1, 99)}`).join(' ');
}

/** Each day an account asks for the same words: whoever takes part answers it with one of them, sooner or later. */
export function answersEachDay(w, n, { wordings, minutes }) {
  w.public(n * 0.8);
  const host = w.person({ kind: 't' });
  const people = w.group(part(n, 0.15), {
    kind: 'x',
    created: () => (w.random.chance(0.1) ? w.newcomer() : undefined),
  });
  for (const day of [0.1, 0.43, 0.77]) {
    const question = w.say(host, w.at(day), w.lexicon.words(14));
    const answers = Array.from({ length: wordings }, () => w.lexicon.words(6));
    for (const person of people)
      if (w.random.chance(0.6) && person.created < question.time)
        w.say(
          person,
          question.time + w.random.exponential(minutes) * MINUTE,
          `@${host.account.handle} ${w.random.pick(answers)}`,
        );
  }
  w.public(0, { people, posts: 2 });
}

/** Only votes for two candidates, on one evening. */
export function votes(world, n, naming) {
  world.public(n * 0.7);
  for (const kind of ['f', 'g']) {
    const star = world.person({ kind });
    const name = naming ? `@${star.account.handle}` : world.lexicon.words(2);
    const wordings = Array.from({ length: 4 }, () => `${world.lexicon.words(4)} ${name} ${world.lexicon.words(2)}`);
    const fans = world.group(part(n, 0.15), { kind });
    for (const fan of fans)
      for (let k = world.random.whole(1, 5); k > 0; k--)
        world.say(fan, world.at(0.6) + world.random.uniform() * 2 * HOUR, world.random.pick(wordings));
    world.camouflage(fans, 0.3);
  }
}
