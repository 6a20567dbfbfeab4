// Who is named if accounts that were made together follow an uninvolved account: they copy the posts of old accounts
// of the public soon after them. An account that never follows another must not be named, however many accounts
// follow it.
import { MINUTE, SECOND, World } from './invented-world.js';
import { judge } from './stress.js';
import { printTable } from './tables.js';

/** How the followers copy a post of the framed account: by a new post that is the same in this respect. */
const WAYS = ['text', 'near', 'retweet', 'link', 'tags', 'object'];
const USUAL = {
  public: 300,
  framed: 1,
  posts: 20,
  followers: 40,
  /** The share of the framed account's posts that are followed, and the share of followers that follow each. */
  followed: 1,
  each: 0.5,
  delay: MINUTE,
  way: 'text',
  /** Whether the followers also post variants of common templates. */
  own: false,
  /** How many viral posts of the public the framed accounts retweet after some of the followers. */
  popular: 0,
  /** Whether the framed accounts were created together with the followers, which is evidence against them. */
  together: false,
  times: SECOND,
};

export const FRAMINGS = {
  ...Object.fromEntries([20, 40, 80].map((followers) => [`followers ${followers}`, { followers }])),
  ...Object.fromEntries(
    [
      ['5 seconds', 5 * SECOND],
      ['10 minutes', 10 * MINUTE],
      ['3 hours', 180 * MINUTE],
    ].map(([name, delay]) => [`after ${name}`, { delay }]),
  ),
  'each by all': { each: 1 },
  'each by a tenth': { each: 0.1 },
  'each by one or two': { each: 0.03 },
  'two posts of 20 followed': { followed: 0.1 },
  'two posts of 20 followed by all': { followed: 0.1, each: 1 },
  'two posts of 20 followed by one or two': { followed: 0.1, each: 0.04, own: true },
  'half of the posts followed': { followed: 0.5 },
  'two posts in all': { posts: 2 },
  'two posts in all, by few': { posts: 2, each: 0.05, own: true },
  '40 posts': { posts: 40 },
  'five framed': { framed: 5 },
  'twenty framed, few posts': { framed: 20, posts: 4 },
  'with templates': { own: true },
  'with templates, each by a tenth': { own: true, each: 0.1 },
  ...Object.fromEntries(WAYS.slice(1).map((way) => [`by ${way}`, { way }])),
  ...Object.fromEntries(WAYS.slice(2).map((way) => [`by ${way}, with templates`, { way, own: true }])),
  'retweets what is retweeted after it': { way: 'co-retweet' },
  'retweets what is retweeted after it, with templates': { way: 'co-retweet', own: true },
  'retweets what is popular, too': { popular: 5 },
  'retweets what is popular, too, with templates': { popular: 5, own: true },
  'retweets what is popular, too, once': { popular: 1 },
  'retweets what is popular, too, once, with templates': { popular: 1, own: true },
  'retweets what is popular, too, twice': { popular: 2 },
  'retweets what is popular, too, twice, with templates': { popular: 2, own: true },
  'retweets what is popular alone': { popular: 5, followed: 0 },
  'retweets what is popular alone, with templates': { popular: 5, followed: 0, own: true },
  'retweets what is popular, too, by 80': { popular: 5, followers: 80, each: 1 },
  'made on the day of the followers': { together: true },
  'made on the day of the followers, with templates': { together: true, own: true },
  'times to the minute': { times: MINUTE },
  'times to the minute, within the minute': { times: MINUTE, delay: 5 * SECOND },
  'times to the minute, within the minute, with templates': { times: MINUTE, delay: 5 * SECOND, own: true },
  'small public': { public: 100, followers: 20 },
  'large public': { public: 1500, followers: 40 },
};

