import { describe, expect, it } from 'vitest';
import type { Input, Platform } from '../../src/documents/result.js';
import { withPlatformsByIds } from '../../src/engine/platform-by-ids.js';
import { snowflake } from '../../src/simulate/platform-ids.js';
import { DAY, measured, post } from '../dataset/posts.js';

const POSTED = Date.UTC(2021, 3, 1);

/** What is made of the platform of one input, of posts with these ids. */
function platformOf(
  ids: (time: number, n: number) => string | null,
  { platform, ...over }: { readonly platform?: Platform; readonly format?: string; readonly handle?: string },
): Platform | undefined {
  const said = Array.from({ length: 20 }, (_, n) =>
    post({ by: `a${n}`, id: ids(POSTED + n * DAY, n), time: POSTED + n * DAY, text: `Words ${n}` }),
  );
  const input: Input = {
    path: 'dump.csv',
    sha256: '',
    bytes: 1,
    format: over.format ?? 'generic',
    rows: 20,
    posts: 20,
    skipped: {},
    skippedAt: {},
    columns: { handle: over.handle ?? 'screen_name' },
    notes: [],
    ...(platform ? { platform } : {}),
  };
  return withPlatformsByIds([input], measured(said))[0]?.platform;
}

const small = (_: number, n: number): string => String(4000 + n);
const some = (time: number, n: number): string => (n === 7 ? '4007' : snowflake(time, n));

describe('the platform that ids of posts show', () => {
  it('is X where all tell the times of their posts and a column has screen names', () => {
    expect(platformOf(snowflake, {})).toBe('x');
    expect(platformOf(snowflake, { handle: 'user.screen_name' })).toBe('x');
  });

  it('is none where ids tell nothing, where one is another’s, and where handles may be of any network', () => {
    expect(platformOf(small, {})).toBeUndefined();
    expect(platformOf(() => null, {})).toBeUndefined();
    expect(platformOf(some, {})).toBeUndefined();
    expect(platformOf(snowflake, { handle: 'author' })).toBeUndefined();
    expect(platformOf(snowflake, { format: 'brandwatch' })).toBeUndefined();
  });

  it('is not X where what is called a tweet has the ids of another network', () => {
    expect(platformOf(small, { platform: 'x' })).toBeUndefined();
    expect(platformOf(small, { platform: 'x', format: 'tags' })).toBe('x');
    expect(platformOf(() => null, { platform: 'x' })).toBe('x');
    expect(platformOf(some, { platform: 'x' })).toBe('x');
    expect(platformOf(small, { platform: 'vk' })).toBe('vk');
  });
});
