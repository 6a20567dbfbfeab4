const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  hellip: '…',
  laquo: '«',
  raquo: '»',
  ndash: '–',
  mdash: '—',
};

/** The maximum length of a tag that is examined; a link has a few hundred characters. */
const MOST_ATTRIBUTES = 8_192;

/**
 * The visible text of a post in HTML: line breaks and paragraphs as line ends, links as their address, mentions and
 * hashtags as shown. Takes linear time for any input: each character is read at most about twice.
 */
export function htmlText(html: string): string {
  if (!html.includes('<')) return decodeEntities(html).trim();
  const shown: string[] = [];
  const ends = new LinkEnds(html);
  let at = 0;
  // The number of shown parts at the end of a paragraph, until other content follows.
  let paragraphEnd: number | undefined;
  let close = -1;
  let next = html.indexOf('<');
  for (let open = next; open >= 0; open = next) {
    if (close < open) close = html.indexOf('>', open);
    if (close < 0) break;
    next = html.indexOf('<', open + 1);
    // A less-than sign, not a tag.
    if ((next >= 0 && next < close) || !/[a-z/!?]/i.test(html.charAt(open + 1))) continue;
    shown.push(html.slice(at, open));
    at = close + 1;
    const tag = html.slice(open + 1, Math.min(close, open + MOST_ATTRIBUTES)).toLowerCase();
    const endedAt = paragraphEnd;
    paragraphEnd = undefined;
    if (tag === '/p') paragraphEnd = shown.length;
    else if (/^br\s*\/?$/.test(tag)) shown.push('\n');
    else if (endedAt !== undefined && /^p(?![^\s/])/.test(tag) && shown[endedAt]?.trim() === '') {
      shown.length = endedAt;
      shown.push('\n\n');
    } else if (/^a\s/.test(tag)) {
      const end = ends.after(close);
      const address =
        end === undefined ? undefined : addressOf(html.slice(open, Math.min(close, open + MOST_ATTRIBUTES)));
      if (end === undefined || address === undefined) continue;
      shown.push(address);
      at = end;
      next = html.indexOf('<', at);
    }
  }
  shown.push(html.slice(at));
  return decodeEntities(shown.join('')).trim();
}

/** Finds the ends of links, for increasing positions. */
class LinkEnds {
  readonly #html: string;
  readonly #pattern = /<\/a>/gi;
  #next = 0;

  constructor(html: string) {
    this.#html = html;
  }

  /** The position after the first `</a>` at `place` or later; undefined if there is none. */
  after(place: number): number | undefined {
    if (this.#next < place) {
      this.#pattern.lastIndex = place;
      const found = this.#pattern.exec(this.#html);
      this.#next = found ? found.index : Infinity;
    }
    return this.#next === Infinity ? undefined : this.#next + '</a>'.length;
  }
}

/** The address in a link's tag; undefined if the link is a mention or a hashtag, or has no address. */
function addressOf(tag: string): string | undefined {
  let address: string | undefined;
  for (const [, name = '', value = ''] of tag.matchAll(/\b(class|href)="([^"]*)"/gi)) {
    if (name.toLowerCase() === 'href') address ??= value;
    else if (/mention|hashtag/i.test(value)) return undefined;
  }
  return address;
}

function decodeEntities(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,8}));/gi,
    (entity, decimal?: string, hex?: string, name?: string) => {
      const code = decimal === undefined ? (hex === undefined ? undefined : Number.parseInt(hex, 16)) : Number(decimal);
      if (code !== undefined) return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : entity;
      return ENTITIES[name?.toLowerCase() ?? ''] ?? entity;
    },
  );
}
