import { z } from "zod";
import { instant, requiredText, staff, text } from "#platform/contract.ts";

const tag = { tags: ["Decision tables"] };
const key = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/);
const bilingual = z.object({ en: requiredText(200), fr: requiredText(200) });
const hitPolicy = z.enum(["first", "collect"]);
const tableInput = z.object({ name: z.string(), label: bilingual, type: z.enum(["number", "text"]) });
const tableRule = z.object({
  id: z.string().regex(/^[a-z][a-z0-9_]{0,59}$/),
  when: z.record(z.string().max(60), text(200)),
  outcome: z.record(z.string().max(60), requiredText(200)),
  reason: bilingual,
});

export const rulesContract = {
  list: staff("read decision tables")
    .route({ method: "GET", path: "/decision-tables", summary: "Decision tables with their rules", ...tag })
    .output(
      z.object({
        rows: z.array(
          z.object({
            key,
            name: bilingual,
            hitPolicy,
            inputs: z.array(tableInput),
            rules: z.array(tableRule),
            version: z.number(),
            updatedAt: instant,
          }),
        ),
      }),
    ),
  change: staff("change decision tables")
    .route({ method: "PUT", path: "/decision-tables/{key}", summary: "Replace the rules of a table, as a new version", ...tag })
    .input(z.object({ key, version: z.number().int().min(1), hitPolicy, rules: z.array(tableRule).max(500) }))
    .output(z.object({ key, version: z.number() })),
  try: staff("read decision tables")
    .route({ method: "POST", path: "/decision-tables/{key}/trial", summary: "What a table would decide for some facts", ...tag })
    .input(z.object({ key, facts: z.record(z.string().max(60), text(200).nullable()) }))
    .output(
      z.object({
        version: z.number(),
        fired: z.array(
          z.object({ rule: z.string(), outcome: z.record(z.string(), z.string()), reason: bilingual, why: z.array(z.string()) }),
        ),
      }),
    ),
};
