/** The table of posts: each row holds all that is kept of its post. */

/** Columns that say what a post is, in the order in which they are written and read, with their types. */
const POST_COLUMNS = {
  account: 'String',
  handle: 'String',
  name: 'String',
  created_from: 'Float64',
  created_to: 'Float64',
  created_source: 'UInt8',
  row: 'UInt64',
  line: 'UInt32',
  time: 'Float64',
  id_high: 'UInt32',
  id_low: 'UInt32',
  other_id: 'String',
  flags: 'UInt8',
  text_hash: 'UInt32',
  rest_hash: 'UInt32',
  // 0: a wording of few words, 1: one that tells writers apart, 2: none, as of retweets.
  telling: 'UInt8',
  wording: 'FixedString(16)',
  pairs: 'Array(UInt32)',
  retweet: 'FixedString(16)',
  retweeted_author: 'FixedString(16)',
  links: 'Array(FixedString(16))',
  targets: 'Array(FixedString(16))',
  objects: 'Array(FixedString(16))',
  object_columns: 'Array(String)',
  tags: 'Array(String)',
  // Of each tag how the post spells it: empty where it is the folded tag, # where the text does not show it.
  spelled: 'Array(String)',
} as const;

/** The whole table: which load and input a row is of, what it says, and the post itself where texts are kept. */
export const TABLE_COLUMNS = { part: 'UInt64', input: 'UInt32', ...POST_COLUMNS, post: 'String' } as const;
/** What `PostRowReader` reads. */
export const READ_COLUMNS: readonly string[] = ['part', 'input', ...Object.keys(POST_COLUMNS)];
export const WRITTEN_COLUMNS: readonly string[] = Object.keys(TABLE_COLUMNS);

/** Stands for `telling` where a post has no wording. */
export const NO_TEXT_CLUSTER_MARK = 2;
/** Stands in `spelled` for a tag that the text of its post does not show. */
export const NOT_IN_TEXT = '#';
