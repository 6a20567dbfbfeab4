import type { Account, CreationDate } from '../documents/post.js';
import { foldHandle } from '../text/fold-handle.js';

/** What a file of users says of one account; '' where it says nothing. */
export interface UserProfile {
  readonly id: string;
  readonly handle: string;
  readonly displayName: string;
  readonly created: CreationDate | undefined;
}

/** Accounts by id, else by handle. Of two profiles of one account the first counts. */
export class ProfileIndex {
  /** In the order in which they were added: an index made of them finds the same. */
  readonly profiles: UserProfile[] = [];
  readonly #byId = new Map<string, UserProfile>();
  readonly #byHandle = new Map<string, UserProfile>();

  add(profile: UserProfile): void {
    this.profiles.push(profile);
    if (profile.id !== '' && !this.#byId.has(profile.id)) this.#byId.set(profile.id, profile);
    const handle = foldHandle(profile.handle);
    if (handle !== '' && !this.#byHandle.has(handle)) this.#byHandle.set(handle, profile);
  }

  /** Whom an account of a dump is; a handle is asked for only where the dump has no id of its own. */
  lookup({ id, handle }: Pick<Account, 'id' | 'handle'>): UserProfile | undefined {
    const byId = this.#byId.get(id);
    return (
      byId ??
      (handle === '' || id === foldHandle(handle)
        ? this.#byHandle.get(foldHandle(handle || id))
        : this.#sameHandle(id, handle))
    );
  }

  /** An account with what its profile adds to it; what the dump itself says stays. */
  complete(account: Account): Account {
    const profile = this.lookup(account);
    if (!profile) return account;
    const created = account.created ?? profile.created;
    return {
      id: account.id,
      handle: account.handle || profile.handle,
      displayName: account.displayName || profile.displayName,
      ...(created ? { created } : {}),
    };
  }

  /** A handle passes from one account to another: ids that both have and that differ speak against it. */
  #sameHandle(id: string, handle: string): UserProfile | undefined {
    const found = this.#byHandle.get(foldHandle(handle));
    return found === undefined || found.id === '' || found.id === id ? found : undefined;
  }
}
