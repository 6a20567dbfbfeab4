import { INSTAGRAM_LACKS } from '../platform-lacks.js';
import type { JsonFormat } from './json-format.js';

/** Instagram's web API, as saved by Zeeschuimer and scrapers. */
export const instagramWeb: JsonFormat = {
  name: 'instagram-web',
  writtenBy: 'Instagram’s own interface (Zeeschuimer)',
  lacks: INSTAGRAM_LACKS,
  recognisedBy: ['taken_at', 'code', 'user.username'],
  posts: ['', 'items', 'media'],
  columns: {
    id: ['pk', 'id'],
    account: ['user.pk', 'user.id'],
    handle: 'user.username',
    name: 'user.full_name',
    time: 'taken_at',
    text: 'caption.text',
  },
};
