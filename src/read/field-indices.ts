import type { FieldIndices } from './column-mapping.js';
import type { Field } from './fields.js';

/** The place of each field; -1 where no column holds it. */
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
    text: place('text'),
    kind: place('kind'),
    retweet: place('retweet'),
    quote: place('quote'),
    retweeted_id: place('retweeted_id'),
    retweeted_handle: place('retweeted_handle'),
    quoted_id: place('quoted_id'),
    replied_id: place('replied_id'),
    replied_to: place('replied_to'),
    referenced_id: place('referenced_id'),
    hashtags: place('hashtags'),
    links: place('links'),
    client: place('client'),
    url: place('url'),
    reposter: place('reposter'),
    reposter_handle: place('reposter_handle'),
    repost_time: place('repost_time'),
  };
}
