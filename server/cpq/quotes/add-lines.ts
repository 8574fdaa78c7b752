import type { Context } from "#platform/context.ts";
import { json, type Tx } from "#platform/database.ts";
import { refuseUnless } from "#platform/errors.ts";
import { newId } from "#platform/ids.ts";
import { publishedOfferings } from "#cpq/catalog/queries.ts";

export interface NewLine {
  sku: string;
  quantity: string;
  discountPercent?: string | undefined;
  characteristics?: Record<string, string> | undefined;
}

/** Puts lines at the end of a version, as the catalogue describes them now. Price them afterwards. */
export async function addLines(
  tx: Tx,
  ctx: Context,
  quoteId: string,
  version: number,
  lines: readonly NewLine[],
): Promise<string[]> {
  const known = await publishedOfferings({ ...ctx, tx }, [...new Set(lines.map((line) => line.sku))]);
  const offerings = new Map(known.map((offering) => [offering.sku, offering]));
  const last = await tx
    .selectFrom("quote_lines")
    .select((eb) => eb.fn.max("position").as("position"))
    .where("quote_id", "=", quoteId)
    .where("version", "=", version)
    .executeTakeFirst();
  let position = (last?.position as number | null) ?? 0;
  const ids: string[] = [];
  for (const line of lines) {
    const offering = offerings.get(line.sku);
    refuseUnless(offering && offering.kind !== "bundle", "pricing.not_sold", { sku: line.sku });
    const id = newId();
    ids.push(id);
    await tx
      .insertInto("quote_lines")
      .values({
        id,
        quote_id: quoteId,
        version,
        position: ++position,
        offering_id: offering.id,
        offering_version: offering.version,
        sku: offering.sku,
        name: json(offering.name),
        description: json(offering.description),
        kind: offering.kind,
        quantity: line.quantity,
        discount_percent: line.discountPercent ?? "0",
        characteristics: json(line.characteristics ?? {}),
        every_months: offering.everyMonths,
        term_months: offering.termMonths,
        meters: json(offering.meters),
        delivery: offering.delivery,
        lead_time_days: offering.leadTimeDays,
      })
      .execute();
  }
  return ids;
}
