import * as constants from 'date-fns/constants';
import { expect, it } from 'vitest';
import { DAY, HOUR, MINUTE, SECOND, SECONDS_IN_DAY, SECONDS_IN_HOUR, SECONDS_IN_MINUTE } from '../../src/time/units.js';

it('are what date-fns says they are', () => {
  expect([SECOND, MINUTE, HOUR, DAY]).toEqual([
    constants.millisecondsInSecond,
    constants.millisecondsInMinute,
    constants.millisecondsInHour,
    constants.millisecondsInDay,
  ]);
  expect([SECONDS_IN_MINUTE, SECONDS_IN_HOUR, SECONDS_IN_DAY]).toEqual([
    constants.secondsInMinute,
    constants.secondsInHour,
    constants.secondsInDay,
  ]);
});
