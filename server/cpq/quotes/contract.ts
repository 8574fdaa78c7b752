import { z } from "zod";
import { explanation, percent, quantity } from "#cpq/pricing/contract.ts";
import {
  currency,
  customer,
  day,
  id,
  instant,
  locale,
  minor,
  ok,
  pageInput,
  pageOf,
  requiredText,
  staff,
  text,
} from "#platform/contract.ts";
import { answers, configuration, trial } from "./configuration-shapes.ts";
import { bilingual, comment, line, offer, row, status } from "./quote-shapes.ts";

const tag = { tags: ["Quotes"] };
const action = z.enum(["edit", "submit", "reopen", "send", "revise"]);
const sku = z.string().regex(/^[A-Z0-9][A-Z0-9._-]{1,39}$/, "a reference of the catalogue");
const characteristics = z.record(z.string().max(60), text(200));
const deliveryAddress = z.object({
  line1: requiredText(120),
  line2: text(120).optional(),
  postcode: requiredText(12),
  city: requiredText(80),
  country: z.string().regex(/^[A-Z]{2}$/, "a country code such as FR"),
});
const newLine = z.object({
  sku,
  quantity: quantity.default("1"),
  discountPercent: percent.optional(),
  characteristics: characteristics.optional(),
});

const one = z.object({ quoteId: id });
const ofVersion = z.object({ quoteId: id, version: z.number().int().min(1).max(999) });
const pdf = z.file().mime("application/pdf");

