// Builds conversations for scenarios: people with a daily rhythm, invented words, viral posts, headlines with links;
// and the actions of accounts that act together, for any reason.
import { newCreation, oldCreation } from '../dist/simulate/people.js';
import { Random, weightedSampler } from '../dist/simulate/random.js';
import { isAwake, momentAfterNews, nextInSitting, ordinaryMoment, reactionDelay } from '../dist/simulate/rhythm.js';

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

const CONSONANTS = ['b', 'd', 'f', 'g', 'k', 'l', 'm', 'n', 'p', 'r', 's', 't', 'v', 'z', 'sh', 'tr'];
const VOWELS = ['a', 'e', 'i', 'o', 'u', 'ai', 'or', 'en'];
/** Number of words in a language: as many as a conversation on one topic uses. */
const WORDS = 1500;
/** How many people on average share one viral item; the power law does the rest. */
const PER_VIRAL_POST = 12;
const PER_HEADLINE = 15;

/** An invented language: its words have no meaning for people, and should have none for a method. */
export class Lexicon {
  #random;
  #words;

  constructor(random, size = WORDS) {
    const syllable = () => random.pick(CONSONANTS) + random.pick(VOWELS);
    this.#random = random;
    this.#words = Array.from({ length: size }, () => Array.from({ length: random.whole(1, 4) }, syllable).join(''));
  }

