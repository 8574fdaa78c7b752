import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { formatFraction, rational } from "#platform/rational.ts";
import { roundToInteger } from "#platform/rounding.ts";
import { plusDays, spanOf } from "./local-time.ts";
import { prorate, prorateShare, shareOf } from "./prorate.ts";
import type { ProrationBasis } from "./types.ts";

const paris = (from: string, to: string) => spanOf(from, to, "Europe/Paris");
const march = paris("2026-03-01", "2026-04-01");

test("known answers by day", () => {
  const net = (minor: bigint, service: ReturnType<typeof paris>, period = march) =>
    prorate({ amount: rational(minor), period, service, basis: "day" }).net;
  assert.equal(net(5_000_000n, paris("2026-03-15", "2026-04-01")), 2_741_935n);
  assert.equal(net(10_000_000n, paris("2026-03-18", "2026-04-01")), 4_516_129n);
  const quarter = paris("2026-04-15", "2026-07-15");
  assert.equal(net(91_000n, paris("2026-05-20", "2026-06-21"), quarter), 32_000n);
});

test("each basis measures a part in its own way", () => {
  const service = paris("2026-03-15", "2026-04-01");
  const share = (basis: ProrationBasis) => formatFraction(shareOf(service, march, basis));
  assert.equal(share("day"), "17/31");
  // March 2026 loses an hour in Paris: 17 x 24 - 1 of 31 x 24 - 1 hours.
  assert.equal(share("second"), "407/743");
  assert.equal(share("fixed_30"), "8/15");
  assert.equal(share("none"), "0");
  assert.equal(share("full"), "1");
  assert.equal(formatFraction(shareOf(march, march, "none")), "1");
});

test("to the second, a change at half past ten counts", () => {
  const day = spanOf("2026-06-01", "2026-06-02", "Europe/Paris");
  const part = spanOf("2026-06-01T10:30:00", "2026-06-02", "Europe/Paris");
  assert.equal(formatFraction(shareOf(part, day, "second")), "9/16");
});

test("the parts of a period add up to the whole, whatever the price, the cuts and the basis", () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: -10_000_000n, max: 10_000_000n }),
      fc.integer({ min: 1, max: 7 }),
      fc.uniqueArray(fc.integer({ min: 1, max: 30 }), { maxLength: 6 }),
      fc.constantFrom<ProrationBasis>("day", "second", "fixed_30"),
      (numerator, denominator, cuts, basis) => {
        const amount = rational(numerator, BigInt(denominator));
        const bounds = [0, ...cuts.toSorted((a, b) => a - b), 31].map((day) => plusDays("2026-03-01", day));
        let before = rational(0n);
        let sum = 0n;
        for (let index = 0; index + 1 < bounds.length; index += 1) {
          const part = prorate({ amount, period: march, service: paris(bounds[index]!, bounds[index + 1]!), basis, before });
          sum += part.net;
          before = rational(before.num * part.share.den + part.share.num * before.den, before.den * part.share.den);
        }
        assert.equal(sum, roundToInteger(amount));
      },
    ),
    { numRuns: 300 },
  );
});

test("a period is never charged beyond its whole", () => {
  assert.equal(prorateShare(rational(100n), rational(1n), rational(1n)).net, 0n);
  assert.equal(prorateShare(rational(100n), rational(2n, 3n), rational(2n, 3n)).net, 33n);
});
