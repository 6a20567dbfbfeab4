import type { JsonFormat } from './json-format.js';

/**
 * VKontakte's responses (newsfeed.search, wall.get). Communities have negative ids; reposted posts are in
 * `copy_history`.
 */
export const vkontakte: JsonFormat = {
  name: 'vkontakte',
  writtenBy: 'VKontakte’s interface',
  platform: 'vk',
  recognisedBy: ['from_id', 'owner_id', 'date', 'text'],
  posts: ['response.items', 'items', 'response', ''],
  events: ['response', 'error', 'items'],
  joins: [
    { by: 'from_id', list: '**.profiles', key: 'id', as: 'author' },
    { by: 'from_id', list: '**.groups', key: '-{id}', as: 'author' },
    { each: 'copy_history', by: 'owner_id', list: '**.profiles', key: 'id', as: 'author' },
    { each: 'copy_history', by: 'owner_id', list: '**.groups', key: '-{id}', as: 'author' },
  ],
  columns: {
    id: '{owner_id}_{id}',
    account: 'from_id',
    handle: 'author.screen_name',
    name: ['{author.first_name} {author.last_name}', 'author.name', 'author.first_name'],
    time: 'date',
    text: ['text', 'copy_history.text'],
    retweeted_id: '{copy_history.owner_id}_{copy_history.id}',
    retweeted_handle: 'copy_history.author.screen_name',
    replied_id: '{owner_id}_{reply_post_id}',
    links: ['attachments.link.url', 'copy_history.attachments.link.url'],
    client: ['post_source.platform', 'post_source.type'],
  },
};
