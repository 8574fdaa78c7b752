import { z } from "zod";
import { currency, minor, staff } from "#platform/contract.ts";

const tag = { tags: ["Reports"] };
export const pipelineReport = z.object({
  opportunities: z.number(),
  byStage: z.array(z.object({ stage: z.string(), name: z.object({ en: z.string(), fr: z.string() }), count: z.number() })),
  accounts: z.number(),
  withoutAccount: z.number(),
  won: z.array(z.object({ currency, valueMinor: minor })),
  engageToCloseDays: z.object({ n: z.number(), median: z.number().nullable(), mean: z.number().nullable() }),
  winRatePercent: z.number().nullable(),
});
export const leadsReport = z.object({
  leads: z.number(),
  won: z.number(),
  bySource: z.array(z.object({ source: z.string(), leads: z.number(), won: z.number(), conversionPercent: z.number() })),
});

export const reportsContract = {
  pipeline: staff("read reports")
    .route({
      method: "GET",
      path: "/reports/pipeline",
      summary: "Deals by stage, value won, time from engagement to close, win rate",
      ...tag,
    })
    .output(pipelineReport),
  leads: staff("read reports")
    .route({ method: "GET", path: "/reports/leads", summary: "Leads and those won, by source", ...tag })
    .output(leadsReport),
};
