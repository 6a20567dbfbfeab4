/** Packed bytes are not what their packing says. */
export class CorruptArchiveError extends Error {
  override readonly name = 'BrokenPack';
  /** The bytes end before the packed file does. */
  readonly cutOff: boolean;
  constructor(cutOff: boolean) {
    super(cutOff ? 'ends in the middle' : 'is broken');
    this.cutOff = cutOff;
  }
}
