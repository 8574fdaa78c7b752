import { z } from "zod";
import { id, instant, pageInput, pageOf, requiredText, staff, text } from "#platform/contract.ts";

const tag = { tags: ["Messages"] };
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "a time such as 08:30");
const policy = z.object({
  capMessages: z.number().int().min(0).max(100),
  capDays: z.number().int().min(1).max(90),
  from: clock,
  to: clock,
});

const messageRow = z.object({
  id,
  contactId: id.nullable(),
  contactName: z.string().nullable(),
  customerId: id.nullable(),
  campaignId: id.nullable(),
  purpose: z.string(),
  template: z.string(),
  transactional: z.boolean(),
  to: z.string(),
  subject: z.string(),
  status: z.enum(["queued", "sent", "bounced", "failed"]),
  error: z.string().nullable(),
  createdAt: instant,
  sentAt: instant.nullable(),
  openedAt: instant.nullable(),
  clickedAt: instant.nullable(),
});
const decisionRow = z.object({
  id,
  contactId: id.nullable(),
  contactName: z.string().nullable(),
  customerId: id.nullable(),
  campaignId: id.nullable(),
  purpose: z.string(),
  template: z.string(),
  transactional: z.boolean(),
  outcome: z.enum(["send", "defer", "skip"]),
  reason: z.string(),
  basis: z.string(),
  facts: z.record(z.string(), z.unknown()),
  decidedAt: instant,
});
const caught = z.object({
  id: z.string(),
  receivedAt: z.string(),
  subject: z.string(),
  from: z.string(),
  to: z.array(z.string()),
  sizeBytes: z.number(),
  attachmentCount: z.number(),
});

export const messagingContract = {
  list: staff("read messages")
    .route({ method: "GET", path: "/messages", summary: "Messages sent to people, newest first", ...tag })
    .input(
      z.object({
        ...pageInput,
        contactId: id.optional(),
        customerId: id.optional(),
        campaignId: id.optional(),
        status: z.enum(["queued", "sent", "bounced", "failed"]).optional(),
        purpose: text(60).optional(),
      }),
    )
    .output(pageOf(messageRow)),
  show: staff("read messages")
    .route({
      method: "GET",
      path: "/messages/{messageId}",
      summary: "One message: how it looked, and the decision that allowed it",
      ...tag,
    })
    .input(z.object({ messageId: id }))
    .output(
      z.object({
        message: messageRow,
        html: z.string().nullable(),
        text: z.string().nullable(),
        decision: decisionRow.nullable(),
      }),
    ),
  decisions: staff("read messages")
    .route({
      method: "GET",
      path: "/message-decisions",
      summary: "Why each message left or did not: purpose, basis, wording, cap, hours",
      ...tag,
    })
    .input(
      z.object({
        ...pageInput,
        contactId: id.optional(),
        campaignId: id.optional(),
        outcome: z.enum(["send", "defer", "skip"]).optional(),
        reason: text(40).optional(),
      }),
    )
    .output(pageOf(decisionRow)),
  policy: staff("read settings")
    .route({ method: "GET", path: "/message-policy", summary: "How often and when people hear from us", ...tag })
    .output(policy),
  changePolicy: staff("change how often we write")
    .route({ method: "PUT", path: "/message-policy", summary: "Change the frequency cap and the hours", ...tag })
    .input(policy)
    .output(policy),
  listCaught: staff("read caught mail")
    .route({ method: "GET", path: "/demo/mail", summary: "Demo only: mail that would have left", ...tag })
    .input(z.object({ ...pageInput, to: text(254).optional() }))
    .output(pageOf(caught)),
  showCaught: staff("read caught mail")
    .route({ method: "GET", path: "/demo/mail/{mailId}", summary: "Demo only: one caught mail", ...tag })
    .input(z.object({ mailId: text(64) }))
    .output(
      caught.extend({
        html: z.string(),
        text: z.string(),
        headers: z.array(z.object({ name: z.string(), value: z.string() })),
        attachments: z.array(z.object({ name: z.string(), mime: z.string(), sizeBytes: z.number() })),
      }),
    ),
  answerCaught: staff("read caught mail")
    .route({
      method: "POST",
      path: "/demo/mail/{mailId}/answers",
      summary: "Demo only: write back as the person a caught mail was for",
      ...tag,
    })
    .input(z.object({ mailId: text(64), text: requiredText(20_000) }))
    .output(z.object({ messageId: z.string() })),
  clearCaught: staff("read caught mail")
    .route({ method: "DELETE", path: "/demo/mail", summary: "Demo only: throw the caught mail away", ...tag })
    .output(z.object({ cleared: z.literal(true) })),
};
