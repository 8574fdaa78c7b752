import { z } from "zod";
import { instant, requiredText, staff, staffAsks, text } from "#platform/contract.ts";

const tag = { tags: ["Decision tables"] };
const key = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/);
const bilingual = z.object({ en: requiredText(200), fr: requiredText(200) });
const hitPolicy = z.enum(["first", "collect"]);
const columnType = z.enum(["number", "text"]);
const tableInput = z.object({ name: z.string(), label: bilingual, type: columnType });
const tableOutput = z.object({
  name: z.string(),
  label: bilingual,
  type: columnType,
  /** the only answers that mean something to whoever asks; null: any of its type */
  values: z.array(z.object({ value: z.string(), label: bilingual })).nullable(),
});
const ruleId = z.string().regex(/^[a-z][a-z0-9_]{0,59}$/);
const tableRule = z.object({
  id: ruleId,
  when: z.record(z.string().max(60), text(200)),
  outcome: z.record(z.string().max(60), requiredText(200)),
  reason: bilingual,
});
/** A rule being written: what is still missing is told as a fault with its place, not as a malformed request. */
const draftRule = tableRule.extend({
  outcome: z.record(z.string().max(60), text(200)),
  reason: z.object({ en: text(200), fr: text(200) }),
});
const draft = z.object({ hitPolicy, rules: z.array(draftRule).max(500) });
const region = z.record(z.string(), z.string());
const analysis = z.object({
  /** facts no rule takes, by input, in FEEL */
  gaps: z.array(region),
  /** rules, counted from 1, that fire together */
  overlaps: z.array(z.object({ rules: z.tuple([z.number(), z.number()]), where: region })),
  unreachable: z.array(z.object({ rule: z.number(), by: z.array(z.number()) })),
  repeats: z.array(z.object({ rule: z.number(), by: z.number() })),
  opaque: z.array(z.object({ rule: z.number(), input: z.string() })),
  complete: z.boolean(),
  warnings: z.number(),
});
const table = z.object({
  key,
  name: bilingual,
  usedBy: bilingual.nullable(),
  hitPolicy,
  inputs: z.array(tableInput),
  outputs: z.array(tableOutput),
  rules: z.array(tableRule),
  version: z.number(),
  updatedAt: instant,
  updatedByName: z.string().nullable(),
  /** how many rules or gaps somebody should look at */
  warnings: z.number(),
});
const fact = z.record(z.string().max(60), text(200).nullable());

export const rulesContract = {
  list: staff("read decision tables")
    .route({ method: "GET", path: "/decision-tables", summary: "Decision tables with their rules", ...tag })
    .output(z.object({ rows: z.array(table) })),
  show: staff("read decision tables")
    .route({
      method: "GET",
      path: "/decision-tables/{key}",
      summary: "A table: its rules, what is odd about them, its versions",
      ...tag,
    })
    .input(z.object({ key }))
    .output(
      table.extend({
        analysis,
        versions: z.array(z.object({ version: z.number(), changedAt: instant, changedByName: z.string().nullable() })),
      }),
    ),
  showVersion: staff("read decision tables")
    .route({
      method: "GET",
      path: "/decision-tables/{key}/versions/{version}",
      summary: "The rules as they were in a version",
      ...tag,
    })
    .input(z.object({ key, version: z.coerce.number().int().min(1) }))
    .output(z.object({ version: z.number(), changedAt: instant, hitPolicy, rules: z.array(tableRule) })),
  check: staffAsks("read decision tables")
    .route({
      method: "POST",
      path: "/decision-tables/{key}/check",
      summary: "What is wrong with rules that are not saved yet",
      ...tag,
    })
    .input(draft.extend({ key }))
    .output(
      z.object({
        faults: z.array(z.object({ rule: z.number(), ruleId, column: z.string(), message: bilingual })),
        analysis: analysis.nullable(),
      }),
    ),
  change: staff("change decision tables")
    .route({ method: "PUT", path: "/decision-tables/{key}", summary: "Replace the rules of a table, as a new version", ...tag })
    .input(z.object({ key, version: z.number().int().min(1), hitPolicy, rules: z.array(tableRule).max(500) }))
    .output(z.object({ key, version: z.number() })),
  try: staffAsks("read decision tables")
    .route({
      method: "POST",
      path: "/decision-tables/{key}/trial",
      summary: "What a table, or a draft of it, would decide for some facts, and why",
      ...tag,
    })
    .input(z.object({ key, facts: fact, draft: draft.optional() }))
    .output(
      z.object({
        version: z.number(),
        fired: z.array(
          z.object({ rule: z.string(), outcome: z.record(z.string(), z.string()), reason: bilingual, why: z.array(z.string()) }),
        ),
        /** every rule: whether it fired, and which of its cells the facts pass */
        rules: z.array(z.object({ rule: z.string(), fired: z.boolean(), cells: z.record(z.string(), z.boolean()) })),
      }),
    ),
  exportDmn: staff("read decision tables")
    .route({ method: "GET", path: "/decision-tables/{key}/dmn", summary: "A table as a DMN 1.5 file", ...tag })
    .input(z.object({ key }))
    .output(z.object({ fileName: z.string(), xml: z.string() })),
  readDmn: staffAsks("change decision tables")
    .route({
      method: "POST",
      path: "/decision-tables/{key}/dmn-reading",
      summary: "The rules in a DMN file, as a draft; nothing is saved",
      ...tag,
    })
    .input(z.object({ key, xml: z.string().min(1).max(500_000) }))
    .output(draft),
};
