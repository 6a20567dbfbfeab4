import type { Field } from '../../fields.js';
import type { Path, Template } from '../../json/path.js';
import type { DumpFormat } from '../format.js';

/** One JSON format, described by paths (see `Path`) without any code. */
export interface JsonFormat extends Omit<DumpFormat, 'columns'> {
  /** A set of paths in a post that no other format has together. */
  readonly recognisedBy: readonly Path[];
  /**
   * The paths to posts in a value of the file (a line, an element, a page); if left out, the value itself is a post.
   */
  readonly posts?: readonly Path[];
  /** Fields are looked up below this path first, then in the post itself. */
  readonly within?: Path;
  /** Parts of a page that belong to a post, joined in this order. */
  readonly joins?: readonly Join[];
  /** The path of each field; the first that a post has is used (for `hashtags` and `links`: all). */
  readonly columns: Readonly<Partial<Record<Field, Template | readonly Template[]>>>;
  /** A value with another text at this path is not a post but another kind of event. */
  readonly only?: Readonly<Record<Path, readonly string[]>>;
  /** A value with one of these paths is such an event too. */
  readonly events?: readonly Path[];
  /** Fields that consist of parts (texts, or objects with a `text`), which are joined. */
  readonly joined?: readonly Field[];
  /** Whether the text is HTML. */
  readonly html?: boolean;
  /**
   * Posts without an account: all are by the owner of the archive. account.js in the same archive is joined as
   * `owner`.
   */
  readonly byOwner?: boolean;
}

/** Joins a part of the page to a post: the element of `list` whose `key` equals the value at `by` in the post. */
export interface Join {
  /** The parts of the post to which it is joined; if left out, the post itself. */
  readonly each?: Path;
  readonly by: Path;
  readonly list: Path;
  readonly key: Template;
  /**
   * The key under which it is joined. If left out, its keys become keys of the post, except those that the post has.
   */
  readonly as?: string;
}
