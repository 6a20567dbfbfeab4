/** The fields that a column can hold. The names are used in `--map field=column` and in `Input.columns`. */
export const FIELDS = {
  id: 'id of the post',
  account: 'id of the account',
  handle: 'handle of the account, with or without @',
  name: 'display name of the account',
  created: 'when the account was created',
  created_source: 'where that date was found: dump, snowflake, interpolated',
  time: 'when the post was made',
  clock: 'time of day, where the date stands in a column of its own',
  zone: 'time zone of the time, where it stands in a column of its own',
  text: 'text of the post',
  quoted_text: 'text of another post, which also stands in the text: it is taken out there; several as for object',
  kind: 'kind of post in words: retweet, quote, reply',
  retweet: 'whether it is a retweet: true, 1, yes',
  quote: 'whether it quotes another post: true, 1, yes',
  retweeted_id: 'id of the retweeted post',
  forwarded_from: 'name or id of whom it was forwarded from, where no handle is told',
  retweeted_handle: 'handle of the author of the retweeted post',
  quoted_id: 'id of the quoted post',
  replied_id: 'id of the post that is answered',
  replied_to: 'handle or id of the account that is answered',
  referenced_id: 'ids of the posts referred to, in the order of the kinds',
  hashtags: 'list of hashtags',
  links: 'list of links',
  object:
    'what accounts can share, in a column of its own: the hash of an image, a sound; several columns ' +
    'by giving it several times',
  client: 'application that it was posted with',
  url: 'address of the post itself',
  reposter: 'id of the account that reposted it, where a row shows the original post',
  reposter_handle: 'handle of that account',
  repost_time: 'when it was reposted',
} as const;

export type Field = keyof typeof FIELDS;

/** Whether a string is the name of a field. */
export function isField(name: string): name is Field {
  return Object.hasOwn(FIELDS, name);
}

/** Fields that may combine several columns; any other field uses the first of its columns in the file. */
export const LIST_FIELDS: ReadonlySet<Field> = new Set(['hashtags', 'links', 'object', 'quoted_text']);

/** The columns of each field in a row; list fields may have several. */
export type FieldIndices = Partial<Record<Field, readonly number[]>>;

/** The column of each field; -1 if no column holds it. */
export function fieldIndices(places: FieldIndices): Record<Field, number> {
  const place = (field: Field): number => places[field]?.[0] ?? -1;
  return {
    id: place('id'),
    account: place('account'),
    handle: place('handle'),
    name: place('name'),
    created: place('created'),
    created_source: place('created_source'),
    time: place('time'),
    clock: place('clock'),
    zone: place('zone'),
    text: place('text'),
    quoted_text: place('quoted_text'),
    kind: place('kind'),
    retweet: place('retweet'),
    quote: place('quote'),
    retweeted_id: place('retweeted_id'),
    forwarded_from: place('forwarded_from'),
    retweeted_handle: place('retweeted_handle'),
    quoted_id: place('quoted_id'),
    replied_id: place('replied_id'),
    replied_to: place('replied_to'),
    referenced_id: place('referenced_id'),
    hashtags: place('hashtags'),
    links: place('links'),
    object: place('object'),
    client: place('client'),
    url: place('url'),
    reposter: place('reposter'),
    reposter_handle: place('reposter_handle'),
    repost_time: place('repost_time'),
  };
}
