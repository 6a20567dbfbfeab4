import { UTCDateMini } from '@date-fns/utc/date/mini';
import { eachDayOfInterval } from 'date-fns/eachDayOfInterval';

/** All days (UTC) from the day of one time to the day of another, both given in ISO 8601. */
export function daysBetween(from: string, to: string): Date[] {
  return eachDayOfInterval({ start: new UTCDateMini(from), end: new UTCDateMini(to) });
}
