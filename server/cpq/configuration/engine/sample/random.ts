/** Repeatable random numbers: the same seed gives the same sequence on every machine. */
export interface Random {
  /** A whole number in 0..n-1. */
  below(n: number): number;
  pick<T>(list: readonly T[]): T;
}

/** Marsaglia's xorshift on 32 bits, started through an integer hash so that small seeds differ at once. */
export function randomFrom(seed: number): Random {
  let state = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ (seed >>> 13) || 1;
  const below = (n: number): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % n;
  };
  return { below, pick: (list) => list[below(list.length)]! };
}
