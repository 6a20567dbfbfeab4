/**
 * HalfSipHash-c-d as its paper has it, in the plainest words: on BigInt, a byte at a time. Held against the vectors of the
 * Linux kernel, it is what the fast one is held against.
 */
export function halfSipHash(
  message: Uint8Array,
  [k0, k1]: readonly [number, number],
  { rounds: [c, d] = [1, 3], bits = 64 }: { rounds?: readonly [number, number]; bits?: 32 | 64 } = {},
): number[] {
  const MASK = 0xffff_ffffn;
  const rotate = (value: bigint, by: bigint): bigint => ((value << by) | (value >> (32n - by))) & MASK;
  let [v0, v1, v2, v3] = [
    BigInt(k0),
    BigInt(k1) ^ (bits === 64 ? 0xeen : 0n),
    0x6c796765n ^ BigInt(k0),
    0x74656462n ^ BigInt(k1),
  ];
  const round = (times: number): void => {
    for (let time = 0; time < times; time++) {
      v0 = (v0 + v1) & MASK;
      v1 = rotate(v1, 5n) ^ v0;
      v0 = rotate(v0, 16n);
      v2 = (v2 + v3) & MASK;
      v3 = rotate(v3, 8n) ^ v2;
      v0 = (v0 + v3) & MASK;
      v3 = rotate(v3, 7n) ^ v0;
      v2 = (v2 + v1) & MASK;
      v1 = rotate(v1, 13n) ^ v2;
      v2 = rotate(v2, 16n);
    }
  };
  const absorb = (word: bigint): void => {
    v3 ^= word;
    round(c);
    v0 ^= word;
  };
  const byte = (at: number): bigint => BigInt(message[at] ?? 0);
  const whole = message.length - (message.length % 4);
  for (let at = 0; at < whole; at += 4)
    absorb(byte(at) | (byte(at + 1) << 8n) | (byte(at + 2) << 16n) | (byte(at + 3) << 24n));
  absorb(byte(whole) | (byte(whole + 1) << 8n) | (byte(whole + 2) << 16n) | (BigInt(message.length & 0xff) << 24n));
  v2 ^= bits === 64 ? 0xeen : 0xffn;
  round(d);
  const low = v1 ^ v3;
  if (bits === 32) return [Number(low)];
  v1 ^= 0xddn;
  round(d);
  return [Number(low), Number(v1 ^ v3)];
}
