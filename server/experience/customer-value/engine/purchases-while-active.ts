/**
 * Expected purchases in the next t of a customer active now, who buys at a rate λ ~ gamma(shape, per time `scale`) and
 * leaves after each purchase with p ~ beta(a, b): E[(1 - exp(-λ p t)) / p]. By the closed form of Fader, Hardie and Lee (2005)
 * with Gauss's ₂F₁; where its series loses digits or is slow, by adding up over p.
 */
export function purchasesWhileActive(a: number, b: number, shape: number, scale: number, t: number): number {
  if (t <= 0) return 0;
  const z = t / (scale + t);
  return a > 20 || a + b - 1 - shape < -10 || z > 0.99 ? overLeaving(a, b, shape, t / scale) : series(a, b, shape, z);
}

/** The closed form after Euler's transformation, arranged so that neither a = 1 nor a + b = 1 divides by zero. */
function series(a: number, b: number, shape: number, z: number): number {
  const e = a - 1;
  const c = a + b - 1;
  const q = c - shape;
  // sum of (e + 1)_{n-1} (q)_n z^n / ((c + 1)_{n-1} n!)
  let term = q * z;
  let sum = term;
  for (let n = 1; Math.abs(term) > 1e-17 * Math.abs(sum) || n < 8; n += 1) {
    term *= ((e + n) * (q + n) * z) / ((c + n) * (n + 1));
    sum += term;
    if (term === 0) break;
  }
  const log = Math.log1p(-z);
  if (e > 0.5) return (c / e) * (1 - Math.exp(e * log) * (1 + (e * sum) / c));
  const fall = Math.abs(e) < 1e-12 ? log : Math.expm1(e * log) / e;
  return -fall * (c + e * sum) - sum;
}

/** The trapezoidal rule over ln(p / (1 - p)), outwards from the most likely p: all digits with few points, as the integrand is smooth and dies away on both sides. */
function overLeaving(a: number, b: number, shape: number, ahead: number): number {
  const middle = Math.log(a / b);
  const step = Math.min(0.2, Math.sqrt(1 / a + 1 / b) / 3);
  const height = (y: number) => -a * Math.log1p(Math.exp(-y)) - b * Math.log1p(Math.exp(y));
  const top = height(middle);
  const tiny = 1e-14 / (1 + b + shape * ahead);
  let [sum, weight] = [0, 0];
  for (const [direction, first] of [
    [1, 0],
    [-1, 1],
  ] as const)
    for (let k = first; ; k += 1) {
      const y = middle + direction * k * step;
      const density = Math.exp(height(y) - top);
      const p = 1 / (1 + Math.exp(-y));
      if (p < tiny) {
        // from here on nobody leaves, and each step weighs exp(-a step) of the one before: the rest in one sum
        const rest = density / -Math.expm1(-a * step);
        weight += rest;
        sum += rest * shape * ahead;
        break;
      }
      const purchases = -Math.expm1(-shape * Math.log1p(p * ahead)) / p;
      weight += density;
      sum += density * purchases;
      if (density < 1e-17) break;
    }
  return sum / weight;
}
