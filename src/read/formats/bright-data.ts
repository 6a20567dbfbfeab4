import type { DumpFormat } from './format.js';

/** Bright Data (luminati). Its `timestamp` is the time of collection. */
export const brightData: DumpFormat = {
  name: 'bright-data',
  writtenBy: 'Bright Data, posts of X and Instagram',
  recognisedBy: ['user_posted', 'date_posted', 'description'],
  columns: {
    id: ['id', 'post_id'],
    account: ['user_id', 'user_posted_id'],
    handle: 'user_posted',
    name: 'name',
    time: 'date_posted',
    text: 'description',
    replied_id: 'parent_post_details.post_id',
    quoted_id: 'quoted_post.post_id',
    hashtags: 'hashtags',
    links: 'external_url',
    url: 'url',
  },
};
