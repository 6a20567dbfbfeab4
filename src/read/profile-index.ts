import type { Account, CreationDate, Post } from '../documents/post.js';
import type { Input } from '../documents/result.js';
import { foldHandle } from '../text/fold-handle.js';
import { formatCount, formatNumber } from '../text/format.js';

/** What a file of users says of one account; '' where it says nothing. */
export interface UserProfile {
  readonly id: string;
  readonly handle: string;
  readonly displayName: string;
  readonly created: CreationDate | undefined;
}

/** Accounts by id, else by handle. Of two profiles of one account the first counts. */
export class ProfileIndex {
  readonly #byId = new Map<string, UserProfile>();
  readonly #byHandle = new Map<string, UserProfile>();

  add(profile: UserProfile): void {
    if (profile.id !== '' && !this.#byId.has(profile.id)) this.#byId.set(profile.id, profile);
    const handle = foldHandle(profile.handle);
    if (handle !== '' && !this.#byHandle.has(handle)) this.#byHandle.set(handle, profile);
  }

  /** Whom an account of a dump is; a handle is asked for only where the dump has no id of its own. */
  lookup({ id, handle }: Account): UserProfile | undefined {
    const byId = this.#byId.get(id);
    return (
      byId ??
      (handle === '' || id === foldHandle(handle)
        ? this.#byHandle.get(foldHandle(handle || id))
        : this.#sameHandle(id, handle))
    );
  }

  /** A handle passes from one account to another: ids that both have and that differ speak against it. */
  #sameHandle(id: string, handle: string): UserProfile | undefined {
    const found = this.#byHandle.get(foldHandle(handle));
    return found === undefined || found.id === '' || found.id === id ? found : undefined;
  }
}

/** Completes accounts with what profiles say of them; what the dump itself says stays. */
export async function* joinProfiles<Told extends Pick<Input, 'notes'>>(
  reading: AsyncGenerator<readonly Post[], Told>,
  profiles: ProfileIndex,
): AsyncGenerator<readonly Post[], Told> {
  const seen = new Set<string>();
  const joined = new Set<string>();
  for (;;) {
    const next = await reading.next();
    if (next.done) {
      const note = `Profiles were found for ${formatNumber(joined.size)} of its ${formatCount(seen.size, 'account')}.`;
      return { ...next.value, notes: [...next.value.notes, note] };
    }
    yield next.value.map((post) => {
      const { account } = post;
      seen.add(account.id);
      const profile = profiles.lookup(account);
      if (!profile) return post;
      joined.add(account.id);
      return { ...post, account: complete(account, profile) };
    });
  }
}

function complete(account: Account, profile: UserProfile): Account {
  const created = account.created ?? profile.created;
  return {
    id: account.id,
    handle: account.handle || profile.handle,
    displayName: account.displayName || profile.displayName,
    ...(created ? { created } : {}),
  };
}
