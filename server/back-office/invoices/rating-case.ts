import { readPriceModel } from "#cpq/pricing/engine/read-model.ts";
import type { PriceModelJson } from "#cpq/pricing/engine/types.ts";
import type { Database } from "#platform/database.ts";
import { currencyExponent } from "#platform/money.ts";
import { formatFraction, parseDecimal, rational } from "#platform/rational.ts";
import type { UsageEvent } from "#back-office/usage/engine/types.ts";
import type { CaseItem, CasePrice, CaseVersion, RatingCase } from "./engine/case.ts";
import { type Billable, billablesOf } from "./billables.ts";

/** Known since ever: a billing run looks at what is agreed now, for whatever day it is asked. */
const always = "0001-01-01";

/** Everything that decides what an account owes in one currency, and the items behind it (by item id). */
export async function ratingCaseOf(
  db: Database,
  account: { customerId: string; currency: string; timeZone: string },
): Promise<{ input: RatingCase; billables: Map<string, Billable> }> {
  const billables = await billablesOf(db, account.customerId, account.currency);
  const prices = new Map<string, CasePrice>();
  const items: CaseItem[] = [];
  for (const billable of billables.values()) {
    const versions = billable.versions.filter(({ from, to }) => to === null || to > from);
    if (versions.length === 0) continue;
    items.push({
      id: billable.itemId,
      versions: versions.map((version) => versionOf(billable, version, account.currency, prices)),
    });
  }
  const input: RatingCase = {
    currency: account.currency,
    timeZone: account.timeZone,
    prices,
    items,
    usage: await usageOf(db, account.customerId, billables),
    adjustments: [],
    allowances: [],
    charges: [],
    prepaid: [],
    applyCredit: false,
    booked: [],
    runs: [],
  };
  return { input, billables };
}

function versionOf(
  billable: Billable,
  version: Billable["versions"][number],
  currency: string,
  prices: Map<string, CasePrice>,
): CaseVersion {
  const quantity = parseDecimal(version.quantity);
  const minorInMajor = 10n ** BigInt(currencyExponent(currency));
  const model = version.model
    ? readPriceModel(version.model as PriceModelJson)
    : {
        kind: "per_unit" as const,
        unitPrice: rational(version.netMinor * quantity.den, minorInMajor * quantity.num),
      };
  // The same price under the same id: neighbouring versions at one price are billed as one.
  const priceId = `${billable.itemId} ${version.model ? JSON.stringify(version.model) : formatFraction((model as { unitPrice: ReturnType<typeof rational> }).unitPrice)}`;
  prices.set(priceId, {
    id: priceId,
    kind: billable.kind,
    cadence: { unit: "month", count: billable.everyMonths },
    anchor: { kind: billable.anchor },
    timing: billable.kind === "usage" ? "arrears" : "advance",
    proration: "day",
    model,
    vat: billable.vat,
    aggregation: "sum",
    includedProrated: false,
    ...(billable.meter !== null && { meter: billable.meter }),
  });
  return {
    id: version.id,
    from: version.from,
    to: version.to,
    knownFrom: always,
    endKnownFrom: version.to === null ? null : always,
    priceId,
    quantity,
    discountPercent: "0",
    phases: [],
  };
}

async function usageOf(db: Database, customerId: string, billables: ReadonlyMap<string, Billable>): Promise<UsageEvent[]> {
  if (![...billables.values()].some((billable) => billable.kind === "usage")) return [];
  const rows = await db
    .selectFrom("usage_records")
    .select(["source", "source_id", "item_id", "meter", "happened_at", "recorded_at", "quantity", "value", "replaces", "voided"])
    .where("customer_id", "=", customerId)
    .execute();
  return rows.map((row) => ({
    source: row.source,
    id: row.source_id,
    itemId: row.item_id,
    meter: row.meter,
    atMs: row.happened_at.getTime(),
    recordedAtMs: row.recorded_at.getTime(),
    quantity: row.quantity,
    ...(row.value !== null && { value: row.value }),
    ...(row.replaces !== null && { replaces: row.replaces }),
    ...(row.voided && { voided: true }),
  }));
}
