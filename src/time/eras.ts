/** Years that count from another beginning, in dates whose months and days are the usual ones. */

/** Buddhist years (Thailand) of 2006 to 2099. */
const BUDDHIST_YEAR = /(?<![\d.,])2(?:549|5[5-9]\d|6[0-3]\d|64[0-2])(?!\d)/;
const BUDDHIST_YEARS_AHEAD = 543;
/** The years before the first of Heisei and of Reiwa (Japan), as in `令和3年` and `R3.5.14`. */
const JAPANESE_YEAR = /^(?:(平成|h)|令和|r)\s?(\d{1,2}|元)(?=年|[./-]\d)/i;
const [BEFORE_HEISEI, BEFORE_REIWA] = [1988, 2018];
/** Years of the Republic of China (Taiwan), of 2011 and later: `110/05/14`, `民國110年5月14日`. */
const MINGUO_YEAR = /^(?:民[國国]\s?)?(1\d{2})(?=年|([/-])\d{1,2}\2\d{1,2}(?!\d))/;
const BEFORE_MINGUO = 1911;

/** A date with its year in the common era; unchanged if it has no year of another. */
export function withCommonYear(date: string): string {
  return date
    .replace(BUDDHIST_YEAR, (year) => String(Number(year) - BUDDHIST_YEARS_AHEAD))
    .replace(JAPANESE_YEAR, (_, heisei: string | undefined, year: string) =>
      String((heisei === undefined ? BEFORE_REIWA : BEFORE_HEISEI) + (year === '元' ? 1 : Number(year))),
    )
    .replace(MINGUO_YEAR, (_, year: string) => String(Number(year) + BEFORE_MINGUO));
}
