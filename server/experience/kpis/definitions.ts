import { found } from "#platform/errors.ts";
import type { KpiDefinition } from "./definition.ts";
import { loyaltyKpis } from "./definitions-loyalty.ts";
import { salesKpis } from "./definitions-sales.ts";
import { serviceKpis } from "./definitions-service.ts";

/** Every figure, in the order of the journey. */
export const kpiDefinitions: readonly KpiDefinition[] = [...salesKpis, ...serviceKpis, ...loyaltyKpis];

/** The definition, or 404. */
export const kpiNamed = (key: string): KpiDefinition =>
  found(
    kpiDefinitions.find((each) => each.key === key),
    "kpi",
    key,
  );
