import { createHmac } from 'node:crypto';
import { cutText } from '../text/format.js';
import { UNSPACED_SCRIPTS } from '../text/normalise.js';
import { isCommonWord } from './common-words.js';
import { plainForm } from './folded-text.js';
import { type Name, NameIndex, nameKey } from './name-index.js';
import { type NameReplacements, replaceNames } from './replace-names.js';

/** 64 bits: among ten million names the probability of any collision is about 3 in a million. */
const DIGITS = 16;
/**
 * A single word with fewer letters is not replaced as a handle, and a shorter number not as an account id: it may be
 * a word, a year, a price.
 */
const SHORTEST_NAME = 4;
const SHORTEST_UNSPACED = 3;
const SHORTEST_ID = 5;
/** The rank of a handle is 0, that of an id 1. */
const OF_DISPLAY_NAME = 2;

/** The names of one account in the dump. */
export interface AccountNames {
  readonly id: string;
  readonly handle: string;
  readonly displayName: string;
}

type Keyed = Omit<Name, 'rest'> & { readonly key: string };

/**
 * Stable pseudonyms: the HMAC-SHA-256 of a name with a secret key. With the same key, a name has the same pseudonym
 * in every dump. Without the key, nobody can find the name, not even by trying out candidates.
 */
export class Pseudonyms {
  readonly #key: string;
  readonly #ids = new Map<string, string>();
  readonly #made = new Map<string, string>();
  readonly #given = new Set<string>();
  /** Names of several words, joined to one as in hashtags. */
  readonly #joined = new Map<string, string>();
  readonly #studied: ReadonlySet<string>;
  /** Columns with the name of an account, as shown in sentences. */
  readonly #columns = new Map<string, string>();
  readonly #inTexts: NameReplacements;
  readonly #inProse: NameReplacements;

  /**
   * @param about the hashtags that the result is about, which are kept, and the object columns that its sentences
   *   name
   */
  constructor(
    key: string,
    accounts: Iterable<AccountNames>,
    about: { readonly studied?: Iterable<string>; readonly columns?: Iterable<string> } = {},
  ) {
    const { studied = [], columns = [] } = about;
    this.#key = key;
    this.#studied = new Set(Array.from(studied, (tag) => nameKey(tag)));
    const [handles, names]: [Keyed[], Keyed[]] = [[], []];
    for (const account of accounts) this.#learn(account, handles, names);
    const common = {
      handles: new NameIndex(handles),
      handle: (plain: string) => this.handle(plain),
      account: (id: string) => this.id(id),
      post: (id: string) => this.post(id),
      number: (digits: string) => this.#ids.get(digits) ?? this.post(digits),
      displayName: (name: string) => this.displayName(name),
      mail: (address: string) => this.#make('mail', address),
      hashtag: (tag: string) => this.#hashtag(tag),
      isMade: (pseudonym: string) => this.#given.has(pseudonym),
    };
    this.#inTexts = { ...common, names: new NameIndex(names) };
    this.#inProse = { ...common, names: new NameIndex(names.filter(({ key: name }) => isMarked(name))) };
    for (const column of columns) {
      const [shown, hidden] = [cutText(column), cutText(this.text(column))];
      if (shown !== hidden) this.#columns.set(shown, hidden);
    }
  }

