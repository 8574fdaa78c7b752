import { z } from "zod";
import { formField } from "#front-office/forms/contract.ts";
import { currency, id, instant, minor, ok, open, pageInput, pageOf, requiredText, staff, text } from "#platform/contract.ts";

const tag = { tags: ["Campaigns"] };
const status = z.enum(["draft", "launched", "paused", "ended"]);
const slug = z.string().regex(/^[a-z0-9][a-z0-9-]{1,60}$/, "small letters, figures and dashes");
const url = z.url({ protocol: /^https?$/ }).max(500);
const block = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("heading"), text: requiredText(200) }),
  z.object({ kind: z.literal("text"), text: requiredText(4_000) }),
  z.object({ kind: z.literal("button"), label: requiredText(80), url: url.optional() }),
  z.object({ kind: z.literal("divider") }),
]);
/** What a mail says in one language; {{firstName}} becomes the reader's. */
export const campaignMail = z.object({
  subject: requiredText(150),
  preview: text(200),
  title: text(150),
  blocks: z.array(block).min(1).max(30),
});
/** What a benefit may be drawn with. */
export const benefitIcon = z.enum([
  "speed",
  "calendar",
  "invoice",
  "shield",
  "people",
  "price",
  "phone",
  "tools",
  "place",
  "star",
]);
const page = z.object({
  eyebrow: text(80),
  title: requiredText(150),
  lead: requiredText(600),
  price: text(80),
  priceNote: text(200),
  benefits: z.array(z.object({ title: requiredText(100), text: requiredText(400), icon: benefitIcon.optional() })).max(6),
  steps: z.array(requiredText(200)).max(6),
  questions: z.array(z.object({ question: requiredText(200), answer: requiredText(1_000) })).max(10),
  action: requiredText(60),
});
const utm = z.partialRecord(z.enum(["utm_source", "utm_medium", "utm_campaign", "utm_term", "utm_content"]), z.string().max(100));
const content = {
  name: requiredText(120),
  offer: requiredText(120),
  segmentId: id.nullable(),
  mail: z.object({ en: campaignMail, fr: campaignMail }).nullable(),
  page: z.object({ en: page, fr: page }),
  formSlug: slug.nullable(),
  utm,
  startsAt: instant.nullable(),
  endsAt: instant.nullable(),
  unsubscribeLimitBp: z.number().int().min(1).max(1_000),
  /** What it costs in all, in the organisation's currency; null when nobody said. */
  costMinor: minor.min(0n).nullable(),
};
const money = z.array(z.object({ currency, orderedMinor: minor, paidMinor: minor }));
const row = z.object({
  id,
  name: z.string(),
  offer: z.string(),
  slug: z.string(),
  status,
  segmentId: id.nullable(),
  segmentName: z.string().nullable(),
  startsAt: instant.nullable(),
  launchedAt: instant.nullable(),
  pauseReason: z.string().nullable(),
  endedAt: instant.nullable(),
  createdAt: instant,
  hasMail: z.boolean(),
  sent: z.number(),
  delivered: z.number(),
  opened: z.number(),
  clicked: z.number(),
  submissions: z.number(),
  leads: z.number(),
  opportunities: z.number(),
  orders: z.number(),
  money,
});
/** What can be counted of a campaign: each opens the events it was counted from. */
export const campaignFigure = z.enum([
  "sent",
  "delivered",
  "skipped",
  "bounced",
  "opened",
  "clicked",
  "unsubscribed",
  "visitors",
  "submissions",
  "leads",
  "opportunities",
  "orders",
  "payments",
]);
const results = z.object({
  /** Everyone of the segment at launch, and how many are still to be written to. */
  recipients: z.number(),
  waiting: z.number(),
  sent: z.number(),
  delivered: z.number(),
  deferred: z.number(),
  skipped: z.array(z.object({ reason: z.string(), count: z.number() })),
  bounced: z.number(),
  opened: z.number(),
  clicked: z.number(),
  unsubscribed: z.number(),
  /** Browsers that saw the page. */
  visitors: z.number(),
  submissions: z.number(),
  leads: z.number(),
  opportunities: z.number(),
  orders: z.number(),
  money,
  /** Where its leads came from: the first time they were seen, and the last marked visit before they left their details. */
  touches: z.array(
    z.object({
      model: z.enum(["first", "last"]),
      source: z.string(),
      medium: z.string().nullable(),
      leads: z.number(),
      opportunities: z.number(),
      money: z.array(z.object({ currency, orderedMinor: minor })),
    }),
  ),
});
const one = z.object({ campaignId: id });

