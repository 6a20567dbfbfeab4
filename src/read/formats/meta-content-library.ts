import type { DumpFormat } from './format.js';

/** Meta's Content Library: Facebook and Instagram, in its clean room or exported. */
export const metaContentLibrary: DumpFormat = {
  name: 'meta-content-library',
  writtenBy: 'Meta Content Library',
  recognisedBy: ['post_owner.id', 'creation_time', 'text'],
  timesInUtc: true,
  columns: {
    id: 'id',
    account: 'post_owner.id',
    handle: 'post_owner.username',
    name: 'post_owner.name',
    time: 'creation_time',
    text: 'text',
    hashtags: 'hashtags',
    links: 'link_attachment.link',
  },
};
