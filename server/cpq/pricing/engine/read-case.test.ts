import assert from "node:assert/strict";
import { test } from "node:test";
import { priceCase } from "./price-case.ts";
import { CaseError } from "./read.ts";

const good = { currency: "EUR", date: "2026-03-01", lines: [{ quantity: "1", unitPrice: "10.00" }] };
/** The complaints about a case, as a person reads them. */
function complaints(json: unknown): string[] {
  try {
    priceCase(json as never);
    return [];
  } catch (error) {
    assert.ok(error instanceof CaseError, String(error));
    return error.issues.map(({ path, message }) => `${path} ${message}`);
  }
}
const withLine = (line: object): unknown => ({ ...good, lines: [good.lines[0], line] });

test("a good case has no complaints", () => assert.deepEqual(complaints(good), []));

test("every complaint names its place", () => {
  const lines = [...Array(3).fill(good.lines[0]), { quantity: "-2", unitPrice: "10" }];
  assert.deepEqual(complaints({ ...good, lines }), ["lines[3].quantity must be a decimal above 0"]);
  assert.deepEqual(complaints(withLine({ quantity: "1", unitPrice: 0.1 })), [
    'lines[1].unitPrice must be a decimal of 0 or more as text, such as "12.50": write it as text, a JSON number loses digits',
  ]);
  assert.deepEqual(complaints({ ...good, date: "2026-02-30" }), ['date must be a day such as "2026-03-01"']);
  assert.deepEqual(complaints({ ...good, currency: "euro" }), ['currency must be an ISO 4217 currency code such as "EUR"']);
  assert.deepEqual(complaints({ ...good, lines: [] }), ["lines must have at least one line"]);
  assert.deepEqual(complaints([]), [" must be an object"]);
  assert.deepEqual(complaints({ currency: "EUR" }), ["date is missing", "lines is missing"]);
});

test("a field that is not known is refused: a typo must not change a price", () => {
  assert.match(
    complaints(withLine({ quantity: "1", unitPrice: "10", discount: "5" }))[0]!,
    /^lines\[1\]\.discount is not known here; known: id, /,
  );
});

test("bands must rise and only the last may be open", () => {
  const tiers = (list: object[]) => complaints(withLine({ quantity: "1", price: { kind: "volume", tiers: list } }));
  assert.deepEqual(
    tiers([
      { upTo: "10", unitPrice: "1" },
      { upTo: "5", unitPrice: "1" },
    ]),
    ["lines[1].price.tiers[1].upTo must be above the band before it"],
  );
  assert.deepEqual(tiers([{ unitPrice: "1" }, { unitPrice: "1" }]), [
    "lines[1].price.tiers[0].upTo is missing: only the last band may be open",
  ]);
  assert.deepEqual(tiers([]), ["lines[1].price.tiers must have at least one band"]);
  const schedule = { id: "s", tiers: [{ upTo: "10", percent: "5" }] };
  assert.deepEqual(complaints({ ...good, discountSchedules: [schedule] }), [
    "discountSchedules[0].tiers[0].upTo must be left out: the last band of a discount is open",
  ]);
});

test("what only shows while pricing names its place too", () => {
  const closed = { kind: "graduated", tiers: [{ upTo: "10", unitPrice: "1" }] };
  assert.deepEqual(complaints(withLine({ quantity: "11", price: closed })), [
    "lines[1].quantity cannot be priced: the quantity is above the last tier: add an open tier (no upTo) or an overageUnitPrice",
  ]);
  assert.match(
    complaints(withLine({ quantity: "1", product: "router" }))[0]!,
    /^lines\[1\]\.product "router" has no price on 2026-03-01 in EUR/,
  );
  assert.deepEqual(complaints(withLine({ quantity: "1" })), [
    "lines[1].product is missing, and so are price and unitPrice: the line has no price",
  ]);
  assert.deepEqual(complaints(withLine({ quantity: "1", unitPrice: "1", term: { periods: "2" } })), [
    "lines[1].term needs a recurring price: set per to month, year ...",
  ]);
  assert.deepEqual(complaints(withLine({ quantity: "1", price: { kind: "cost_plus", markupPercent: "10" } })), [
    "lines[1].unitCost is missing: a cost_plus price needs it",
  ]);
  assert.deepEqual(complaints({ ...good, headerDiscount: { amount: "10.01" } }), [
    "headerDiscount.amount must not be more than the lines it is taken from cost",
  ]);
  assert.deepEqual(complaints({ ...good, headerDiscount: { amount: "1.005" } }), [
    "headerDiscount.amount has more digits than EUR allows",
  ]);
  const share = (id: string, of: string) => ({
    id,
    quantity: "1",
    price: { kind: "percent_of_total", percent: "10", of: { lines: [of] } },
  });
  assert.deepEqual(complaints({ ...good, lines: [good.lines[0], share("a", "b"), share("b", "z")] }), [
    'lines[1].price.of.lines names "b", which is a percent of other lines itself and is never covered',
    'lines[2].price.of.lines names "z", which is no line of the case',
  ]);
  assert.match(complaints({ ...good, lines: [share("a", "a")] })[0]!, /names "a", which is a percent of other lines itself/);
  const taxRules = [{ id: "book", taxClass: "book", category: "S", percent: "5.5" }];
  assert.deepEqual(complaints({ ...good, taxRules, lines: [good.lines[0], { ...good.lines[0], taxClass: "book" }] }), [
    "lines[0].tax is missing: no tax rule fits the line, and other lines are taxed",
  ]);
  assert.deepEqual(complaints({ ...good, reportingCurrency: "SEK" }), [
    "reportingCurrency needs an exchange rate from EUR to SEK in exchangeRates",
  ]);
  const guards = [{ id: "g", action: "raise", floorPrice: "9", currency: "USD" }];
  assert.deepEqual(complaints({ ...good, guards }), ['guards "g" is in USD and there is no exchange rate to EUR']);
  const priceLists = [
    {
      id: "l",
      currency: "EUR",
      prices: ["month", "year"].map((per) => ({ product: "p", per, price: { kind: "flat", amount: "1" } })),
    },
  ];
  assert.deepEqual(complaints({ ...good, priceLists, lines: [{ product: "p", quantity: "1" }] }), [
    "lines[0].per is missing: p is priced per month, year",
  ]);
});

test("ids are unique, categories without tax have rate 0, a term is either counted or dated", () => {
  const twice = { id: "a", quantity: "1", unitPrice: "1" };
  assert.deepEqual(complaints({ ...good, lines: [twice, twice] }), ['lines[1].id repeats "a": ids must be unique']);
  assert.deepEqual(complaints({ ...good, tax: { category: "AE", percent: "20" } }), ['tax.percent must be "0" in category AE']);
  const term = { periods: "1", start: "2026-01-01" };
  assert.deepEqual(complaints(withLine({ quantity: "1", unitPrice: "1", per: "month", term })), [
    "lines[1].term must have either periods, or start and end",
  ]);
});
