/** The packed bytes do not match their format or checksum. */
export class CorruptArchiveError extends Error {
  override readonly name = 'BrokenPack';
  /** Whether the bytes end before the packed file does. */
  readonly cutOff: boolean;
  constructor(cutOff: boolean) {
    super(cutOff ? 'ends in the middle' : 'is broken');
    this.cutOff = cutOff;
  }
}
