import { z } from "zod";
import { currency, id, instant, minor, ok, open, pageInput, pageOf, requiredText, staff, text } from "#platform/contract.ts";

const tag = { tags: ["Campaigns"] };
const slug = z.string().regex(/^[a-z0-9][a-z0-9-]{1,60}$/);
const status = z.enum(["draft", "launched", "paused", "ended"]);
const mailText = z.object({
  subject: requiredText(160),
  preview: text(160).default(""),
  title: requiredText(160),
  body: requiredText(5_000),
  action: requiredText(60),
});
const pageText = z.object({
  title: requiredText(160),
  lead: requiredText(500),
  points: z.array(requiredText(160)).max(8),
  action: requiredText(60),
});
const inBoth = <T extends z.ZodType>(shape: T) => z.object({ en: shape, fr: shape });
export const campaignTexts = { email: inBoth(mailText), page: inBoth(pageText) };
const row = z.object({
  id,
  name: z.string(),
  offer: z.string(),
  status,
  landingSlug: z.string().nullable(),
  segmentId: id.nullable(),
  launchedAt: instant.nullable(),
  createdAt: instant,
});
const results = z.object({
  sent: z.number(),
  skipped: z.array(z.object({ reason: z.string(), count: z.number() })),
  opened: z.number(),
  clicked: z.number(),
  submissions: z.number(),
  leads: z.number(),
  opportunities: z.number(),
  orders: z.number(),
  ordered: z.array(z.object({ currency, valueMinor: minor })),
  unsubscribed: z.number(),
});
const one = z.object({ campaignId: id });
const fields = {
  name: requiredText(120),
  offer: requiredText(120),
  segmentId: id.nullable().default(null),
  landingSlug: slug.nullable().default(null),
  formSlug: slug.nullable().default(null),
  ...campaignTexts,
};

export const campaignsContract = {
  list: staff("read campaigns")
    .route({ method: "GET", path: "/campaigns", summary: "Campaigns, newest first", ...tag })
    .input(z.object({ ...pageInput, status: status.optional() }))
    .output(pageOf(row)),
  show: staff("read campaigns")
    .route({ method: "GET", path: "/campaigns/{campaignId}", summary: "One campaign with its results", ...tag })
    .input(one)
    .output(row.extend({ formSlug: z.string().nullable(), pausedReason: z.string().nullable(), ...campaignTexts, results })),
  create: staff("run campaigns")
    .route({ method: "POST", path: "/campaigns", summary: "Draft a campaign", ...tag })
    .input(z.object(fields))
    .output(ok),
  change: staff("run campaigns")
    .route({ method: "PUT", path: "/campaigns/{campaignId}", summary: "Change a campaign that is not launched", ...tag })
    .input(z.object({ ...one.shape, ...fields }))
    .output(ok),
  launch: staff("run campaigns")
    .route({
      method: "POST",
      path: "/campaigns/{campaignId}/launch",
      summary: "Put the page online and send to the segment",
      ...tag,
    })
    .input(one)
    .output(ok),
  pause: staff("run campaigns")
    .route({ method: "POST", path: "/campaigns/{campaignId}/pause", summary: "Stop sending for now, and say why", ...tag })
    .input(one.extend({ reason: requiredText(200) }))
    .output(ok),
  resume: staff("run campaigns")
    .route({ method: "DELETE", path: "/campaigns/{campaignId}/pause", summary: "Go on", ...tag })
    .input(one)
    .output(ok),
  end: staff("run campaigns")
    .route({ method: "POST", path: "/campaigns/{campaignId}/end", summary: "End a campaign", ...tag })
    .input(one)
    .output(ok),
  page: open()
    .route({ method: "GET", path: "/public/pages/{slug}", summary: "A landing page", ...tag })
    .input(z.object({ slug }))
    .output(z.object({ campaignId: id, formSlug: z.string().nullable(), page: campaignTexts.page })),
};
