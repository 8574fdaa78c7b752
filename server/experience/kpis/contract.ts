import { z } from "zod";
import { day, id, instant, staff, text } from "#platform/contract.ts";

const tag = { tags: ["KPIs"] };
const bilingual = z.object({ en: z.string(), fr: z.string() });
const kpi = z.object({
  key: z.string(),
  stage: z.string(),
  name: bilingual,
  says: bilingual,
  unit: z.enum(["share", "minutes", "days", "score", "nps"]),
  statistic: z.enum(["share", "mean", "nps", "p50", "p90", "ratio"]),
  better: z.enum(["higher", "lower"]),
  target: z.number(),
  windowDays: z.number(),
  minN: z.number(),
  ownerId: id.nullable(),
  ownerName: z.string().nullable(),
  active: z.boolean(),
  state: z.enum(["unknown", "met", "missed"]),
  stateSince: instant.nullable(),
  value: z.number().nullable(),
  n: z.number(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  pValue: z.number().nullable(),
  evaluatedAt: instant.nullable(),
  types: z.array(z.string()),
});

export const kpisContract = {
  list: staff("read KPIs")
    .route({ method: "GET", path: "/kpis", summary: "Every figure with its target and whether it is met", ...tag })
    .input(z.object({ stage: text(40).optional(), state: z.enum(["unknown", "met", "missed"]).optional() }))
    .output(z.object({ rows: z.array(kpi) })),
  show: staff("read KPIs")
    .route({ method: "GET", path: "/kpis/{key}", summary: "One figure: week by week, and the newest events behind it", ...tag })
    .input(z.object({ key: text(60), weeks: z.number().int().min(2).max(104).default(26) }))
    .output(
      kpi.extend({
        trend: z.array(
          z.object({
            week: day,
            value: z.number().nullable(),
            n: z.number(),
            low: z.number().nullable(),
            high: z.number().nullable(),
          }),
        ),
        eventIds: z.array(id),
      }),
    ),
  change: staff("set targets")
    .route({ method: "PATCH", path: "/kpis/{key}", summary: "Set target, window, least number of samples, owner", ...tag })
    .input(
      z.object({
        key: text(60),
        target: z.number().finite().optional(),
        windowDays: z.number().int().min(1).max(730).optional(),
        minN: z.number().int().min(1).max(10_000).optional(),
        ownerId: id.nullable().optional(),
        active: z.boolean().optional(),
      }),
    )
    .output(z.object({ key: z.string() })),
  evaluate: staff("set targets")
    .route({ method: "POST", path: "/kpi-evaluations", summary: "Compute all figures now", ...tag })
    .output(z.object({ evaluatedAt: instant })),
};
