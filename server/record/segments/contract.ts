import { z } from "zod";
import { id, instant, ok, pageInput, pageOf, requiredText, staff, text } from "#platform/contract.ts";
import { definition } from "./definition.ts";

const tag = { tags: ["Segments"] };
const segment = z.object({
  id,
  name: z.string(),
  description: z.string(),
  definition,
  members: z.number(),
  computedAt: instant.nullable(),
  archived: z.boolean(),
  createdAt: instant,
  updatedAt: instant,
});
const person = z.object({
  contactId: id,
  name: z.string(),
  email: z.string().nullable(),
  customerId: id.nullable(),
  customerName: z.string().nullable(),
  since: instant.nullable(),
});

export const segmentsContract = {
  list: staff("read segments")
    .route({ method: "GET", path: "/segments", summary: "Segments and how many people are in each now", ...tag })
    .input(z.object({ archived: z.boolean().default(false) }))
    .output(z.object({ rows: z.array(segment) })),
  show: staff("read segments")
    .route({ method: "GET", path: "/segments/{segmentId}", summary: "One segment", ...tag })
    .input(z.object({ segmentId: id }))
    .output(segment),
  create: staff("manage segments")
    .route({ method: "POST", path: "/segments", summary: "Create a segment; its members are there at once", ...tag })
    .input(z.object({ name: requiredText(80), description: text(400).default(""), definition }))
    .output(ok.extend({ members: z.number() })),
  change: staff("manage segments")
    .route({ method: "PATCH", path: "/segments/{segmentId}", summary: "Change a segment", ...tag })
    .input(
      z.object({
        segmentId: id,
        name: requiredText(80).optional(),
        description: text(400).optional(),
        definition: definition.optional(),
      }),
    )
    .output(ok.extend({ members: z.number() })),
  archive: staff("manage segments")
    .route({ method: "POST", path: "/segments/{segmentId}/archival", summary: "Put a segment away", ...tag })
    .input(z.object({ segmentId: id }))
    .output(ok),
  restore: staff("manage segments")
    .route({ method: "DELETE", path: "/segments/{segmentId}/archival", summary: "Take a segment out again", ...tag })
    .input(z.object({ segmentId: id }))
    .output(ok.extend({ members: z.number() })),
  members: staff("read segments")
    .route({ method: "GET", path: "/segments/{segmentId}/members", summary: "Who is in a segment now", ...tag })
    .input(z.object({ segmentId: id, ...pageInput }))
    .output(pageOf(person)),
  preview: staff("read segments")
    .route({
      method: "POST",
      path: "/segments/preview",
      summary: "How many people a definition would hold, and a few of them",
      ...tag,
    })
    .input(z.object({ definition }))
    .output(z.object({ count: z.number(), sample: z.array(person) })),
};
