import type { Selectable } from "kysely";
import type { DB } from "#db/schema.ts";
import type { Context } from "#platform/context.ts";
import { reader } from "#platform/context.ts";
import type { Bilingual, Offering } from "#cpq/catalog/offering.ts";
import type { LineRecord } from "#cpq/pricing/engine/record.ts";
import type { SoldLine } from "./events.ts";

export interface QuoteLine {
  id: string;
  position: number;
  offeringId: string;
  sku: string;
  name: Bilingual;
  description: Bilingual;
  kind: SoldLine["kind"];
  quantity: string;
  discountPercent: string;
  characteristics: Record<string, string>;
  listMinor: bigint;
  netMinor: bigint;
  costMinor: bigint | null;
  vatCategory: string;
  vatRate: string;
  everyMonths: number | null;
  termMonths: number | null;
  meters: Offering["meters"];
  delivery: SoldLine["delivery"];
  leadTimeDays: number;
  derivation: LineRecord | null;
}

const toLine = (row: Selectable<DB["quote_lines"]>): QuoteLine => ({
  id: row.id,
  position: row.position,
  offeringId: row.offering_id,
  sku: row.sku,
  name: row.name as Bilingual,
  description: { en: "", fr: "", ...(row.description as Partial<Bilingual>) },
  kind: row.kind as QuoteLine["kind"],
  quantity: row.quantity,
  discountPercent: row.discount_percent,
  characteristics: row.characteristics as Record<string, string>,
  listMinor: row.list_minor,
  netMinor: row.net_minor,
  costMinor: row.cost_minor,
  vatCategory: row.vat_category,
  vatRate: row.vat_rate,
  everyMonths: row.every_months,
  termMonths: row.term_months,
  meters: row.meters as Offering["meters"],
  delivery: row.delivery as QuoteLine["delivery"],
  leadTimeDays: row.lead_time_days,
  derivation: row.derivation as LineRecord | null,
});

/** The lines of one version, in their order. */
export async function linesOf(ctx: Context, quoteId: string, version: number): Promise<QuoteLine[]> {
  const rows = await reader(ctx)
    .selectFrom("quote_lines")
    .selectAll()
    .where("quote_id", "=", quoteId)
    .where("version", "=", version)
    .orderBy("position")
    .execute();
  return rows.map(toLine);
}

/** The lines as they are sold, complete enough to deliver, bill and recognise without asking anyone again. */
export const soldLines = (lines: readonly QuoteLine[], locale: "en" | "fr"): SoldLine[] =>
  lines.map((line) => ({
    lineId: line.id,
    offeringId: line.offeringId,
    sku: line.sku,
    name: line.name[locale],
    kind: line.kind,
    quantity: line.quantity,
    netMinor: line.netMinor.toString(),
    listMinor: line.listMinor.toString(),
    vatCategory: line.vatCategory,
    vatRate: line.vatRate,
    everyMonths: line.everyMonths,
    termMonths: line.termMonths,
    meters: line.meters,
    characteristics: line.characteristics,
    delivery: line.delivery,
    leadTimeDays: line.leadTimeDays,
  }));
