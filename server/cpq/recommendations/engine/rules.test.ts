import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import fc from "fast-check";
import { sharedData, skipUnless } from "#test/harness/shared-data.ts";
import { associationRules } from "./association-rules.ts";
import { basketSet } from "./basket-set.ts";
import { frequentSets, leastCount, TooManySets } from "./frequent-sets.ts";
import { readBaskets } from "./read-baskets.ts";

test("groceries: as many rules as are known", skipUnless("baskets"), () => {
  const set = readBaskets(readFileSync(sharedData("baskets/groceries.csv")));
  assert.deepEqual([set.baskets.length, set.items.length], [9_835, 169]);
  const count = (support: number, confidence: number) => associationRules(set, { support, confidence }).length;
  assert.deepEqual([count(0.006, 0.25), count(0.001, 0.8), count(0.001, 0.5)], [463, 410, 5_668]);
});

test("a rule by hand: four baskets", () => {
  const set = basketSet([["bread", "butter", "jam"], ["bread", "butter"], ["bread"], ["milk"]]);
  const [rule] = associationRules(set, { support: 0.5, confidence: 0.9 });
  assert.deepEqual(rule, {
    antecedent: ["butter"],
    consequent: "bread",
    count: 2,
    support: 0.5,
    confidence: 1,
    lift: 4 / 3,
  });
  assert.equal(leastCount(0.3, 10), 3, "binary fractions ask for no basket more");
  assert.throws(() => frequentSets(set, { support: 0.25, maxSets: 3 }), TooManySets);
  assert.deepEqual(associationRules(basketSet([]), { support: 0.1, confidence: 0.1 }), []);
});

const items = ["a", "b", "c", "d", "e", "f"];
const basketsOf = fc.array(fc.array(fc.constantFrom(...items), { minLength: 1, maxLength: 7 }), { minLength: 1, maxLength: 25 });

test("every frequent set and no other is found, counted right; no set is in more baskets than its parts", () => {
  fc.assert(
    fc.property(basketsOf, fc.double({ min: 0.05, max: 1, noNaN: true }), (baskets, support) => {
      const set = basketSet(baskets);
      const found = new Map(
        frequentSets(set, { support }).map(({ items: places, count }) => [
          places
            .map((place) => set.items[place]!)
            .sort()
            .join(""),
          count,
        ]),
      );
      const least = leastCount(support, set.baskets.length);
      for (let mask = 1; mask < 1 << items.length; mask += 1) {
        const wanted = items.filter((_, index) => mask & (1 << index));
        const count = baskets.filter((basket) => wanted.every((item) => basket.includes(item))).length;
        assert.equal(found.get(wanted.join("")), count >= least ? count : undefined, wanted.join(""));
      }
      for (const [name, count] of found)
        for (const left of name) {
          const part = name.replace(left, "");
          if (part) assert.ok(found.get(part)! >= count);
        }
    }),
  );
});

test("rules: confidence and lift are what they say; asking for less finds more", () => {
  fc.assert(
    fc.property(basketsOf, (baskets) => {
      const set = basketSet(baskets);
      const rules = associationRules(set, { support: 0.1, confidence: 0.4 });
      const holding = (wanted: readonly string[]) =>
        baskets.filter((basket) => wanted.every((item) => basket.includes(item))).length;
      for (const { antecedent, consequent, count, confidence, lift } of rules) {
        assert.equal(count, holding([...antecedent, consequent]));
        assert.ok(Math.abs(confidence - count / holding(antecedent)) < 1e-12);
        assert.ok(Math.abs(lift - confidence / (holding([consequent]) / baskets.length)) < 1e-9);
      }
      assert.ok(associationRules(set, { support: 0.05, confidence: 0.3 }).length >= rules.length);
    }),
  );
});
