import { foldTagName, NOT_IN_TEXT } from '../../dataset/hashtag-spellings.js';
import { isNonNumericId } from '../../dataset/post-ids.js';
import { DUPLICATE_ROW, type ListColumn, NO_TEXT_CLUSTER, type RecordBatch } from '../../dataset/record-batch.js';
import { outOfRange } from '../../stats/array-access.js';
import { HASH_WORDS } from '../../text/keyed-hash.js';
import { NO_TEXT_CLUSTER_MARK } from './post-columns.js';
import { RowBinaryWriter } from './row-binary-writer.js';

/**
 * Writes the posts of a batch with each profile (see `BatchOptions`), without those that repeat a whole row.
 * @param row number of the batch's first post among those of its input
 * @param posts the posts of the batch that are written, if their texts are kept
 * @returns how many were written
 */
export function writePosts(
  batch: RecordBatch,
  to: RowBinaryWriter,
  { part, row, posts }: { readonly part: number; readonly row: number; readonly posts?: readonly string[] },
): number {
  const tags = batch.tagNames.map((name) => {
    const folded = foldTagName(name);
    return { folded, spelled: name.startsWith(NOT_IN_TEXT) ? NOT_IN_TEXT : name === folded ? '' : name };
  });
  const profiles = encodeProfiles(batch);
  const places = { links: 0, targets: 0, objects: 0, tags: 0 };
  /** Writes a list of keyed hashes; returns the number of hashes. */
  const takeHashes = ({ counts, values }: ListColumn, kind: 'links' | 'targets' | 'objects', p: number): number => {
    const [from, count] = [places[kind], counts[p] ?? outOfRange()];
    places[kind] += count;
    return list(count, () => to.hashes(values, HASH_WORDS * from, HASH_WORDS * (from + count)));
  };
  const list = (count: number, write: () => void): number => {
    if (skipping) return 0;
    to.count(count);
    write();
    return count;
  };
  let skipping = false;
  let written = 0;
  for (let p = 0; p < batch.count; p++) {
    const flags = batch.flags[p] ?? outOfRange();
    skipping = (flags & DUPLICATE_ROW) !== 0;
    if (!skipping) {
      to.uint64(part);
      to.uint32(batch.input);
      to.raw(profiles[batch.account[p] ?? outOfRange()] ?? outOfRange());
      to.uint64(row + written);
      to.uint32(batch.line[p] ?? outOfRange());
      to.float64(batch.time[p] ?? outOfRange());
      writeId(batch, p, to);
      to.uint8(flags);
      to.uint32(batch.textHash[p] ?? outOfRange());
      to.uint32(batch.restHash[p] ?? outOfRange());
      writeWording(batch, p, to);
      to.hashes(batch.retweet, HASH_WORDS * p, HASH_WORDS * (p + 1));
      to.hashes(batch.retweetedAuthor, HASH_WORDS * p, HASH_WORDS * (p + 1));
    }
    takeHashes(batch.links, 'links', p);
    takeHashes(batch.targets, 'targets', p);
    const firstObject = places.objects;
    const objects = takeHashes(batch.objects, 'objects', p);
    list(objects, () => {
      for (let k = firstObject; k < firstObject + objects; k++)
        to.text(batch.objectColumns[batch.objectColumn[k] ?? outOfRange()] ?? outOfRange());
    });
    const [firstTag, tagCount] = [places.tags, batch.tags.counts[p] ?? outOfRange()];
    places.tags += tagCount;
    for (const which of ['folded', 'spelled'] as const)
      list(tagCount, () => {
        for (let k = firstTag; k < firstTag + tagCount; k++)
          to.text((tags[batch.tags.values[k] ?? outOfRange()] ?? outOfRange())[which]);
      });
    if (skipping) continue;
    to.text(posts === undefined ? '' : (posts[written] ?? outOfRange()));
    written++;
  }
  return written;
}

/** The bytes of each profile, which are written in each of its posts. */
function encodeProfiles({ accounts }: RecordBatch): Buffer[] {
  const writer = new RowBinaryWriter();
  return accounts.id.map((id, a) => {
    writer.text(id);
    writer.text(accounts.handle[a] ?? outOfRange());
    writer.text(accounts.displayName[a] ?? outOfRange());
    writer.float64(accounts.createdFrom[a] ?? outOfRange());
    writer.float64(accounts.createdTo[a] ?? outOfRange());
    writer.uint8(accounts.createdSource[a] ?? outOfRange());
    return writer.takeCopy();
  });
}

function writeId({ id, otherIds }: RecordBatch, p: number, to: RowBinaryWriter): void {
  const [high, low] = [id[2 * p] ?? outOfRange(), id[2 * p + 1] ?? outOfRange()];
  const other = isNonNumericId(high);
  to.uint32(high);
  to.uint32(other ? 0 : low);
  to.text(other ? (otherIds[low] ?? outOfRange()) : '');
}

const NO_HASH = new Uint32Array(HASH_WORDS);

function writeWording({ wording, wordings }: RecordBatch, p: number, to: RowBinaryWriter): void {
  const w = wording[p] ?? outOfRange();
  if (w === NO_TEXT_CLUSTER) {
    to.uint8(NO_TEXT_CLUSTER_MARK);
    to.hashes(NO_HASH, 0, HASH_WORDS);
    to.count(0);
    return;
  }
  const [from, end] = [wordings.start[w] ?? outOfRange(), wordings.start[w + 1] ?? outOfRange()];
  to.uint8(wordings.telling[w] ?? outOfRange());
  to.hashes(wordings.hash, HASH_WORDS * w, HASH_WORDS * (w + 1));
  to.count(end - from);
  to.hashes(wordings.pairs, from, end);
}
