import { z } from "zod";
import { id, instant, locale, ok, pageInput, pageOf, requiredText, staff, text } from "#platform/contract.ts";
import { channel, chatContract, source } from "./chat-contract.ts";

const tag = { tags: ["Conversations"] };
const kind = z.enum(["question", "case", "complaint"]);
const priority = z.enum(["low", "normal", "high", "urgent"]);
const status = z.enum(["open", "waiting", "snoozed", "resolved", "merged"]);
const clockKind = z.enum(["first_response", "resolution"]);
const bilingual = z.object({ en: requiredText(4_000), fr: requiredText(4_000) });
const one = z.object({ conversationId: id });

const row = z.object({
  id,
  number: z.string(),
  subject: z.string(),
  kind,
  priority,
  status,
  reason: z.string().nullable(),
  channel,
  locale,
  customerId: id.nullable(),
  customerName: z.string().nullable(),
  contactId: id.nullable(),
  contactName: z.string().nullable(),
  contactEmail: z.string().nullable(),
  handledBy: z.enum(["assistant", "people"]),
  teamId: id.nullable(),
  teamName: z.string().nullable(),
  assigneeId: id.nullable(),
  assigneeName: z.string().nullable(),
  snoozedUntil: instant.nullable(),
  openedAt: instant,
  firstRepliedAt: instant.nullable(),
  waitingSince: instant.nullable(),
  resolvedAt: instant.nullable(),
  lastMessageAt: instant,
  preview: z.string(),
  lastDirection: z.enum(["inbound", "outbound"]).nullable(),
  clock: z.object({ kind: clockKind, dueAt: instant, late: z.boolean() }).nullable(),
  breached: z.boolean(),
  /** What the customer thought of it, 1 (very dissatisfied) to 5 (very satisfied). */
  rating: z.number().nullable(),
  counts: z.object({
    inbound: z.number(),
    replies: z.number(),
    automatic: z.number(),
    notes: z.number(),
    reopened: z.number(),
    handedOver: z.number(),
  }),
});
const message = z.object({
  id,
  direction: z.enum(["inbound", "outbound", "note"]),
  channel,
  body: z.string(),
  authorKind: z.enum(["customer", "staff", "system"]),
  authorName: z.string(),
  verified: z.boolean(),
  automatic: z.boolean(),
  sources: z.array(source),
  attachments: z.array(z.object({ index: z.number(), name: z.string(), mime: z.string(), sizeBytes: z.number() })),
  mailedAt: instant.nullable(),
  sentAt: instant,
});
const clock = z.object({
  kind: clockKind,
  state: z.enum(["running", "paused", "stopped"]),
  targetMs: z.number(),
  spentMs: z.number(),
  startedAt: instant,
  dueAt: instant.nullable(),
  stoppedAt: instant.nullable(),
  breachedAt: instant.nullable(),
});
const settings = z.object({
  firstResponseMinutes: z.number().int().min(5).max(10_080),
  resolutionDays: z.number().int().min(1).max(60),
});
const canned = z.object({
  shortcut: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, "small letters, figures and dashes"),
  title: bilingual,
  body: bilingual,
});
/** Several, or all when left out. */
const several = <T extends z.ZodType>(value: T) => z.array(value).max(10).optional();