  /** Words by Zipf's law: the word of rank r is used in proportion to 1/r. */
  words(count) {
    const { length } = this.#words;
    return Array.from({ length: count }, () => this.#words[Math.floor(length ** this.#random.uniform()) - 1]).join(' ');
  }

  sentence() {
    return this.words(this.#random.whole(5, 14));
  }
}

export class World {
  posts = [];
  people = [];
  /** What the public retweets and shares, with the popularity of each. */
  viral = [];
  headlines = [];
  #numbers = new Set();

  /** @param options `days` of the dump, and the `event` as a share of its duration */
  constructor(seed, label, { days = 3, event = 0.35, hashtag = 'topic' } = {}) {
    this.random = new Random(seed, label);
    const from = Date.UTC(2020, 2, 1) + this.random.whole(0, 700) * DAY;
    this.span = { from, to: from + days * DAY, eventAt: from + event * days * DAY };
    this.hashtag = hashtag;
    this.lexicon = new Lexicon(this.random);
  }

  /** A time in the dump, given as a share of its duration. */
  at(share) {
    return Math.floor(this.span.from + share * (this.span.to - this.span.from));
  }

  /** @param created a time in ms; by default years or months ago */
  person({ kind = 'o', pushes = false, created, clock, handle, lexicon = this.lexicon } = {}) {
    let number;
    do number = this.random.whole(1e8, 9e8);
    while (this.#numbers.has(number));
    this.#numbers.add(number);
    const time = Math.floor((created ?? oldCreation(this.random, this.span.from)) / SECOND) * SECOND;
    const person = {
      account: {
        id: String(number),
        handle: handle ?? `u${number}`,
        displayName: '',
        created: { from: time, to: time, source: 'dump' },
      },
      kind,
      pushes,
      clock: clock ?? this.random.normal(0, 2.5),
      created: time,
      lexicon,
      said: [],
    };
    this.people.push(person);
    return person;
  }

  /** @param about as in `person`; `created` may be a function */
  group(count, { created, ...about }) {
    return Array.from({ length: count }, (_, i) =>
      this.person({ ...about, created: typeof created === 'function' ? created(i) : created }),
    );
  }

  newcomer(clock = this.random.normal(0, 2.5)) {
    return newCreation(this.random, this.span, clock);
  }

  /** A creation date in a batch: within `within` days, about `daysBefore` days before the dump. */
  batch(daysBefore, within) {
    return Math.floor(this.span.from - (daysBefore + this.random.uniform() * within) * DAY);
  }

  ordinaryMoment({ clock, created }) {
    return ordinaryMoment(this.random, clock, Math.max(this.span.from, created), this.span);
  }

  /** A time soon after another at which the person is awake; undefined if there is none in the dump. */
  soonAfter({ clock, created }, time, medianMinutes) {
    for (let tries = 0; tries < 12; tries++) {
      const then = time + reactionDelay(this.random, medianMinutes);
      if (then > created && then < this.span.to && isAwake(then, clock, this.random)) return then;
    }
    return undefined;
  }

  say(by, time, text = by.lexicon.sentence(), { tag = true } = {}) {
    if (time === undefined || time < this.span.from || time >= this.span.to) return undefined;
    const whole = tag ? `${text} #${this.hashtag}` : text;
    const post = { by, time: Math.floor(time), text: whole, kind: 'original' };
    this.posts.push(post);
    return post;
  }

  retweet(by, time, post) {
    if (time === undefined || time < this.span.from || time >= this.span.to) return;
    const text = `RT @${post.by.account.handle}: ${post.text}`;
    this.posts.push({ by, time: Math.floor(time), text, kind: 'retweet', retweetedHandle: post.by.account.handle });
  }

  retweetSoon(by, post, medianMinutes) {
    this.retweet(by, this.soonAfter(by, post.time, medianMinutes), post);
  }

  /** A new link. */
  link(host = 'news.example') {
    return `https://${host}/${this.random.whole(1e5, 9e5).toString(36)}`;
  }

  /**
   * An ordinary public, whose members all act alone.
   * @param about the mean number of `posts` per account, the shares of each kind of post, and the `people` if they
   *   already exist
   */
  public(count, about = {}) {
    const {
      posts = 5,
      newShare = 0.15,
      retweetShare = 0.3,
      headlineShare = 0.08,
      replyShare = 0.12,
      repeatShare = 0.02,
      spikeShare = 0.4,
      sitting = 2,
      kind = 'o',
      lexicon = this.lexicon,
      clock,
      medianMinutes = 30,
      people = Array.from({ length: count }, () =>
        this.person({
          kind,
          lexicon,
          clock: clock?.(),
          created: this.random.chance(newShare) ? this.newcomer() : undefined,
        }),
      ),
    } = about;
    const { random } = this;
    const counts = people.map(() => Math.ceil(random.logNormal(posts / 2, 1.1)));
    const total = counts.reduce((sum, each) => sum + each, 0);
    const viral = Array.from({ length: Math.ceil((total * retweetShare) / PER_VIRAL_POST) }, () => {
      const by = random.pick(people);
      const time = random.chance(0.5)
        ? momentAfterNews(random, by.clock, Math.max(this.span.from, by.created), this.span)
        : this.ordinaryMoment(by);
      return { post: this.say(by, time), popularity: random.pareto(1.1) };
    }).filter(({ post }) => post !== undefined);
    const headlines = Array.from({ length: Math.ceil((total * headlineShare) / PER_HEADLINE) }, () => ({
      time: this.at(random.uniform() * 0.9),
      text: `${lexicon.sentence()} ${this.link()}`,
      popularity: random.pareto(1.1),
    }));
    this.viral.push(...viral);
    this.headlines.push(...headlines);
    const pickViral = viral.length === 0 ? () => undefined : weightedSampler(viral, ({ popularity }) => popularity);
    const pickHeadline =
      headlines.length === 0 ? () => undefined : weightedSampler(headlines, ({ popularity }) => popularity);
    people.forEach((person, i) => {
      const done = new Set();
      for (let left = counts[i]; left > 0;) {
        let time = random.chance(spikeShare)
          ? momentAfterNews(random, person.clock, Math.max(this.span.from, person.created), this.span)
          : this.ordinaryMoment(person);
        for (let k = Math.min(left, random.geometric(sitting)); k > 0; k--, left--) {
          this.#act(person, time, done, { retweetShare, headlineShare, replyShare, repeatShare, medianMinutes }, [
            pickViral,
            pickHeadline,
          ]);
          time += nextInSitting(random);
        }
      }
    });
    return people;
  }

  #act(person, time, done, shares, [pickViral, pickHeadline]) {
    const { random } = this;
    let deed = random.uniform();
    const is = (share) => (deed -= share) < 0 && deed >= -share;
    if (is(shares.retweetShare)) {
      const item = pickViral(random);
      if (item && !done.has(item) && item.post.by !== person) {
        done.add(item);
        return this.retweetSoon(person, item.post, shares.medianMinutes);
      }
    } else if (is(shares.headlineShare)) {
      const item = pickHeadline(random);
      if (item && !done.has(item)) {
        done.add(item);
        return this.say(person, this.soonAfter(person, item.time, 180), item.text);
      }
    } else if (is(shares.replyShare)) {
      const other = random.pick(this.people);
      return this.say(person, time, `@${other.account.handle} ${person.lexicon.sentence()}`);
    } else if (is(shares.repeatShare) && person.said.length > 0)
      return this.say(person, time, random.pick(person.said));
    const text = person.lexicon.sentence();
    person.said.push(text);
    return this.say(person, time, text);
  }