  #learn({ id, handle, displayName }: AccountNames, handles: Keyed[], names: Keyed[]): void {
    const ofHandle = this.handle(handle);
    // If a dump has no ids, handles or names are used as ids.
    const ofId =
      fold(id) === fold(handle) ? ofHandle : id === displayName ? this.displayName(id) : this.#make('account', id);
    this.#ids.set(id, ofId);
    const ofName = this.displayName(displayName);
    const [asHandle, asId, asName] = [
      keyed(handle, ofHandle, 0),
      keyed(id, ofId, 1),
      keyed(displayName, ofName, OF_DISPLAY_NAME),
    ];
    handles.push(asHandle, asId);
    names.push(...[asHandle, asId, asName].filter(({ key }) => isTelling(key)));
    if (!asName.key.includes(' ')) return;
    const joined = withoutGaps(asName.key);
    const other = this.#joined.get(joined);
    if (isTelling(joined) && (other === undefined || ofName < other)) this.#joined.set(joined, ofName);
  }

  id(id: string): string {
    return this.#ids.get(id) ?? this.#make('account', id);
  }

  handle(handle: string): string {
    return handle === '' ? '' : this.#make('user', fold(handle));
  }

  displayName(name: string): string {
    return name === '' ? '' : this.#make('name', name);
  }

  post(id: string): string {
    return this.#make('post', id);
  }

  /** A hashtag without its sign. */
  hashtag(tag: string): string {
    return this.#hashtag(tag) ?? tag;
  }

  /**
   * Replaces all names in a text from the dump: every mention, and the ids, handles and names of the dump's accounts
   * that occur as whole words. A hashtag is kept unless it is such a name.
   */
  text(text: string): string {
    return replaceNames(text, this.#inTexts);
  }

  /**
   * Replaces names in this program's own sentences, which may quote a name: outside of quotation marks, only names
   * that cannot be ordinary words are replaced.
   */
  prose(text: string): string {
    return text
      .split(/([“"][^“”"]*[”"])/u)
      .map((part, i) => (i % 2 === 1 ? this.text(part) : replaceNames(this.withoutColumns(part), this.#inProse)))
      .join('');
  }

  /** Replaces columns with the name of an account in this program's own sentences. */
  withoutColumns(text: string): string {
    let hidden = text;
    for (const [shown, pseudonym] of this.#columns) hidden = hidden.replaceAll(shown, () => pseudonym);
    return hidden;
  }

  /**
   * Replaces names in a sentence with a quotation from the dump in “…”. If it was shortened, its last word may be
   * half of a name, and is removed.
   */
  quoting(text: string): string {
    return text.replace(
      /“(.*)”/su,
      (_, quoted: string) =>
        `“${this.text(quoted.endsWith('…') ? quoted.replace(/(?:[\p{L}\p{M}\p{N}\p{Cf}_.@:%&;\\-]|\p{Default_Ignorable_Code_Point})+…$/u, '…') : quoted)}”`,
    );
  }

  /** Replaces a name outside of running text: of a file, a column, an object. */
  label(label: string): string {
    const known = this.#inTexts.handles.lookup(nameKey(label), plainForm(label));
    return known?.pseudonym ?? this.text(label);
  }

  #hashtag(tag: string): string | undefined {
    const [key, plain] = [nameKey(tag), plainForm(tag)];
    if (this.#studied.has(key) || isCommonWord(plain)) return undefined;
    const name = this.#inTexts.names.lookup(key, plain);
    // `#весна` is not evidence of a user with that display name.
    if (name?.rank === OF_DISPLAY_NAME && !isMarked(key)) return undefined;
    return name?.pseudonym ?? this.#joined.get(withoutGaps(key));
  }

  #make(kind: string, name: string): string {
    const whole = `${kind} ${name}`;
    let pseudonym = this.#made.get(whole);
    if (pseudonym === undefined) {
      pseudonym = `${kind}_${createHmac('sha256', this.#key).update(whole).digest('hex').slice(0, DIGITS)}`;
      this.#made.set(whole, pseudonym);
      this.#given.add(pseudonym);
    }
    return pseudonym;
  }
}

function keyed(name: string, pseudonym: string, rank: number): Keyed {
  return { key: nameKey(name), plain: plainForm(name), pseudonym, rank };
}

/** The form of a handle from which the pseudonym is made. */
function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

/** Whether a name in a text identifies an account, and is not an ordinary word. */
function isTelling(key: string): boolean {
  if (/^\d+$/u.test(key)) return key.length >= SHORTEST_ID;
  return key.length >= (UNSPACED_SCRIPTS.test(key) ? SHORTEST_UNSPACED : SHORTEST_NAME);
}

/** Whether a name cannot be an ordinary word: it has letters and a digit or an underscore, or is a long number. */
function isMarked(key: string): boolean {
  return !key.includes(' ') && (/^\d+$/u.test(key) || (/\p{L}/u.test(key) && /[\p{N}_]/u.test(key)));
}

function withoutGaps(key: string): string {
  return key.replaceAll(/[ _]/gu, '');
}
