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

/** What a reader sees of a post in HTML: lines and paragraphs as line ends, links by their address, mentions and hashtags as they are shown. */
export function htmlText(html: string): string {
  return html
    .replace(/<a\s[^>]*>.*?<\/a>/gis, (link) =>
      /class="[^"]*(?:mention|hashtag)/i.test(link) ? link : (/href="([^"]*)"/i.exec(link)?.[1] ?? link),
    )
    .replace(/<br\s*\/?>/gi, '\n')
    .replace(/<\/p>\s*<p[^>]*>/gi, '\n\n')
    .replace(/<[^>]*>/g, '')
    .replace(
      /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,8}));/gi,
      (entity, decimal?: string, hex?: string, name?: string) => {
        const code =
          decimal === undefined ? (hex === undefined ? undefined : Number.parseInt(hex, 16)) : Number(decimal);
        if (code !== undefined) return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : entity;
        return ENTITIES[name?.toLowerCase() ?? ''] ?? entity;
      },
    )
    .trim();
}