export const quotesContract = {
  list: staff("read quotes")
    .route({ method: "GET", path: "/quotes", summary: "Quotes, newest first", ...tag })
    .input(
      z.object({
        ...pageInput,
        search: text(60).optional(),
        status: status.optional(),
        customerId: id.optional(),
        opportunityId: id.optional(),
        ownerId: id.optional(),
      }),
    )
    .output(pageOf(row)),
  show: staff("read quotes")
    .route({ method: "GET", path: "/quotes/{quoteId}", summary: "One quote: lines, sums, versions, comments, approval", ...tag })
    .input(one)
    .output(
      row.extend({
        contactEmail: z.string().nullable(),
        summary: z.string().nullable(),
        locale,
        declineReason: z.string().nullable(),
        decidedAt: instant.nullable(),
        actions: z.array(action),
        offer: offer.extend({
          headerDiscountPercent: z.string(),
          lines: z.array(
            line.extend({ marginPercent: z.string().nullable(), givenPercent: z.string(), asksApproval: z.array(bilingual) }),
          ),
          marginPercent: z.string().nullable(),
          expectedOn: day,
        }),
        approval: z.object({
          /** Roles to be asked if it were submitted now. */
          roles: z.array(z.string()),
          reasons: z.array(bilingual),
          counterfactual: bilingual.nullable(),
        }),
        versions: z.array(
          z.object({
            version: z.number(),
            totalMinor: minor,
            createdAt: instant,
            sentAt: instant.nullable(),
            documentSha256: z.string().nullable(),
          }),
        ),
        comments: z.array(comment),
        views: z.array(z.object({ version: z.number(), at: instant })),
      }),
    ),
  why: staff("read quotes")
    .route({ method: "GET", path: "/quotes/{quoteId}/lines/{lineId}/price", summary: "Why a line costs what it costs", ...tag })
    .input(one.extend({ lineId: id }))
    .output(explanation),
  recommended: staff("read quotes")
    .route({ method: "GET", path: "/quotes/{quoteId}/recommendations", summary: "What goes well with it", ...tag })
    .input(one)
    .output(
      z.object({
        rows: z.array(
          z.object({
            sku: z.string(),
            name: bilingual,
            kind: z.enum(["cross_sell", "up_sell"]),
            reason: bilingual,
            confidence: z.number().nullable(),
          }),
        ),
      }),
    ),
  document: staff("read quotes")
    .route({ method: "GET", path: "/quotes/{quoteId}/versions/{version}/document", summary: "The PDF of a version", ...tag })
    .input(ofVersion)
    .output(pdf),
  create: staff("work on quotes")
    .route({ method: "POST", path: "/quotes", summary: "Draft a quote", ...tag })
    .input(
      z.object({
        customerId: id,
        contactId: id.optional(),
        opportunityId: id.optional(),
        summary: text(160).optional(),
        locale: locale.optional(),
        lines: z.array(newLine).max(1_000).optional(),
      }),
    )
    .output(ok),
  addLine: staff("work on quotes")
    .route({ method: "POST", path: "/quotes/{quoteId}/lines", summary: "Add a line", ...tag })
    .input(one.extend(newLine.shape))
    .output(z.object({ id, lineId: id })),
  tryConfiguration: staff("work on quotes")
    .route({
      method: "POST",
      path: "/quote-configurations",
      summary: "Answer a guide for a customer: what may still be chosen, and what it comes to; nothing is kept",
      ...tag,
    })
    .input(trial)
    .output(configuration),
  addConfiguration: staff("work on quotes")
    .route({
      method: "POST",
      path: "/quotes/{quoteId}/configurations",
      summary: "Add the lines of an answered guide, completed at the lowest price",
      ...tag,
    })
    .input(one.extend(answers.shape))
    .output(z.object({ id, lines: z.number() })),
  changeLine: staff("work on quotes")
    .route({
      method: "PATCH",
      path: "/quotes/{quoteId}/lines/{lineId}",
      summary: "Change quantity or discount of a line",
      ...tag,
    })
    .input(
      one.extend({
        lineId: id,
        quantity: quantity.optional(),
        discountPercent: percent.optional(),
        characteristics: characteristics.optional(),
      }),
    )
    .output(ok),
  removeLine: staff("work on quotes")
    .route({ method: "DELETE", path: "/quotes/{quoteId}/lines/{lineId}", summary: "Remove a line", ...tag })
    .input(one.extend({ lineId: id }))
    .output(ok),
  changeTerms: staff("work on quotes")
    .route({ method: "PATCH", path: "/quotes/{quoteId}", summary: "Change what holds for the whole quote", ...tag })
    .input(
      one.extend({
        headerDiscountPercent: percent.optional(),
        note: text(2_000).optional(),
        deliveryAddress: deliveryAddress.optional(),
        validUntil: day.optional(),
        contactId: id.optional(),
        locale: locale.optional(),
      }),
    )
    .output(ok),
  assign: staff("work on quotes")
    .route({ method: "PUT", path: "/quotes/{quoteId}/owner", summary: "Give a quote to someone", ...tag })
    .input(one.extend({ ownerId: id }))
    .output(ok),
  submit: staff("work on quotes")
    .route({ method: "POST", path: "/quotes/{quoteId}/submission", summary: "Ready to send, or asks for approval", ...tag })
    .input(one.extend({ comment: text(500).optional() }))
    .output(z.object({ id, status })),
  reopen: staff("work on quotes")
    .route({ method: "POST", path: "/quotes/{quoteId}/reopening", summary: "Back to draft, before it was sent", ...tag })
    .input(one)
    .output(ok),
  send: staff("work on quotes")
    .route({ method: "POST", path: "/quotes/{quoteId}/sending", summary: "Make the PDF and send it to the contact", ...tag })
    .input(one.extend({ validUntil: day.optional() }))
    .output(z.object({ id, documentSha256: z.string() })),
  revise: staff("work on quotes")
    .route({ method: "POST", path: "/quotes/{quoteId}/versions", summary: "Begin the next version", ...tag })
    .input(one)
    .output(z.object({ id, version: z.number() })),
  comment: staff("work on quotes")
    .route({ method: "POST", path: "/quotes/{quoteId}/comments", summary: "Answer the customer on the quote", ...tag })
    .input(one.extend({ comment: requiredText(2_000) }))
    .output(ok),
  myQuotes: customer()
    .route({ method: "GET", path: "/my/quotes", summary: "My quotes", ...tag })
    .input(z.object(pageInput))
    .output(
      pageOf(
        z.object({
          id,
          number: z.string(),
          status: z.enum(["preparing", "open", "accepted", "declined", "expired"]),
          summary: z.string().nullable(),
          currency,
          totalMinor: minor.nullable(),
          validUntil: day.nullable(),
          createdAt: instant,
        }),
      ),
    ),
  myQuote: customer()
    .route({ method: "GET", path: "/my/quotes/{quoteId}", summary: "One of my quotes, as it was sent to me", ...tag })
    .input(one)
    .output(
      z.object({
        id,
        number: z.string(),
        status: z.enum(["preparing", "open", "accepted", "declined", "expired"]),
        summary: z.string().nullable(),
        currency,
        locale,
        createdAt: instant,
        decidedAt: instant.nullable(),
        /** Whom to talk to. */
        contact: z.object({ name: z.string(), email: z.string() }).nullable(),
        offer: offer.nullable(),
        comments: z.array(comment),
      }),
    ),
  myDocument: customer()
    .route({ method: "GET", path: "/my/quotes/{quoteId}/versions/{version}/document", summary: "The PDF I was sent", ...tag })
    .input(ofVersion)
    .output(pdf),
  noteView: customer()
    .route({ method: "POST", path: "/my/quotes/{quoteId}/views", summary: "I have opened my quote", ...tag })
    .input(one)
    .output(ok),
  myComment: customer()
    .route({ method: "POST", path: "/my/quotes/{quoteId}/comments", summary: "Ask a question or a change", ...tag })
    .input(one.extend({ comment: requiredText(2_000), asksChange: z.boolean().default(false) }))
    .output(ok),
  decline: customer()
    .route({ method: "POST", path: "/my/quotes/{quoteId}/refusal", summary: "I do not want it, and why", ...tag })
    .input(one.extend({ reason: requiredText(500) }))
    .output(ok),
};
