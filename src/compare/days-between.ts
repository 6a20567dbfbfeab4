import { UTCDateMini } from '@date-fns/utc/date/mini';
import { eachDayOfInterval } from 'date-fns/eachDayOfInterval';

/** The days (UTC) from that of one moment to that of another, in ISO 8601. */
export function daysBetween(from: string, to: string): Date[] {
  return eachDayOfInterval({ start: new UTCDateMini(from), end: new UTCDateMini(to) });
}
