import type { Platform } from '../../documents/result.js';
import type { DayOrder } from '../../time/day-order.js';
import type { Field } from '../fields.js';

/** One kind of dump, described by its columns. Names are compared without case, spaces, `_`, `-` and `.`. */
export interface DumpFormat {
  readonly name: string;
  /** What writes such dumps, for the documents: a program, a release, an interface. */
  readonly writtenBy: string;
  /** Whose posts all its dumps hold; not said where they may be any platform's, or where posts have no address. */
  readonly platform?: Platform;
  /** What its posts lack, for the reader of an inspection. */
  readonly lacks?: string;
  /** Columns that, all together, no other format has. */
  readonly recognisedBy: readonly string[];
  /**
   * Which column gives which field; where there are several, the first that the file has (of `links` and `hashtags`:
   * all).
   */
  readonly columns: Readonly<Partial<Record<Field, string | readonly string[]>>>;
  /** Known to write all times in UTC though they name no offset. */
  readonly timesInUtc?: boolean;
  /** How dates such as 10/1/17 are meant, where the file itself does not prove it. */
  readonly dayOrder?: DayOrder;
  /** A spreadsheet has put `'` before texts that begin with @, - or +. */
  readonly apostropheBeforeSigns?: boolean;
  /** Fields of which several columns make one text, one below the other. */
  readonly stacked?: readonly Field[];
  /** Addresses of posts hold the account's id where others hold its handle. */
  readonly urlHoldsAccountId?: boolean;
}
