/** The table of posts: each row contains everything that is kept of a post. */

/** Columns that describe a post, in the order in which they are written and read, with their types. */
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
  // 0: a wording of few words, 1: one that distinguishes writers, 2: no wording, as in retweets.
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
  // The spelling of each tag in the post: empty if it is the folded tag, # if the text does not contain it.
  spelled: 'Array(String)',
} as const;

/** The whole table: the load and input of a row, the description of the post, and the post itself if texts are kept. */
export const TABLE_COLUMNS = { part: 'UInt64', input: 'UInt32', ...POST_COLUMNS, post: 'String' } as const;
/** What `PostRowReader` reads. */
export const READ_COLUMNS: readonly string[] = ['part', 'input', ...Object.keys(POST_COLUMNS)];
export const WRITTEN_COLUMNS: readonly string[] = Object.keys(TABLE_COLUMNS);

/** The value of `telling` for a post without a wording. */
export const NO_TEXT_CLUSTER_MARK = 2;
