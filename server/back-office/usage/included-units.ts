import { readPriceModel } from "#cpq/pricing/engine/read-model.ts";
import type { PriceModelJson } from "#cpq/pricing/engine/types.ts";
import type { Database } from "#platform/database.ts";
import { type Rational, zero } from "#platform/rational.ts";

/** The units a meter gives for free in a period on a day, by its price then; zero when there are none. */
export async function includedUnits(db: Database, itemId: string, day: string): Promise<Rational> {
  const version = await db
    .selectFrom("subscription_item_versions")
    .select("model")
    .where("item_id", "=", itemId)
    .where("valid_from", "<=", day)
    .where((eb) => eb.or([eb("valid_to", "is", null), eb("valid_to", ">", day)]))
    .orderBy("valid_from", "desc")
    .limit(1)
    .executeTakeFirst();
  if (!version?.model) return zero;
  return readPriceModel(version.model as PriceModelJson).freeUnits ?? zero;
}
