// Invented conversations in which nobody pushes, but many act together for reasons of their own.
import { DAY, HOUR, MINUTE, SECOND } from './invented-world.js';
import {
  answersEachDay,
  leaderPosts,
  outlets,
  part,
  retweetEach,
  seriesOfTags,
  tagsOfShow,
  twoAccountsEach,
  votes,
} from './scenario-parts.js';

export const INNOCENT = {
  'tv-vote': (w, n) => {
    w.public(n * 0.6);
    const show = w.at(0.6);
    for (const kind of ['f', 'g']) {
      const star = w.person({ kind });
      const posts = leaderPosts(w, star, 12);
      const fans = w.group(part(n, kind === 'f' ? 0.25 : 0.15), {
        kind,
        created: () => (w.random.chance(0.25) ? w.newcomer() : undefined),
      });
      retweetEach(w, fans, posts, 3, 8);
      const wordings = Array.from(
        { length: 4 },
        () => `${w.lexicon.words(4)} @${star.account.handle} ${w.lexicon.words(2)}`,
      );
      for (const fan of fans)
        for (let k = w.random.whole(1, 5); k > 0; k--)
          w.say(fan, show + w.random.uniform() * 2 * HOUR, w.random.pick(wordings));
      w.camouflage(fans, 1);
    }
  },
  'votes-naming': (w, n) => votes(w, n, true),
  'votes-unaddressed': (w, n) => votes(w, n, false),
  giveaway: (w, n) => {
    w.public(n * 0.8);
    const shop = w.person({ kind: 'g' });
    const post = w.say(shop, w.at(0.2), `${w.lexicon.sentence()} ${w.link('shop.example')}`);
    const again = w.say(shop, w.at(0.5));
    const entry = `${w.lexicon.words(6)} @${shop.account.handle} ${w.link('shop.example')}`;
    for (const person of w.group(part(n, 0.2), {
      kind: 'g',
      created: () => (w.random.chance(0.4) ? w.newcomer() : undefined),
    })) {
      w.retweetSoon(person, post, 120);
      if (w.random.chance(0.5)) w.retweetSoon(person, again, 120);
      if (w.random.chance(0.7)) w.say(person, w.soonAfter(person, w.at(0.2), 300), entry);
    }
  },
  football: (w, n) => {
    w.public(n, { posts: 3, spikeShare: 0.2 });
    const start = w.at(0.6);
    const goals = Array.from({ length: 4 }, () => start + w.random.uniform() * 105 * MINUTE);
    const cries = Array.from({ length: 3 }, () => w.lexicon.words(2));
    for (const goal of goals)
      for (const person of w.people)
        if (w.random.chance(0.3))
          w.say(
            person,
            Math.max(person.created, goal + w.random.exponential(40) * SECOND),
            w.random.chance(0.35) ? w.random.pick(cries) : w.lexicon.words(w.random.whole(2, 6)),
          );
  },
  petition: (w, n) => {
    w.public(n * 0.6);
    const text = `${w.lexicon.words(9)} ${w.link('petition.example')}`;
    for (const person of w.group(part(n, 0.4), {
      created: () => (w.random.chance(0.15) ? w.newcomer() : undefined),
    })) {
      w.say(person, w.ordinaryMoment(person), text);
      if (w.random.chance(0.3)) w.say(person, w.ordinaryMoment(person));
      if (w.random.chance(0.15)) w.say(person, w.ordinaryMoment(person), text);
    }
  },
  outlets: (w, n) => outlets(w, n),
  'outlets-made-at-once': (w, n) => outlets(w, n, () => w.batch(1500, 40)),
  'morning-wish': (w, n) => {
    w.public(n * 0.8, { newShare: 0.2 });
    const wish = w.lexicon.words(7);
    const wishing = w.group(part(n, 0.1), {
      kind: 'm',
      created: () => (w.random.chance(0.5) ? w.newcomer() : w.batch(5, 60)),
    });
    for (const person of wishing) {
      for (let day = 0; day < 3; day++)
        if (w.random.chance(0.8)) w.say(person, w.at((day + 0.3) / 3) + w.random.uniform() * 40 * MINUTE, wish);
      w.say(person, w.ordinaryMoment(person));
    }
  },
  charity: (w, n) => {
    w.public(n * 0.8, { newShare: 0.25 });
    const appeals = Array.from({ length: 3 }, () => `${w.lexicon.words(10)} ${w.link('help.example')}`);
    for (const person of w.group(part(n, 0.12), { kind: 'n', created: () => w.newcomer() })) {
      for (let k = w.random.whole(1, 3); k > 0; k--) w.say(person, w.ordinaryMoment(person), w.random.pick(appeals));
      if (w.random.chance(0.6)) w.retweetSoon(person, w.random.pick(w.viral).post, 30);
    }
    for (const person of w.people)
      if (person.kind === 'o' && w.random.chance(0.1)) w.say(person, w.ordinaryMoment(person), w.random.pick(appeals));
  },
  class: (w, n) => {
    w.public(n * 0.95);
    const students = w.group(Math.min(45, part(n, 0.05, 20)), { kind: 's', created: () => w.batch(3, 0.1) });
    const task = w.lexicon.words(5);
    for (const student of students) {
      w.say(student, w.at(0.4) + w.random.uniform() * HOUR, `${task} ${w.lexicon.sentence()}`);
      if (w.random.chance(0.6)) w.say(student, w.at(0.7) + w.random.uniform() * HOUR, w.lexicon.sentence());
      if (w.random.chance(0.4)) w.say(student, w.at(0.7) + w.random.uniform() * HOUR, `${task} ${w.lexicon.words(3)}`);
    }
  },
  conference: (w, n) => {
    const people = w.public(n * 0.9, { newShare: 0.04, retweetShare: 0.5, spikeShare: 0.1, medianMinutes: 12 });
    const official = w.person({ kind: 't' });
    const posts = leaderPosts(w, official, 40);
    const team = w.group(Math.max(4, Math.round(n * 0.01)), { kind: 't' });
    retweetEach(w, team, posts, 20, 5);
    for (const person of team) for (let k = 0; k < 10; k++) w.say(person, w.ordinaryMoment(person));
    retweetEach(w, people.slice(0, n * 0.3), posts, 2, 20);
  },
  'language-minority': (w, n) => {
    w.public(n * 0.92);
    const other = new w.lexicon.constructor(w.random);
    w.public(part(n, 0.08), { kind: 'l', lexicon: other, retweetShare: 0.45, newShare: 0.1 });
  },
  'zone-minority': (w, n) => {
    w.public(n * 0.9);
    w.public(part(n, 0.1), { kind: 'z', clock: () => w.random.normal(10, 1.2), newShare: 0.1 });
  },
  flood: (w, n) => {
    const people = w.public(n, {
      newShare: 0.3,
      retweetShare: 0.5,
      spikeShare: 0.8,
      headlineShare: 0.1,
      medianMinutes: 15,
    });
    const city = w.person({ kind: 't' });
    retweetEach(w, people.slice(0, n * 0.5), leaderPosts(w, city, 30), 3, 15);
    for (let k = 0; k < n * 0.05; k++) {
      const asks = `${w.lexicon.words(10)} ${w.random.whole(1, 99)} ${w.lexicon.words(2)}`;
      const time = w.at(0.35 + 0.4 * w.random.uniform());
      for (let copies = w.random.whole(1, 8); copies > 0; copies--) {
        const person = w.random.pick(people);
        w.say(person, w.soonAfter(person, time, 40), asks);
      }
    }
  },
  protest: (w, n) => {
    w.public(n * 0.9, { newShare: 0.2, retweetShare: 0.4 });
    const activists = w.group(part(n, 0.08, 15), {
      kind: 'a',
      created: () => (w.random.chance(0.25) ? w.newcomer() : undefined),
    });
    const calls = Array.from({ length: 12 }, () => ({
      time: w.at(w.random.uniform() * 0.9),
      text: w.lexicon.words(11),
    }));
    for (const person of activists) {
      for (let k = w.random.whole(1, 5); k > 0; k--) {
        const call = w.random.pick(calls);
        w.say(person, w.soonAfter(person, call.time, 60), call.text);
      }
      retweetEach(
        w,
        [person],
        w.posts.filter(({ by, kind }) => by.kind === 'a' && kind === 'original'),
        3,
        15,
      );
    }
    for (const person of w.people)
      if (person.kind === 'o' && w.random.chance(0.08))
        w.say(person, w.ordinaryMoment(person), w.random.pick(calls).text);
  },
  spam: (w, n) => {
    w.public(n * 0.97);
    for (const person of w.group(part(n, 0.02, 4), {
      kind: 's',
      created: () => w.batch(w.random.uniform() * 400, 1),
    })) {
      const link = w.link('buy.example');
      const write = w.templates(3, 0.3);
      const from = w.random.uniform() * 0.8;
      for (let k = w.random.whole(8, 40); k > 0; k--)
        w.say(person, w.at(from + 0.15 * w.random.uniform()), `${write()} ${link}`);
    }
  },
  'one-owner': (w, n) => {
    w.public(n);
    const texts = Array.from({ length: 10 }, () => w.lexicon.sentence());
    for (const person of w.group(4, { kind: 'h', created: () => w.batch(500, 0.1) }))
      for (const text of texts) if (w.random.chance(0.8)) w.say(person, w.at(w.random.uniform()), text);
  },
  'new-public': (w, n) => void w.public(n, { newShare: 0.7, spikeShare: 0.7, headlineShare: 0.15 }),
  'chain-texts': (w, n) => {
    const people = w.public(n, { headlineShare: 0.15 });
    for (let day = 0; day < 3; day++) {
      const prayer = w.lexicon.words(12);
      for (const person of people)
        if (w.random.chance(0.25)) w.say(person, w.at(day / 3) + (6 + 3 * w.random.uniform()) * HOUR, prayer);
    }
  },
  'only-retweets': (w, n) => {
    w.public(n, { retweetShare: 0.9, headlineShare: 0, replyShare: 0 });
    w.posts = w.posts.filter(({ kind }) => kind === 'retweet');
  },
  'minutes-public': (w, n) => {
    w.public(n, { retweetShare: 0.45 });
    return { times: MINUTE };
  },
  'days-public': (w, n) => {
    w.public(n, { retweetShare: 0.45 });
    return { times: DAY, dates: 'day' };
  },
  'months-public': (w, n) => {
    w.public(n, { newShare: 0.4 });
    return { dates: 'month' };
  },
  'fans-of-many': (w, n) => {
    w.public(n * 0.8);
    const stars = w.group(10, { kind: 'f' });
    const posts = stars.flatMap((star) => leaderPosts(w, star, 6));
    const fans = w.group(part(n, 0.2), { kind: 'f', created: () => (w.random.chance(0.3) ? w.newcomer() : undefined) });
    retweetEach(w, fans, posts, 5, 6);
    w.camouflage(fans, 1);
  },
  staff: (w, n) => {
    w.public(n * 0.95);
    const company = w.person({ kind: 't' });
    const staff = w.group(part(n, 0.05), { kind: 't' });
    retweetEach(w, staff, leaderPosts(w, company, 10), 4, 25);
    w.camouflage(staff, 1);
  },
  'debate-quotes': (w, n) => {
    const people = w.public(n);
    for (let quote = 0; quote < 12; quote++) {
      const [said, text] = [w.at(0.6) + quote * 9 * MINUTE, w.lexicon.words(10)];
      for (const person of people)
        if (person.created < said && w.random.chance(0.08))
          w.say(person, said + w.random.exponential(90) * SECOND, text);
    }
  },
  'meme-night': (w, n) => {
    const people = w.public(n);
    const joking = people.filter(() => w.random.chance(0.25));
    for (let meme = 0; meme < 4; meme++) {
      const [from, text] = [w.at(0.6) + meme * 40 * MINUTE, w.lexicon.words(12)];
      for (const person of joking)
        if (person.created < from && w.random.chance(0.5))
          w.say(person, from + w.random.exponential(30) * MINUTE, w.random.chance(0.3) ? w.changed(text) : text);
    }
  },
  'alert-app': (w, n) => {
    const people = w.public(n * 0.9);
    const users = [...people.slice(0, Math.round(n * 0.04)), ...w.group(part(n, 0.06), { kind: 'h' })];
    w.camouflage(
      users.filter(({ kind }) => kind === 'h'),
      2,
    );
    for (let alert = 0; alert < 8; alert++) {
      const [time, text] = [w.at(w.random.uniform()), `${w.lexicon.words(7)} ${w.link('alert.example')}`];
      for (const user of users)
        if (user.created < time && w.random.chance(0.5)) w.say(user, time + w.random.uniform() * 3 * SECOND, text);
    }
  },
  friends: (w, n) => {
    w.public(n * 0.92);
    const friends = w.group(part(n, 0.08), { kind: 'm' });
    const posts = friends.flatMap((friend) => leaderPosts(w, friend, 2));
    retweetEach(w, friends, posts, 6, 6);
    w.camouflage(friends, 1);
  },
  migrants: (w, n) => {
    w.public(n * 0.85);
    const people = w.group(part(n, 0.15), {
      kind: 'm',
      created: () => (w.random.chance(0.7) ? w.batch(200, 5) : undefined),
    });
    w.public(0, { people, retweetShare: 0.5, lexicon: new w.lexicon.constructor(w.random) });
  },
  celebrity: (w, n) => {
    const people = w.public(n, { newShare: 0.3 });
    const star = w.random.pick(people);
    retweetEach(
      w,
      people.filter(() => w.random.chance(0.5)),
      leaderPosts(w, star, 8),
      3,
      10,
    );
  },
  'apps-and-quizzes': (w, n) => {
    const people = w.public(n, {});
    for (let app = 0; app < 3; app++) {
      const [head, tail] = [w.lexicon.words(5), `${w.lexicon.words(3)} ${w.link('app.example')}`];
      for (const person of people)
        if (w.random.chance(0.1))
          for (let k = w.random.whole(1, 4); k > 0; k--)
            w.say(person, w.ordinaryMoment(person), `${head} ${w.random.whole(1, 100)} ${tail}`);
    }
  },
  'concert-without-dates': (w, n) => {
    const people = w.public(n * 0.9);
    const lines = Array.from({ length: 20 }, () => w.lexicon.words(8));
    for (const person of people)
      if (w.random.chance(0.3))
        for (const [k, line] of lines.entries())
          if (w.random.chance(0.2)) w.say(person, w.at(0.6) + k * 5 * MINUTE + w.random.exponential(40) * SECOND, line);
    return { dates: 'none' };
  },
  'two-accounts-each': (w, n) => {
    w.public(n * 0.8);
    for (const both of twoAccountsEach(w, part(n, 0.1, 8))) w.camouflage(both, 1);
  },
  'two-accounts-that-retweet': (w, n) => {
    w.public(n * 0.8);
    for (const both of twoAccountsEach(w, part(n, 0.1, 8)))
      for (let left = w.random.whole(1, 5); left > 0; left--) {
        const { post } = w.random.pick(w.viral);
        const time = w.soonAfter(both[0], post.time, 30);
        for (const each of both) w.retweet(each, time && time + w.random.uniform() * 2 * MINUTE, post);
      }
  },
  emigration: (w, n) => {
    const people = w.group(n, { created: () => (w.random.chance(0.5) ? w.batch(-1, 14) : undefined) });
    w.public(0, { people });
    const [hello, copied] = [w.lexicon.words(9), w.lexicon.words(40)];
    for (const person of people) {
      const isNew = person.created > w.span.from - 20 * DAY;
      if (w.random.chance(isNew ? 0.5 : 0.05))
        w.say(person, w.ordinaryMoment(person), `${hello} ${w.lexicon.words(2)}`);
      if (w.random.chance(isNew ? 0.4 : 0.25)) w.say(person, w.soonAfter(person, w.at(0.4), 400), copied);
    }
  },
  'copied-speech': (w, n) => {
    const people = w.public(n, { newShare: 0.1 });
    const organiser = w.person({ kind: 't' });
    const present = people.filter(() => w.random.chance(0.25));
    for (let k = 0; k < 30; k++) {
      const text = w.lexicon.words(12);
      const post = w.say(organiser, w.at(0.55) + k * 12 * MINUTE, text);
      for (const person of present) {
        const [deed, soon] = [w.random.uniform(), post.time + w.random.exponential(4) * MINUTE];
        if (person.created > post.time || deed > 0.2) continue;
        if (deed < 0.1) w.say(person, soon, text);
        else w.retweet(person, soon, post);
      }
    }
  },
  'star-joins': (w, n) => {
    w.public(n * 0.6, { posts: 2 });
    const star = w.person({ kind: 't', created: w.at(0.29) });
    const posts = Array.from({ length: 12 }, (_, k) => w.say(star, w.at(0.3 + 0.05 * k)));
    const fans = w.group(n * 0.4, { kind: 'f', created: () => w.at(0.3 + 0.1 * w.random.uniform()) });
    w.public(0, { people: fans, posts: 2 });
    retweetEach(w, fans, posts, 3, 5);
  },
  // On each of three evenings a host asks six questions; people retweet some, and answer more.
  'weekly-chat': (w, n) => {
    w.public(n * 0.85);
    const host = w.person({ kind: 't' });
    const people = w.group(part(n, 0.12), { kind: 'x' });
    for (const evening of [0.25, 0.6, 0.93])
      for (let k = 0; k < 6; k++) {
        const question = w.say(host, w.at(evening) + k * 10 * MINUTE);
        for (const person of people) {
          if (w.random.chance(0.4)) continue;
          if (w.random.chance(0.35)) w.retweet(person, question.time + w.random.exponential(2) * MINUTE, question);
          if (w.random.chance(0.7))
            w.say(
              person,
              question.time + (1 + w.random.exponential(4)) * MINUTE,
              `@${host.account.handle} ${w.lexicon.sentence()}`,
            );
        }
      }
    w.camouflage(people, 1);
  },
  // Two evenings of a show: its fans retweet its account at once, and write more of their own.
  'fans-who-talk': (w, n) => {
    w.public(n * 0.8);
    const show = w.person({ kind: 'f' });
    const evenings = [0.3, 0.63];
    const posts = evenings.flatMap((evening) =>
      Array.from({ length: 6 }, (_, k) => w.say(show, w.at(evening) + k * 20 * MINUTE)),
    );
    for (const fan of w.group(part(n, 0.15), { kind: 'f' })) {
      for (const post of posts)
        if (w.random.chance(0.35)) w.retweet(fan, post.time + w.random.exponential(3) * MINUTE, post);
      for (const evening of evenings)
        for (let k = w.random.whole(1, 6); k > 0; k--) w.say(fan, w.at(evening) + w.random.uniform() * 2 * HOUR);
    }
  },
  // Whoever lives there posts at each of four shocks, half of the time in one of a few common phrases.
  aftershocks: (w, n) => {
    w.public(n * 0.8, { newShare: 0.05 });
    const locals = w.group(part(n, 0.2), { kind: 'x' });
    const phrases = Array.from({ length: 8 }, () => w.lexicon.words(5));
    for (const shock of [0.2, 0.41, 0.42, 0.7])
      for (const person of locals)
        if (w.random.chance(0.6))
          w.say(
            person,
            w.at(shock) + w.random.exponential(3) * MINUTE,
            w.random.chance(0.5) ? w.random.pick(phrases) : w.lexicon.sentence(),
          );
    w.public(0, { people: locals });
  },
  // A ministry's embassies copy its statements within hours, and retweet it.
  embassies: (w, n) => {
    w.public(n * 0.93);
    const ministry = w.person({ kind: 'u' });
    const embassies = w.group(part(n, 0.04), { kind: 'u' });
    for (let k = 0; k < 8; k++) {
      const time = w.at(w.random.uniform() * 0.95);
      const text = `${w.lexicon.words(12)} ${w.link('ministry.example')}`;
      const post = w.say(ministry, time, text);
      for (const embassy of embassies) {
        if (w.random.chance(0.5)) w.say(embassy, time + (5 + w.random.exponential(90)) * MINUTE, text);
        if (w.random.chance(0.25)) w.retweetSoon(embassy, post, 60);
      }
    }
    w.camouflage(embassies, 3);
  },
  'weather-stations': (w, n) => {
    w.public(n * 0.93);
    const values = Array.from({ length: 5 }, () => w.lexicon.words(2));
    const trends = Array.from({ length: 6 }, () => w.lexicon.words(1));
    for (const station of w.group(part(n, 0.05), { kind: 'w' }))
      for (let hour = 0, every = w.random.pick([1, 3, 6, 12]); hour < 72; hour += every)
        w.say(
          station,
          w.span.from + hour * HOUR + w.random.uniform() * 20 * SECOND,
          `${values.map((value) => `${value} ${w.random.whole(0, 90)}`).join(' ')} ${w.random.pick(trends)}`,
        );
  },
  // On three evenings the fans of two candidates vote for them, in one of five wordings.
  'votes-each-evening': (w, n) => {
    w.public(n * 0.75);
    for (const kind of ['f', 'g']) {
      const star = w.person({ kind });
      const wordings = Array.from(
        { length: 5 },
        () => `${w.lexicon.words(5)} @${star.account.handle} ${w.lexicon.words(3)}`,
      );
      const fans = w.group(part(n, 0.1), { kind });
      for (const fan of fans)
        for (const evening of [0.1, 0.43, 0.77])
          for (let k = w.random.whole(0, 3); k > 0; k--)
            w.say(fan, w.at(evening) + w.random.uniform() * 5 * HOUR, w.random.pick(wordings));
      w.camouflage(fans, 1);
    }
  },
  // The app of a race posts the time of each runner at each of seven places.
  'race-app': (w, n) => {
    w.public(n * 0.85, { newShare: 0.05 });
    const places = [5, 10, 15, 21, 30, 35, 42].map((km) => ({ km, words: w.lexicon.words(8) }));
    const runners = w.group(part(n, 0.1), { kind: 'x' });
    for (const runner of runners) {
      const pace = 4.6 + 2 * w.random.uniform();
      for (const { km, words } of places)
        w.say(runner, w.at(0.36) + km * pace * MINUTE, `${words} ${km} ${w.link('race.example')}`);
    }
    w.camouflage(runners, 3);
  },
  // A third of the public came from elsewhere within two weeks, and said so in the same words.
  'wave-of-newcomers': (w, n) => {
    w.public(n * 0.7);
    const people = w.group(part(n, 0.3), { kind: 'm', created: () => w.batch(10, 12) });
    const hello = w.lexicon.words(6);
    for (const person of people) {
      w.say(person, w.at(0.3 * w.random.uniform()), `${hello} ${w.lexicon.words(w.random.whole(1, 5))}`);
      if (w.random.chance(0.3)) w.say(person, w.ordinaryMoment(person), hello);
    }
    w.public(0, { people, posts: 3, retweetShare: 0.4, medianMinutes: 10 });
  },
  // A page writes posts to a minister for whoever comes to it, mostly after each of its three newsletters.
  'click-to-post': (w, n) => {
    w.public(n * 0.8);
    const minister = w.person();
    const page = w.link('cause.example');
    const texts = Array.from({ length: 5 }, () => `@${minister.account.handle} ${w.lexicon.words(11)} ${page}`);
    const people = w.group(part(n, 0.15), {
      kind: 'x',
      created: () => (w.random.chance(0.1) ? w.newcomer() : undefined),
    });
    for (const newsletter of [0.15, 0.5, 0.82])
      for (const person of people)
        if (w.random.chance(0.6))
          w.say(person, w.at(newsletter) + w.random.exponential(50) * MINUTE, w.random.pick(texts));
    w.camouflage(people, 1.5);
    return { dates: 'none' };
  },
  'show-tags': (w, n) => tagsOfShow(w, n),
  // At the openings of a market, traders use the same series of tags again and again.
  'trading-tags': (w, n) => {
    w.public(n * 0.9);
    const traders = w.group(part(n, 0.1), { kind: 'x' });
    const series = Array.from({ length: 6 }, () => seriesOfTags(w, 3));
    for (const trader of traders)
      for (let k = w.random.whole(2, 8); k > 0; k--)
        w.say(
          trader,
          w.at(w.random.pick([0.2, 0.53, 0.87])) + w.random.exponential(60) * MINUTE,
          `${w.lexicon.sentence()} ${w.random.pick(series)}`,
        );
    retweetEach(w, traders, w.posts.filter(({ by }) => by.kind === 'x').slice(0, 20), 2, 15);
  },
  'radio-quiz': (w, n) => answersEachDay(w, n, { wordings: 3, minutes: 6 }),
  'daily-contest': (w, n) => answersEachDay(w, n, { wordings: 1, minutes: 45 }),
  // Newcomers are enthusiastic: they copy each of three appeals, some at their own hours and some soon after it appears.
  'newcomers-copy-appeals': (w, n) => {
    w.public(n * 0.92, { newShare: 0.3, posts: 2 });
    const people = w.group(n * 0.08, { kind: 'x', created: () => w.newcomer() });
    w.public(0, { people, posts: 2 });
    const appeals = [0.25, 0.58, 0.9].map((share) => ({ time: w.at(share), text: w.lexicon.words(12) }));
    for (const person of people)
      for (const { time, text } of appeals)
        w.say(person, w.random.chance(0.5) ? w.ordinaryMoment(person) : w.soonAfter(person, time, 20), text);
  },
};
