import { z } from "zod";
import { currency, id, instant, ok, pageInput, pageOf, staff } from "#platform/contract.ts";

const tag = { tags: ["Imports"] };
const bilingual = z.object({ en: z.string(), fr: z.string() });
export const importOptions = z.object({
  dateFormat: z.enum(["iso", "day_month", "month_day"]),
  currency,
  replacements: z.record(z.string().max(40), z.record(z.string().max(200), z.string().max(200))).default({}),
});
/** Field name -> column of the file. */
export const importMapping = z.record(z.string().max(40), z.string().max(200));
const counts = {
  rows: z.number(),
  created: z.number(),
  updated: z.number(),
  unchanged: z.number(),
  marked: z.number(),
  errors: z.number(),
};
const warning = z.object({ field: z.string(), value: z.string(), rows: z.number(), suggestion: z.string().optional() });
const row = z.object({
  id,
  kind: z.string(),
  fileName: z.string(),
  status: z.enum(["ready", "running", "completed", "failed", "undone"]),
  ...counts,
  createdAt: instant,
  finishedAt: instant.nullable(),
});
const detail = row.extend({
  columns: z.array(z.string()),
  sample: z.array(z.record(z.string(), z.string())),
  fields: z.array(z.object({ name: z.string(), label: bilingual, required: z.boolean() })),
  mapping: importMapping,
  options: importOptions,
  warnings: z.array(warning),
  problem: z.string().nullable(),
});
const one = z.object({ importId: id });

export const importsContract = {
  kinds: staff("import files")
    .route({ method: "GET", path: "/import-kinds", summary: "What can be imported", ...tag })
    .output(z.object({ rows: z.array(z.object({ kind: z.string(), label: bilingual })) })),
  list: staff("import files")
    .route({ method: "GET", path: "/imports", summary: "Imports, newest first", ...tag })
    .input(z.object(pageInput))
    .output(pageOf(row)),
  prepare: staff("import files")
    .route({ method: "POST", path: "/imports", summary: "Send a file: its columns are guessed, nothing is taken in yet", ...tag })
    .input(z.object({ kind: z.string().max(40), file: z.file().max(50_000_000) }))
    .output(detail),
  show: staff("import files")
    .route({ method: "GET", path: "/imports/{importId}", summary: "One import", ...tag })
    .input(one)
    .output(detail),
  map: staff("import files")
    .route({ method: "PUT", path: "/imports/{importId}/mapping", summary: "Say which column is which", ...tag })
    .input(one.extend({ mapping: importMapping, options: importOptions }))
    .output(detail),
  tryOut: staff("import files")
    .route({
      method: "POST",
      path: "/imports/{importId}/dry-run",
      summary: "What would happen, row by row, without keeping anything",
      ...tag,
    })
    .input(one)
    .output(
      z.object({
        ...counts,
        warnings: z.array(warning),
        problems: z.array(
          z.object({ line: z.number(), status: z.string(), field: z.string().optional(), note: z.string().optional() }),
        ),
      }),
    ),
  run: staff("import files")
    .route({ method: "POST", path: "/imports/{importId}/run", summary: "Take the file in", ...tag })
    .input(one)
    .output(ok),
  result: staff("import files")
    .route({ method: "GET", path: "/imports/{importId}/result", summary: "What became of each row, as a CSV file", ...tag })
    .input(one)
    .output(z.file()),
  undo: staff("import files")
    .route({ method: "POST", path: "/imports/{importId}/undo", summary: "Take everything this import made out again", ...tag })
    .input(one)
    .output(z.object({ id, removed: z.number() })),
};
