import type { PostWording, Target } from './draft.js';
import { expand, tidySentence } from './grammar.js';
import type { Language, Speech } from './languages/language.js';
import { weightedSampler, type Random } from './random.js';

/** Longest post, in characters: the platform's limit until November 2017. */
export const MAX_POST_LENGTH = 140;

const SHORT_LINK_CHARACTERS = 'abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** An article; everybody who uses its share button posts the same text. */
export interface Article {
  readonly words: PostWording;
}

/** Writes texts in one language about one hashtag. */
export class Voice {
  readonly #language: Language;
  readonly #tag: string;
  readonly #random: Random;
  readonly #sideTag: (random: Random) => string;

  constructor(language: Language, hashtag: string, random: Random) {
    this.#language = language;
    this.#tag = hashtag.replace(/^[#＃]/, '');
    this.#random = random;
    const ranks = language.sideTags.map((tag, rank) => ({ tag, rank }));
    // Zipf: the second tag half as often as the first.
    const sample = weightedSampler(ranks, ({ rank }) => 1 / (rank + 1));
    this.#sideTag = (source) => sample(source).tag;
  }

  /** A text of this kind, with the hashtag, of at most 140 characters. */
  write(speech: Speech, start = ''): PostWording {
    const tags = this.#tags();
    const room = MAX_POST_LENGTH - start.length - tags.reduce((sum, tag) => sum + tag.length + 2, 0);
    return this.#join(start, this.#fit(speech, room), tags);
  }

  /** A headline with its link, as posted by a share button. */
  article(): Article {
    const random = this.#random;
    const host = random.pick(this.#language.newsHosts);
    const code = Array.from({ length: 6 }, () =>
      SHORT_LINK_CHARACTERS.charAt(random.whole(0, SHORT_LINK_CHARACTERS.length - 1)),
    ).join('');
    const link = `http://${host}/${code}`;
    const title = this.#fit('headline', MAX_POST_LENGTH - link.length - this.#tag.length - 3);
    return { words: { text: `${title} ${link} #${this.#tag}`, tags: [this.#tag], links: [link] } };
  }

  /** The text of a retweet: `RT @handle: ` and as much of the post as fits. */
  retweet({ account, text, tags, links }: Target): PostWording {
    const whole = `RT @${account.handle}: ${text}`;
    const units = [...whole];
    return {
      text: units.length <= MAX_POST_LENGTH ? whole : `${units.slice(0, MAX_POST_LENGTH - 1).join('')}…`,
      tags,
      links,
    };
  }

  answer({ account }: Target, speech: Speech): PostWording {
    return this.write(speech, `@${account.handle} `);
  }

  /** Own words, then the quoted handle and text. */
  quote(target: Target): PostWording {
    const { text, tags } = this.#join('', this.#fit('short', 50), [this.#tag]);
    return {
      ...this.#cut(`${text} "@${target.account.handle}: ${target.text}"`),
      tags: [...tags, ...target.tags],
      links: target.links,
    };
  }

  filler(): string {
    return expand(this.#language.grammar, 'filler', this.#random);
  }

  #cut(text: string): { text: string } {
    const units = [...text];
    return { text: units.length <= MAX_POST_LENGTH ? text : `${units.slice(0, MAX_POST_LENGTH - 1).join('')}…` };
  }

  /** Some people write the hashtag in lower case, and some add a few others. Shares are assumptions. */
  #tags(): string[] {
    const random = this.#random;
    const tags = [random.chance(0.06) ? this.#tag.toLowerCase() : this.#tag];
    const others = random.chance(0.25) ? random.geometric(1.4) : 0;
    for (let i = 0; i < Math.min(others, 3); i++) {
      const other = this.#sideTag(random);
      if (!tags.includes(other)) tags.push(other);
    }
    return tags;
  }

  #join(start: string, body: string, tags: readonly string[]): PostWording {
    const random = this.#random;
    const marked = tags.map((tag) => `#${tag}`);
    const where = random.uniform();
    const text =
      where < 0.15
        ? `${marked.join(' ')} ${body}`
        : where < 0.25 && marked.length > 1
          ? `${marked.slice(1).join(' ')} ${body} ${marked[0] ?? ''}`
          : `${body} ${marked.join(' ')}`;
    return { text: start + text, tags, links: [] };
  }

  /** A text of at most `room` characters: several tries, then a short text, then cut between words. */
  #fit(speech: Speech, room: number): string {
    const random = this.#random;
    const { grammar } = this.#language;
    const capital = speech === 'pitch' || speech === 'headline' || random.chance(0.7);
    for (let i = 0; i < 12; i++) {
      const text = tidySentence(expand(grammar, speech, random), capital);
      if (text.length <= room) return text;
    }
    for (let i = 0; i < 4; i++) {
      const text = tidySentence(expand(grammar, 'short', random), capital);
      if (text.length <= room) return text;
    }
    const text = tidySentence(expand(grammar, 'short', random), capital).slice(0, Math.max(0, room));
    return text.slice(0, Math.max(text.lastIndexOf(' '), 0));
  }
}
