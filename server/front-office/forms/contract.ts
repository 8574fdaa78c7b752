import { z } from "zod";
import { id, instant, locale, ok, open, pageInput, pageOf, requiredText, staff, text } from "#platform/contract.ts";

const tag = { tags: ["Forms"] };
const bilingual = z.object({ en: requiredText(300), fr: requiredText(300) });
export const formField = z.object({
  name: z.string().regex(/^[a-z][a-z0-9_]{0,39}$/),
  label: bilingual,
  type: z.enum(["text", "email", "phone", "select", "multiline"]),
  required: z.boolean().default(false),
  options: z
    .array(z.object({ value: requiredText(80), label: bilingual }))
    .max(50)
    .default([]),
});
const slug = z.string().regex(/^[a-z0-9][a-z0-9-]{1,60}$/);
const form = z.object({
  id,
  slug,
  name: bilingual,
  fields: z.array(formField),
  purposes: z.array(z.string()),
  thanks: bilingual,
  active: z.boolean(),
});

export const formsContract = {
  list: staff("read forms")
    .route({ method: "GET", path: "/forms", summary: "Forms", ...tag })
    .output(
      z.object({
        rows: z.array(
          form.extend({
            submissions: z.number(),
            lastSubmittedAt: instant.nullable(),
            /** The pages it stands on. */
            campaigns: z.array(z.object({ id, name: z.string(), slug: z.string(), status: z.string() })),
          }),
        ),
      }),
    ),
  create: staff("change forms")
    .route({ method: "POST", path: "/forms", summary: "Create a form", ...tag })
    .input(
      z.object({
        slug,
        name: bilingual,
        fields: z.array(formField).min(1).max(30),
        purposes: z.array(requiredText(40)).max(10).default([]),
        thanks: bilingual,
      }),
    )
    .output(ok),
  change: staff("change forms")
    .route({ method: "PATCH", path: "/forms/{formId}", summary: "Change a form", ...tag })
    .input(
      z.object({
        formId: id,
        name: bilingual.optional(),
        fields: z.array(formField).min(1).max(30).optional(),
        purposes: z.array(requiredText(40)).max(10).optional(),
        thanks: bilingual.optional(),
        active: z.boolean().optional(),
      }),
    )
    .output(ok),
  submissions: staff("read forms")
    .route({ method: "GET", path: "/forms/{formId}/submissions", summary: "What was sent in, newest first", ...tag })
    .input(z.object({ ...pageInput, formId: id }))
    .output(
      pageOf(
        z.object({
          id,
          contactId: id.nullable(),
          values: z.record(z.string(), z.string()),
          purposes: z.array(z.string()),
          submittedAt: instant,
        }),
      ),
    ),
  read: open()
    .route({ method: "GET", path: "/public/forms/{slug}", summary: "A form to show on a page", ...tag })
    .input(z.object({ slug }))
    .output(form.omit({ active: true })),
  submit: open()
    .route({ method: "POST", path: "/public/forms/{slug}/submissions", summary: "Send a form in", ...tag })
    .input(
      z.object({
        slug,
        visitorId: id.optional(),
        campaignId: id.optional(),
        values: z.record(z.string().max(40), text(2_000)),
        purposes: z.array(z.string().max(40)).max(10).default([]),
        utm: z.record(z.string().max(20), z.string().max(200)).default({}),
        locale: locale.default("fr"),
        /** Left empty by people; programs fill it in. */
        website: z.string().max(200).optional(),
      }),
    )
    .output(z.object({ id, thanks: bilingual, visitorId: id.nullable() })),
};
