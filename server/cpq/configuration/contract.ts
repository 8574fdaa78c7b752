import { z } from "zod";
import { id, ok, open, requiredText, staff } from "#platform/contract.ts";

const tag = { tags: ["Guides"] };
const bilingual = z.object({ en: requiredText(300), fr: requiredText(300) });
const slug = z.string().regex(/^[a-z0-9][a-z0-9-]{1,60}$/);
export const question = z.object({
  key: z.string().max(40),
  label: bilingual,
  kind: z.enum(["one", "many"]),
  options: z
    .array(z.object({ feature: z.string().max(80), label: bilingual }))
    .min(1)
    .max(40),
});
export const guideLine = z.object({
  feature: z.string().max(80),
  sku: z.string().max(40),
  quantity: z
    .string()
    .regex(/^[1-9]\d{0,4}$/)
    .default("1"),
});
const analysis = z.object({
  satisfiable: z.boolean(),
  configurations: z.string().nullable(),
  dead: z.array(z.string()),
  core: z.array(z.string()),
  falseOptional: z.array(z.string()),
  redundant: z.array(z.string()),
});

export const configurationContract = {
  list: staff("read the catalogue")
    .route({ method: "GET", path: "/guides", summary: "Guides with what was proved at their publication", ...tag })
    .output(
      z.object({
        rows: z.array(
          z.object({ id, slug, version: z.number(), status: z.string(), name: bilingual, analysis: analysis.nullable() }),
        ),
      }),
    ),
  create: staff("change the catalogue")
    .route({ method: "POST", path: "/guides", summary: "Draft a guide: feature model, questions, basket lines", ...tag })
    .input(
      z.object({
        slug,
        name: bilingual,
        intro: bilingual,
        model: z.looseObject({ id: z.string(), root: z.looseObject({ id: z.string() }) }),
        questions: z.array(question).min(1).max(40),
        lines: z.array(guideLine).max(200),
      }),
    )
    .output(ok),
  publish: staff("change the catalogue")
    .route({
      method: "POST",
      path: "/guides/{guideId}/publication",
      summary: "Prove a guide has no dead end and put it online",
      ...tag,
    })
    .input(z.object({ guideId: id }))
    .output(z.object({ id, analysis })),
  online: open()
    .route({ method: "GET", path: "/public/guides", summary: "Guides of the shop, by name", ...tag })
    .output(z.object({ rows: z.array(z.object({ slug, name: bilingual, intro: bilingual })) })),
  read: open()
    .route({ method: "GET", path: "/public/guides/{slug}", summary: "A guide to show on a page", ...tag })
    .input(z.object({ slug }))
    .output(z.object({ id, slug, name: bilingual, intro: bilingual, questions: z.array(question) })),
};
