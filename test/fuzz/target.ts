/** What is fuzzed: how bytes become an input, and what must hold whatever they are. */

export interface Target {
  /** What inputs are mutated from beside the corpus. */
  readonly seeds: () => Iterable<Uint8Array>;
  /** What mutations put in, in lists of any kind. */
  readonly words: readonly (readonly string[])[];
  /** Of the time of all targets: more where there is more code, or a longer corpus; 0 where it is fuzzed only when it is named. */
  readonly share: number;
  /** How many changes are made of each input where inputs are the same every time: such that they take some ten seconds. */
  readonly changes: number;
  /** Longest input, in bytes: longer ones are cut. */
  readonly longest: number;
  /** Throws where something does not hold. `scratch` is the path of a file that may be written. */
  readonly run: (bytes: Buffer, scratch: string) => void | Promise<void>;
}

/** Throws unless it holds. */
export function hold(holds: boolean, what: string): asserts holds {
  if (!holds) throw new Error(what);
}

/** Between two texts of one input. */
export const NEXT = '\f';

/** The texts of an input, in UTF-8; `\uD800` stands for any unit of UTF-16, lone surrogates and NEXT too. */
export function textsOf(bytes: Uint8Array): string[] {
  return Buffer.from(bytes)
    .toString('utf8')
    .split(NEXT)
    .map((text) =>
      text.replaceAll(/\\u([0-9A-Fa-f]{4})/gu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
    );
}