export async function run({ seeds = 3, from = 1 }) {
  const total = { framed: 0, named: 0, once: 0, public: 0 };
  const rows = [];
  for (const name of Object.keys(FRAMINGS)) {
    const row = { framed: 0, named: 0, once: 0, public: 0, followers: 0, found: 0 };
    for (let seed = from; seed < from + seeds; seed++) {
      const framing = framingOf(name, seed);
      const { decision, dataset } = judge(framing);
      dataset.accounts.id.forEach((id, a) => {
        const kind = framing.kind.get(id);
        const named = Number(decision.judged.verdicts[a] === 'coordinated');
        if (kind === 'v') {
          row.framed++;
          row.named += named;
          row.once += Number(decision.withheld.get(a) === 'seen-once');
        } else if (kind === 'o') row.public += named;
        else {
          row.followers++;
          row.found += named;
        }
      });
    }
    for (const key of Object.keys(total)) total[key] += row[key];
    rows.push([name, row.framed, row.named, row.once, row.public, row.followers, row.found]);
  }
  printTable(
    ['framing', 'framed', 'of them named', 'seen once', 'public named', 'followers', 'of them named'],
    [...rows, ['all', total.framed, total.named, total.once, total.public, '', '']],
  );
}

/**
 * A public in which the posts of some accounts are copied by accounts that were made together.
 * @param special deviations from `USUAL`
 */
export function framingOf(name, seed, special = FRAMINGS[name]) {
  const about = { ...USUAL, ...special };
  const world = new World(seed, `framing ${name}`);
  const { random } = world;
  world.public(about.public);
  const batch = () => world.batch(20, 3);
  const framed = world.group(about.framed, { kind: 'v', created: about.together ? batch : undefined });
  const followers = world.group(about.followers, { kind: 'c', pushes: true, created: batch });
  if (about.own) {
    const write = world.templates(6);
    world.waves(followers, { count: 8, each: 3, write: () => write() });
  }
  for (const person of framed) {
    for (let k = 0; k < about.posts; k++) follow(world, person, followers, about, k < about.followed * about.posts);
    for (let k = 0; k < about.popular; k++) {
      const { post } = random.pick(world.viral);
      const time = post.time + 10 * MINUTE;
      for (const each of followers.slice(0, 5)) world.retweet(each, time + random.uniform() * MINUTE, post);
      world.retweet(person, time + 5 * MINUTE, post);
    }
  }
  world.camouflage(followers, 1);
  const finished = world.finish(`${name} ${seed}`, { times: about.times });
  return about.way === 'object' ? withObjects(finished) : finished;
}

function follow(world, person, followers, { way, each, delay }, isFollowed) {
  const { random } = world;
  const time = world.ordinaryMoment(person);
  const sentence = world.lexicon.words(random.whole(8, 14));
  const extra = {
    link: () => ` ${world.link()}`,
    tags: () => ` ${Array.from({ length: 3 }, () => `#${world.lexicon.words(1)}${random.whole(1, 99)}`).join(' ')}`,
    object: () => ` object:${random.whole(1e6, 9e6)}`,
  };
  const added = extra[way]?.() ?? '';
  let post;
  if (way === 'co-retweet') {
    const author = random.pick(world.people.filter(({ kind }) => kind === 'o'));
    post = world.say(author, time - 10 * MINUTE, sentence);
    if (post) world.retweet(person, time, post);
  } else post = world.say(person, time, sentence + added);
  if (!post || !isFollowed) return;
  const many = Math.max(1, Math.round(each * followers.length + random.uniform() - 0.5));
  for (const follower of random.shuffle([...followers]).slice(0, many)) {
    const then = time + delay * (0.2 + 0.8 * random.uniform());
    if (way === 'retweet' || way === 'co-retweet') world.retweet(follower, then, post);
    else if (way === 'text') world.say(follower, then, sentence);
    else if (way === 'near') world.say(follower, then, world.changed(sentence));
    else world.say(follower, then, world.lexicon.words(random.whole(8, 14)) + added);
  }
}

/** Moves objects, which are written as a word of the text, to `objects`. */
function withObjects({ posts, ...rest }) {
  const pattern = /\s*object:(\d+)/;
  return {
    ...rest,
    posts: posts.map((post) => {
      const [, value] = pattern.exec(post.text) ?? [];
      return value === undefined
        ? post
        : { ...post, text: post.text.replace(pattern, ''), objects: [{ name: 'image', value }] };
    }),
  };
}
