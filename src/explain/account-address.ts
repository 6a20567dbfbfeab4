/** Path segments that are pages of the platform, not names. */
const RESERVED = new Set(['hashtag', 'home', 'i', 'intent', 'search', 'share', 'status']);

/**
 * The id or handle in the address of a profile or a post: `https://x.com/name`, `twitter.com/name/status/1`,
 * `https://x.com/i/user/12`, `https://bsky.app/profile/name`, `https://host/@name`. Undefined for any other text.
 */
export function accountInAddress(text: string): string | undefined {
  const address = /^[a-z]+:\/\//iu.test(text) ? text : /^[\w-]+(?:\.[\w-]+)+\/./u.test(text) ? `https://${text}` : '';
  if (!URL.canParse(address)) return undefined;
  const { pathname, searchParams } = new URL(address);
  const [first = '', second = '', third = ''] = pathname.split('/').slice(1).map(decoded);
  const name =
    first === 'i' && second === 'user'
      ? third
      : first === 'intent'
        ? (searchParams.get('user_id') ?? searchParams.get('screen_name') ?? '')
        : first === 'profile' || first === 'users'
          ? second
          : RESERVED.has(first)
            ? ''
            : first;
  return name === '' ? undefined : name;
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