export const campaignsContract = {
  list: staff("read campaigns")
    .route({ method: "GET", path: "/campaigns", summary: "Campaigns, newest first", ...tag })
    .input(z.object({ ...pageInput, search: text(80).optional(), status: status.optional() }))
    .output(pageOf(row)),
  show: staff("read campaigns")
    .route({ method: "GET", path: "/campaigns/{campaignId}", summary: "One campaign with what it says", ...tag })
    .input(one)
    .output(
      row.extend({
        ...content,
        costCurrency: currency,
        allowed: z.array(status),
        /** Where the page is, without marks: what a link is built from. */
        pageUrl: z.string(),
      }),
    ),
  results: staff("read campaigns")
    .route({ method: "GET", path: "/campaigns/{campaignId}/results", summary: "What it brought, down to the money", ...tag })
    .input(one)
    .output(results),
  figure: staff("read campaigns")
    .route({
      method: "GET",
      path: "/campaigns/{campaignId}/figures/{figure}",
      summary: "The events behind a figure, newest first, by id",
      ...tag,
    })
    .input(
      one.extend({
        figure: campaignFigure,
        limit: z.number().int().min(1).max(200).default(100),
        before: z
          .string()
          .regex(/^\d{1,18}$/)
          .optional(),
      }),
    )
    .output(z.object({ eventIds: z.array(id), nextBefore: z.string().nullable() })),
  sendTest: staff("run campaigns")
    .route({ method: "POST", path: "/campaign-tests", summary: "Send a mail to oneself before others get it", ...tag })
    .input(z.object({ mail: campaignMail, locale: z.enum(["en", "fr"]), slug }))
    .output(z.object({ to: z.string() })),
  preview: staff("read campaigns")
    .route({ method: "POST", path: "/campaign-previews", summary: "How a mail would look", ...tag })
    .input(z.object({ mail: campaignMail, locale: z.enum(["en", "fr"]), slug }))
    .output(z.object({ subject: z.string(), html: z.string(), text: z.string() })),
  create: staff("run campaigns")
    .route({ method: "POST", path: "/campaigns", summary: "Prepare a campaign", ...tag })
    .input(
      z.object({
        ...content,
        slug,
        segmentId: content.segmentId.default(null),
        mail: content.mail.default(null),
        formSlug: content.formSlug.default(null),
        utm: utm.default({}),
        startsAt: content.startsAt.default(null),
        endsAt: content.endsAt.default(null),
        unsubscribeLimitBp: content.unsubscribeLimitBp.default(50),
        costMinor: content.costMinor.default(null),
      }),
    )
    .output(ok),
  change: staff("run campaigns")
    .route({
      method: "PATCH",
      path: "/campaigns/{campaignId}",
      summary: "Change a campaign; its mail and segment only before it is launched",
      ...tag,
    })
    .input(z.object(content).partial().extend({ campaignId: id }))
    .output(ok),
  launch: staff("run campaigns")
    .route({ method: "POST", path: "/campaigns/{campaignId}/launch", summary: "Launch it, or go on after a pause", ...tag })
    .input(one)
    .output(ok),
  pause: staff("run campaigns")
    .route({ method: "POST", path: "/campaigns/{campaignId}/pause", summary: "Stop sending for now", ...tag })
    .input(one.extend({ reason: requiredText(300) }))
    .output(ok),
  resume: staff("run campaigns")
    .route({ method: "DELETE", path: "/campaigns/{campaignId}/pause", summary: "Go on with those not yet reached", ...tag })
    .input(one)
    .output(ok),
  end: staff("run campaigns")
    .route({ method: "POST", path: "/campaigns/{campaignId}/end", summary: "End it for good", ...tag })
    .input(one)
    .output(ok),
  page: open()
    .route({ method: "GET", path: "/public/pages/{slug}", summary: "A landing page with its form", ...tag })
    .input(z.object({ slug }))
    .output(
      z.object({
        campaignId: id,
        slug,
        offer: z.string(),
        open: z.boolean(),
        content: z.object({ en: page, fr: page }),
        form: z
          .object({
            slug,
            name: z.object({ en: z.string(), fr: z.string() }),
            fields: z.array(formField),
            thanks: z.object({ en: z.string(), fr: z.string() }),
            purposes: z.array(
              z.object({
                key: z.string(),
                name: z.object({ en: z.string(), fr: z.string() }),
                text: z.object({ en: z.string(), fr: z.string() }),
                /** It counts once it is confirmed from the mailbox. */
                doubleOptIn: z.boolean(),
              }),
            ),
          })
          .nullable(),
      }),
    ),
};

export type CampaignPage = z.infer<typeof page>;
export type CampaignMailInput = z.infer<typeof campaignMail>;
