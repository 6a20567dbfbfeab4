import type { Account, CreationDate } from '../documents/post.js';
import { foldHandle } from '../text/fold-handle.js';

/** The data of a user file on one account; '' for missing values. */
export interface UserProfile {
  readonly id: string;
  readonly handle: string;
  readonly displayName: string;
  readonly created: CreationDate | undefined;
}

/** Finds profiles by id, else by handle. If an account has two profiles, the first is used. */
export class ProfileIndex {
  /** In the order in which they were added: a new index built from them gives the same results. */
  readonly profiles: UserProfile[] = [];
  readonly #byId = new Map<string, UserProfile>();
  readonly #byHandle = new Map<string, UserProfile>();

  add(profile: UserProfile): void {
    this.profiles.push(profile);
    if (profile.id !== '' && !this.#byId.has(profile.id)) this.#byId.set(profile.id, profile);
    const handle = foldHandle(profile.handle);
    if (handle !== '' && !this.#byHandle.has(handle)) this.#byHandle.set(handle, profile);
  }

  /** The profile of an account; the handle is used only if the dump has no separate id or no profile has the id. */
  lookup({ id, handle }: Pick<Account, 'id' | 'handle'>): UserProfile | undefined {
    const byId = this.#byId.get(id);
    return (
      byId ??
      (handle === '' || id === foldHandle(handle)
        ? this.#byHandle.get(foldHandle(handle || id))
        : this.#sameHandle(id, handle))
    );
  }

  /** Adds the data of its profile to an account; data from the dump takes precedence. */
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

  /** A handle can pass from one account to another, so a profile with a different id is not a match. */
  #sameHandle(id: string, handle: string): UserProfile | undefined {
    const found = this.#byHandle.get(foldHandle(handle));
    return found === undefined || found.id === '' || found.id === id ? found : undefined;
  }
}
