import type { Selectable } from "kysely";
import type { z } from "zod";
import type { DB } from "#db/schema.ts";
import type { characteristic, deliveryKind, meter, offeringKind } from "./contract.ts";

export interface Bilingual {
  en: string;
  fr: string;
}

/** An offering as code sees it. */
export interface Offering {
  id: string;
  sku: string;
  kind: z.infer<typeof offeringKind>;
  status: "draft" | "published" | "retired";
  version: number;
  name: Bilingual;
  description: Bilingual;
  family: string;
  taxClass: string;
  delivery: z.infer<typeof deliveryKind>;
  leadTimeDays: number;
  unitCostMinor: bigint | null;
  currency: string;
  everyMonths: number | null;
  termMonths: number | null;
  meters: z.infer<typeof meter>[];
  characteristics: z.infer<typeof characteristic>[];
}

export const toOffering = (row: Selectable<DB["offerings"]>): Offering => ({
  id: row.id,
  sku: row.sku,
  kind: row.kind as Offering["kind"],
  status: row.status as Offering["status"],
  version: row.version,
  name: row.name as Bilingual,
  description: { en: "", fr: "", ...(row.description as Partial<Bilingual>) },
  family: row.family,
  taxClass: row.tax_class,
  delivery: row.delivery as Offering["delivery"],
  leadTimeDays: row.lead_time_days,
  unitCostMinor: row.unit_cost_minor,
  currency: row.currency,
  everyMonths: row.every_months,
  termMonths: row.term_months,
  meters: row.meters as Offering["meters"],
  characteristics: row.characteristics as Offering["characteristics"],
});
