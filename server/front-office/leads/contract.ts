import { z } from "zod";
import { campaignMail } from "#front-office/campaigns/contract.ts";
import { email, id, instant, ok, pageInput, pageOf, requiredText, staff, text } from "#platform/contract.ts";

const tag = { tags: ["Leads"] };
const bilingual = z.object({ en: z.string(), fr: z.string() });
const status = z.enum(["new", "nurturing", "handed_over", "working", "qualified", "converted", "disqualified", "recycled"]);
const row = z.object({
  id,
  name: z.string(),
  company: z.string().nullable(),
  email: z.string().nullable(),
  source: z.string(),
  status,
  score: z.number(),
  grade: z.string(),
  ownerId: id.nullable(),
  ownerName: z.string().nullable(),
  respondBy: instant.nullable(),
  respondedAt: instant.nullable(),
  late: z.boolean(),
  createdAt: instant,
});
const one = z.object({ leadId: id });
const rule = z.object({
  key: z.string(),
  kind: z.enum(["engagement", "fit"]),
  label: bilingual,
  matches: z.string(),
  pattern: z.string().nullable(),
  points: z.number(),
  halfLifeDays: z.number().nullable(),
  cap: z.number().nullable(),
  active: z.boolean(),
});

/** A test of one field: the lead's source or company holds these words. */
const routed = z.object({ source: text(80).optional(), company: text(80).optional() });
const routing = z.object({
  name: requiredText(80),
  matches: routed,
  /** Nobody but its sellers; all sellers when null. */
  teamId: id.nullable(),
  strategy: z.enum(["round_robin", "least_busy"]),
});

const nurtureMail = z.object({ en: campaignMail, fr: campaignMail });
const stepKey = z.string().regex(/^[a-z][a-z0-9_]{1,39}$/, "small letters, figures and underscores");

export const leadsContract = {
  list: staff("read leads")
    .route({ method: "GET", path: "/leads", summary: "Leads, newest first", ...tag })
    .input(
      z.object({
        ...pageInput,
        search: text(80).optional(),
        status: status.optional(),
        ownerId: id.optional(),
        source: text(60).optional(),
        late: z.boolean().optional(),
        open: z.boolean().optional(),
      }),
    )
    .output(pageOf(row)),
  show: staff("read leads")
    .route({ method: "GET", path: "/leads/{leadId}", summary: "One lead: score with its reasons, clock, allowed moves", ...tag })
    .input(one)
    .output(
      row.extend({
        contactId: id.nullable(),
        phone: z.string().nullable(),
        /** Typed beside the address of someone we knew, and not confirmed from their mailbox. */
        phoneClaimed: z.boolean(),
        utm: z.record(z.string(), z.string()),
        fit: z.number(),
        engagement: z.number(),
        reasons: z.array(z.object({ key: z.string(), label: bilingual, points: z.number(), count: z.number() })),
        handedOverAt: instant.nullable(),
        closedAt: instant.nullable(),
        closeReason: z.string().nullable(),
        customerId: id.nullable(),
        opportunityId: id.nullable(),
        allowed: z.array(status),
      }),
    ),
  capture: staff("work on leads")
    .route({ method: "POST", path: "/leads", summary: "Note a lead by hand", ...tag })
    .input(
      z.object({
        name: requiredText(120),
        email: email.optional(),
        phone: text(30).optional(),
        company: text(120).optional(),
        source: requiredText(60).default("manual"),
      }),
    )
    .output(ok),
  handOver: staff("hand leads over")
    .route({
      method: "POST",
      path: "/leads/{leadId}/hand-over",
      summary: "Give a lead to sales now, by the routing rules or to someone",
      ...tag,
    })
    .input(one.extend({ ownerId: id.optional() }))
    .output(ok),
  respond: staff("work on leads")
    .route({
      method: "POST",
      path: "/leads/{leadId}/response",
      summary: "Note the first answer to a lead: stops its clock",
      ...tag,
    })
    .input(one.extend({ how: z.enum(["phone", "email", "meeting"]), notes: text(1_000).optional() }))
    .output(ok),
  disqualify: staff("work on leads")
    .route({ method: "POST", path: "/leads/{leadId}/disqualification", summary: "Set a lead aside, with the reason", ...tag })
    .input(one.extend({ reason: requiredText(200) }))
    .output(ok),
  recycle: staff("work on leads")
    .route({ method: "POST", path: "/leads/{leadId}/recycling", summary: "Send a lead back to nurture", ...tag })
    .input(one.extend({ reason: requiredText(200) }))
    .output(ok),
  settings: staff("read leads")
    .route({
      method: "GET",
      path: "/lead-settings",
      summary: "Scoring rules, hand-over score, response time, nurture steps",
      ...tag,
    })
    .output(
      z.object({
        handOverScore: z.number(),
        respondMinutes: z.number(),
        nurture: z.array(z.object({ key: z.string(), afterDays: z.number(), template: z.string() })),
        rules: z.array(rule),
        routing: z.array(routing.extend({ teamName: z.string().nullable() })),
      }),
    ),
  nurture: staff("read leads")
    .route({
      method: "GET",
      path: "/lead-nurture",
      summary: "What those who go quiet receive, step by step, and what each step did",
      ...tag,
    })
    .output(
      z.object({
        handOverScore: z.number(),
        steps: z.array(
          z.object({
            key: z.string(),
            afterDays: z.number(),
            mail: nurtureMail,
            /** Leads whose next step this is. */
            waiting: z.number(),
            sent: z.number(),
            opened: z.number(),
            clicked: z.number(),
          }),
        ),
      }),
    ),
  changeNurture: staff("change lead settings")
    .route({ method: "PUT", path: "/lead-nurture", summary: "Change the steps, their waits and their words", ...tag })
    .input(
      z.object({
        steps: z.array(z.object({ key: stepKey, afterDays: z.number().int().min(1).max(365), mail: nurtureMail })).max(10),
      }),
    )
    .output(z.object({ steps: z.number() })),
  changeSettings: staff("change lead settings")
    .route({ method: "PUT", path: "/lead-settings", summary: "Change hand-over score and response time", ...tag })
    .input(z.object({ handOverScore: z.number().int().min(1).max(200), respondMinutes: z.number().int().min(1).max(10_000) }))
    .output(z.object({ handOverScore: z.number() })),
  changeScoreRule: staff("change lead settings")
    .route({ method: "PUT", path: "/lead-score-rules/{key}", summary: "Change what a scoring rule is worth", ...tag })
    .input(
      z.object({
        key: z.string().max(40),
        points: z.number().int().min(-100).max(100),
        halfLifeDays: z.number().int().min(1).max(365).nullable(),
        cap: z.number().int().min(1).max(200).nullable(),
        active: z.boolean(),
      }),
    )
    .output(z.object({ key: z.string() })),
  changeRouting: staff("change lead settings")
    .route({ method: "PUT", path: "/lead-routing", summary: "Replace the rules that say who gets a lead, in order", ...tag })
    .input(z.object({ rules: z.array(routing).max(50) }))
    .output(z.object({ rules: z.number() })),
};
