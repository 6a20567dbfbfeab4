import type { Input, Platform } from '../documents/result.js';
import type { DumpFormat } from './formats/format.js';
import { generic } from './formats/generic.js';

/**
 * Column names that only occur in dumps of one platform, for unknown formats. Retweets, screen names and channels
 * exist on several platforms, and a profile address on the wrong one would lead to another person.
 */
const PLATFORM_OF_COLUMN: readonly (readonly [RegExp, Platform])[] = [
  [/(?<!re)tweet|twitter/iu, 'x'],
  [/weibo|微博/iu, 'weibo'],
  [/telegram/iu, 'telegram'],
];

/**
 * The platform of a dump: that of its format or, for an unknown format, the only one with matching column names.
 * Undefined if it is not clear.
 */
export function platformOfFormat(format: DumpFormat, columns: Input['columns']): Platform | undefined {
  // Unknown JSON gets a new format object with the same name, so names are compared.
  if (format.name !== generic.name) return format.platform;
  const names = Object.values(columns);
  const [platform, ...others] = PLATFORM_OF_COLUMN.filter(([pattern]) => names.some((name) => pattern.test(name)));
  return others.length === 0 ? platform?.[1] : undefined;
}

/** The platform as a part of an Input; empty if it is unknown. */
export function platformPart(format: DumpFormat, columns: Input['columns']): Pick<Input, 'platform'> {
  const platform = platformOfFormat(format, columns);
  return platform === undefined ? {} : { platform };
}