export const conversationsContract = {
  list: staff("read conversations")
    .route({ method: "GET", path: "/conversations", summary: "The inbox, newest words first", ...tag })
    .input(
      z.object({
        ...pageInput,
        search: text(80).optional(),
        status: several(status),
        assignee: z.enum(["me", "nobody"]).optional(),
        assigneeId: id.optional(),
        teamId: id.optional(),
        /** Who answers: the assistant still, or people. */
        handledBy: z.enum(["assistant", "people"]).optional(),
        channel: several(channel),
        kind: several(kind),
        priority: several(priority),
        customerId: id.optional(),
        late: z.boolean().optional(),
        /** Everything that is not settled. */
        live: z.boolean().optional(),
      }),
    )
    .output(pageOf(row)),
  count: staff("read conversations")
    .route({ method: "GET", path: "/conversation-counts", summary: "How many wait: mine, nobody's, late", ...tag })
    .output(z.object({ mine: z.number(), nobodys: z.number(), late: z.number(), open: z.number() })),
  show: staff("read conversations")
    .route({ method: "GET", path: "/conversations/{conversationId}", summary: "One conversation: its words and clocks", ...tag })
    .input(one)
    .output(
      row.extend({
        mergedIntoId: id.nullable(),
        ratingComment: z.string().nullable(),
        allowed: z.array(status),
        messages: z.array(message),
        clocks: z.array(clock),
      }),
    ),
  attachment: staff("read conversations")
    .route({
      method: "GET",
      path: "/conversations/{conversationId}/messages/{messageId}/attachments/{index}",
      summary: "A file that came with a mail",
      ...tag,
    })
    .input(one.extend({ messageId: id, index: z.number().int().min(0).max(50) }))
    .output(z.file()),
  open: staff("answer conversations")
    .route({ method: "POST", path: "/conversations", summary: "Open a matter with a customer", ...tag })
    .input(
      z.object({
        customerId: id.optional(),
        contactId: id,
        subject: requiredText(200),
        kind: kind.default("case"),
        priority: priority.default("normal"),
        channel: z.enum(["phone", "console"]).default("console"),
        reason: text(500).optional(),
        assigneeId: id.optional(),
      }),
    )
    .output(ok),
  reply: staff("answer conversations")
    .route({
      method: "POST",
      path: "/conversations/{conversationId}/replies",
      summary: "Answer, where the customer wrote last",
      ...tag,
    })
    .input(
      one.extend({
        body: requiredText(20_000),
        channel: z.enum(["chat", "email"]).optional(),
        /** Published articles the answer leads to: shown under it, and counted as used. */
        articleSlugs: z.array(z.string().max(90)).max(5).optional(),
        /** The answer written once that it began with, counted as used. */
        cannedId: id.optional(),
      }),
    )
    .output(ok),
  note: staff("answer conversations")
    .route({ method: "POST", path: "/conversations/{conversationId}/notes", summary: "A note for colleagues", ...tag })
    .input(one.extend({ body: requiredText(20_000) }))
    .output(ok),
  logCall: staff("answer conversations")
    .route({
      method: "POST",
      path: "/conversations/{conversationId}/calls",
      summary: "What the customer said on the telephone",
      ...tag,
    })
    .input(one.extend({ body: requiredText(20_000) }))
    .output(ok),
  change: staff("answer conversations")
    .route({
      method: "PATCH",
      path: "/conversations/{conversationId}",
      summary: "Call it something else, or say how much it presses",
      ...tag,
    })
    .input(one.extend({ subject: requiredText(200).optional(), kind: kind.optional(), priority: priority.optional() }))
    .output(ok),
  assign: staff("answer conversations")
    .route({
      method: "PUT",
      path: "/conversations/{conversationId}/assignee",
      summary: "Give it to someone, or to the least busy of a team",
      ...tag,
    })
    .input(one.extend({ assigneeId: id.optional(), teamId: id.optional() }))
    .output(ok),
  handOver: staff("answer conversations")
    .route({
      method: "POST",
      path: "/conversations/{conversationId}/hand-over",
      summary: "Pass it on to a person, with the reason",
      ...tag,
    })
    .input(one.extend({ reason: requiredText(500), toId: id.optional(), teamId: id.optional() }))
    .output(ok),
  snooze: staff("answer conversations")
    .route({ method: "PUT", path: "/conversations/{conversationId}/snooze", summary: "Put it aside until an instant", ...tag })
    .input(one.extend({ until: instant }))
    .output(ok),
  resolve: staff("answer conversations")
    .route({ method: "POST", path: "/conversations/{conversationId}/resolution", summary: "It is settled", ...tag })
    .input(one)
    .output(ok),
  reopen: staff("answer conversations")
    .route({
      method: "DELETE",
      path: "/conversations/{conversationId}/resolution",
      summary: "It is not settled after all",
      ...tag,
    })
    .input(one.extend({ reason: text(300).default("reopened by hand") }))
    .output(ok),
  merge: staff("answer conversations")
    .route({
      method: "POST",
      path: "/conversations/{conversationId}/merge",
      summary: "Join it with another about the same matter",
      ...tag,
    })
    .input(one.extend({ intoId: id }))
    .output(ok),
  canned: staff("read conversations")
    .route({ method: "GET", path: "/canned-answers", summary: "Answers written once", ...tag })
    .output(z.object({ rows: z.array(canned.extend({ id, usedCount: z.number() })) })),
  saveCanned: staff("write canned answers")
    .route({ method: "POST", path: "/canned-answers", summary: "Write or change an answer for questions that come back", ...tag })
    .input(canned.extend({ answerId: id.optional() }))
    .output(ok),
  deleteCanned: staff("write canned answers")
    .route({ method: "DELETE", path: "/canned-answers/{answerId}", summary: "Remove a canned answer", ...tag })
    .input(z.object({ answerId: id }))
    .output(ok),
  settings: staff("read conversations")
    .route({ method: "GET", path: "/conversation-settings", summary: "What we promise", ...tag })
    .output(settings),
  changeSettings: staff("change conversation promises")
    .route({ method: "PUT", path: "/conversation-settings", summary: "Change what we promise", ...tag })
    .input(settings)
    .output(settings),
  ...chatContract,
};
