const halfLogTwoPi = 0.9189385332046727;

/** ln Γ(x) for x > 0, to about 15 digits (Stirling's series after moving x above 12). */
export function logGamma(x: number): number {
  if (!(x > 0)) throw new RangeError(`ln Γ is asked for ${x}; it must be above 0`);
  let shift = 0;
  let at = x;
  if (at < 12) {
    let product = 1;
    while (at < 12) {
      product *= at;
      at += 1;
    }
    shift = Math.log(product);
  }
  const inverse = 1 / at;
  const square = inverse * inverse;
  const series =
    inverse *
    (1 / 12 -
      square *
        (1 / 360 -
          square * (1 / 1260 - square * (1 / 1680 - square * (1 / 1188 - square * (691 / 360_360 - square * (1 / 156)))))));
  return (at - 0.5) * Math.log(at) - at + halfLogTwoPi + series - shift;
}

/** ψ(x), the slope of ln Γ, for x > 0. */
export function digamma(x: number): number {
  let at = x;
  let shift = 0;
  while (at < 12) {
    shift += 1 / at;
    at += 1;
  }
  const square = 1 / (at * at);
  const series =
    square *
    (1 / 12 - square * (1 / 120 - square * (1 / 252 - square * (1 / 240 - square * (1 / 132 - square * (691 / 32_760))))));
  return Math.log(at) - 0.5 / at - series - shift;
}

/** Of a base, ln Γ(base + k) - ln Γ(base) for k = 0 ... most, and the slope of each in the base. Counts are whole, so no Γ is needed. */
export interface Rising {
  readonly log: Float64Array;
  readonly slope: Float64Array;
}

export function rising(base: number, most: number): Rising {
  const log = new Float64Array(most + 1);
  const slope = new Float64Array(most + 1);
  for (let k = 0; k < most; k += 1) {
    log[k + 1] = log[k]! + Math.log(base + k);
    slope[k + 1] = slope[k]! + 1 / (base + k);
  }
  return { log, slope };
}
