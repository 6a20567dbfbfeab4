import type { Field } from '../../fields.js';
import type { Path, Template } from '../../json/path.js';
import type { DumpFormat } from '../format.js';

/** One kind of JSON, described by where things stand in it (see `Path`). Nothing of it is code. */
export interface JsonFormat extends Omit<DumpFormat, 'columns'> {
  /** Paths in a post that, all together, no other format has. */
  readonly recognisedBy: readonly Path[];
  /** Where the posts are in a value of the file (a line, an element, a page); the value itself where not said. */
  readonly posts?: readonly Path[];
  /** Fields are looked for in here first, then in the post. */
  readonly within?: Path;
  /** What stands elsewhere in a page and belongs to a post, in order. */
  readonly joins?: readonly Join[];
  /** Where each field is; the first that a post has (of `hashtags` and `links`: all). */
  readonly columns: Readonly<Partial<Record<Field, Template | readonly Template[]>>>;
  /** A value with another text here is no post but an event of another kind. */
  readonly only?: Readonly<Record<Path, readonly string[]>>;
  /** What has one of these is such an event, too. */
  readonly events?: readonly Path[];
  /** Fields that stand in parts, texts or objects with a `text`, to be put together. */
  readonly joined?: readonly Field[];
  /** The text is HTML. */
  readonly html?: boolean;
  /** The posts name no account: all are by the owner of the archive, whom account.js beside it names, at `owner`. */
  readonly byOwner?: boolean;
}

/** Puts something of the page into a post: what in `list` has the `key` that the post has at `by`. */
export interface Join {
  /** In which parts of the post; in the post itself where not said. */
  readonly each?: Path;
  readonly by: Path;
  readonly list: Path;
  readonly key: Template;
  /** Under which name; where not said, its parts become parts of the post, save those that the post has. */
  readonly as?: string;
}