  /** Original posts and retweets of viral posts: `mean` of these per person. */
  camouflage(people, mean) {
    for (const person of people) {
      for (let k = this.random.geometric(mean + 1) - 1; k > 0; k--) {
        const time = this.ordinaryMoment(person);
        if (this.random.chance(0.5) && this.viral.length > 0)
          this.retweetSoon(person, this.random.pick(this.viral).post, 30);
        else this.say(person, time);
      }
    }
  }

  /**
   * Waves: in each, some of the people post within minutes.
   * @param about `count` of waves, `minutes` of each, `each` the number of waves per person, `write(person, wave)`
   *   the text
   */
  waves(people, { count = 8, minutes = 10, each = 3, starts, write }) {
    const { random } = this;
    const times = starts ?? Array.from({ length: count }, () => this.at(0.02 + 0.95 * random.uniform()));
    for (const person of people)
      for (const wave of random.shuffle(times.map((_, k) => k)).slice(0, each)) {
        const time = times[wave] + random.uniform() * minutes * MINUTE;
        if (time > person.created) this.say(person, time, write(person, wave));
      }
  }

  /** Texts of which a share `changed` of the copies has some changed wording. */
  templates(count, changed = 0.4, lexicon = this.lexicon) {
    const texts = Array.from({ length: count }, () => lexicon.words(this.random.whole(9, 14)));
    return (k) => {
      const text = k === undefined ? this.random.pick(texts) : texts[k % texts.length];
      return this.random.chance(changed) ? this.changed(text, lexicon) : text;
    };
  }

  changed(text, lexicon = this.lexicon) {
    const words = text.split(' ');
    const at = this.random.whole(0, words.length - 1);
    const how = this.random.uniform();
    if (how < 0.4) words[at] = lexicon.words(1);
    else if (how < 0.7) words.splice(at, 1);
    else words.push(lexicon.words(1));
    return words.join(' ');
  }

  /** The posts as in a dump, with the pushing accounts and the kind of each account. */
  finish(name, { isWrong, times = SECOND, dates = 'second' } = {}) {
    const accounts = new Map(this.people.map(({ account }) => [account, dated(account, dates)]));
    const posts = this.posts
      .map(({ by, time, text, kind, retweetedHandle }, ordinal) => ({
        ordinal,
        post: {
          id: undefined,
          account: accounts.get(by.account),
          time: Math.floor(time / times) * times,
          text,
          kind,
          ...(retweetedHandle === undefined ? {} : { retweetedHandle }),
          hashtags: [...text.matchAll(/#(\w+)/g)].map(([, tag]) => tag.toLowerCase()),
          links: [...text.matchAll(/https?:\S+/g)].map(([link]) => link),
          client: '',
          input: 0,
        },
      }))
      .sort((x, y) => x.post.time - y.post.time || x.ordinal - y.ordinal)
      .map(({ post }, row) => ({ ...post, id: String(1e15 + row), line: row + 2 }));
    const pushed = new Map(this.people.map(({ account, pushes }) => [account.id, pushes]));
    const kind = new Map(this.people.map((each) => [each.account.id, each.kind]));
    return { name, posts, pushed, kind, isWrong: isWrong ?? ((id) => pushed.get(id) === false) };
  }
}

/** The account with its creation date at the resolution of the dump. */
function dated(account, dates) {
  if (dates === 'none') {
    const { created: _, ...undated } = account;
    return undated;
  }
  if (dates === 'second') return account;
  const day = new Date(account.created.from);
  // As the program reads them: "2019-05" is the first of May.
  const time = Date.UTC(day.getUTCFullYear(), day.getUTCMonth(), dates === 'month' ? 1 : day.getUTCDate());
  return { ...account, created: { from: time, to: time, source: 'dump' } };
}
