import type { Input, Platform } from '../documents/result.js';
import type { DumpFormat } from './formats/format.js';
import { generic } from './formats/generic.js';

/**
 * Names of columns that only one platform's dumps have: for tables of no known format. Others have retweets, screen names
 * and channels as well; an address on the wrong one would lead to somebody else.
 */
const PLATFORM_OF_COLUMN: readonly (readonly [RegExp, Platform])[] = [
  [/(?<!re)tweet|twitter/iu, 'x'],
  [/weibo|微博/iu, 'weibo'],
  [/telegram/iu, 'telegram'],
];

/**
 * The platform of a dump: that of its format, or the only one whose columns a table of no known format has. Undefined
 * where nothing tells it.
 */
export function platformOfFormat(format: DumpFormat, columns: Input['columns']): Platform | undefined {
  // In JSON, what has no form that is known gets a format of its own, by the same name.
  if (format.name !== generic.name) return format.platform;
  const names = Object.values(columns);
  const [platform, ...others] = PLATFORM_OF_COLUMN.filter(([pattern]) => names.some((name) => pattern.test(name)));
  return others.length === 0 ? platform?.[1] : undefined;
}

/** The same as a part of an input: empty where it cannot be told. */
export function platformPart(format: DumpFormat, columns: Input['columns']): Pick<Input, 'platform'> {
  const platform = platformOfFormat(format, columns);
  return platform === undefined ? {} : { platform };
}
