import type { Platform } from '../../documents/result.js';
import type { DayOrder } from '../../time/day-order.js';
import type { Field } from '../fields.js';

/** One dump format, described by its columns. Names are compared without case, spaces, `_`, `-` and `.`. */
export interface DumpFormat {
  readonly name: string;
  /** The source of such dumps (a program, a release, an interface), for the documentation. */
  readonly writtenBy: string;
  /** The platform of all its dumps; left out if it varies, or if posts have no address. */
  readonly platform?: Platform;
  /** What its posts do not contain, shown by an inspection. */
  readonly lacks?: string;
  /** A set of columns that no other format has together. */
  readonly recognisedBy: readonly string[];
  /**
   * The columns of each field. If several are listed, the first that the file has is used (for `links` and
   * `hashtags`: all).
   */
  readonly columns: Readonly<Partial<Record<Field, string | readonly string[]>>>;
  /** All times are known to be in UTC, although they have no offset. */
  readonly timesInUtc?: boolean;
  /** The order of day and month in dates such as 10/1/17, unless the file itself proves another. */
  readonly dayOrder?: DayOrder;
  /** Whether a spreadsheet has put `'` before texts that begin with @, - or +. */
  readonly apostropheBeforeSigns?: boolean;
  /** Fields whose columns are joined to one text, separated by blank lines. */
  readonly stacked?: readonly Field[];
  /** Whether addresses of posts contain the account's id in the place of its handle. */
  readonly urlHoldsAccountId?: boolean;
}
