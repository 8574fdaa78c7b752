import { z } from "zod";
import { id, instant, ok, pageInput, pageOf, requiredText, staff, text } from "#platform/contract.ts";

const tag = { tags: ["Webhooks"] };
const url = z.url({ protocol: /^https?$/ }).max(1000);
const types = z
  .array(z.string().regex(/^[a-z_]{2,40}\.([a-z_]{2,40}|\*)$/, 'an event such as "invoice.issued" or "invoice.*"'))
  .max(100);
const status = z.enum(["active", "paused", "disabled"]);
const endpoint = z.object({
  id,
  name: z.string(),
  url: z.string(),
  types: z.array(z.string()),
  status,
  statusReason: z.string().nullable(),
  failingSince: instant.nullable(),
  createdAt: instant,
  delivered: z.number(),
  waiting: z.number(),
  failed: z.number(),
  lastDeliveredAt: instant.nullable(),
});
const delivery = z.object({
  id,
  endpointId: id,
  eventId: id,
  eventType: z.string(),
  status: z.enum(["pending", "delivered", "failed"]),
  attempts: z.number(),
  nextAt: instant.nullable(),
  responseStatus: z.number().nullable(),
  error: z.string().nullable(),
  createdAt: instant,
  deliveredAt: instant.nullable(),
});
const attempt = z.object({
  id,
  at: instant,
  tookMs: z.number(),
  responseStatus: z.number().nullable(),
  responseBody: z.string().nullable(),
  error: z.string().nullable(),
});
const manage = () => staff("manage webhooks");

export const webhooksContract = {
  list: manage()
    .route({ method: "GET", path: "/webhooks", summary: "Who is told what happens here", ...tag })
    .output(z.object({ rows: z.array(endpoint) })),
  show: manage()
    .route({ method: "GET", path: "/webhooks/{webhookId}", summary: "One endpoint", ...tag })
    .input(z.object({ webhookId: id }))
    .output(endpoint),
  create: manage()
    .route({ method: "POST", path: "/webhooks", summary: "Add an endpoint; its signing secret is shown once", ...tag })
    .input(z.object({ name: requiredText(80), url, types: types.default([]) }))
    .output(ok.extend({ secret: z.string() })),
  change: manage()
    .route({
      method: "PATCH",
      path: "/webhooks/{webhookId}",
      summary: "Change an endpoint, pause it or switch it on again",
      ...tag,
    })
    .input(
      z.object({
        webhookId: id,
        name: requiredText(80).optional(),
        url: url.optional(),
        types: types.optional(),
        status: z.enum(["active", "paused"]).optional(),
      }),
    )
    .output(ok),
  remove: manage()
    .route({ method: "DELETE", path: "/webhooks/{webhookId}", summary: "Remove an endpoint; its log is kept", ...tag })
    .input(z.object({ webhookId: id }))
    .output(ok),
  rotateSecret: manage()
    .route({
      method: "POST",
      path: "/webhooks/{webhookId}/secret",
      summary: "A new signing secret; the old one signs beside it for a day",
      ...tag,
    })
    .input(z.object({ webhookId: id }))
    .output(ok.extend({ secret: z.string() })),
  tryOut: manage()
    .route({ method: "POST", path: "/webhooks/{webhookId}/trial", summary: "Send a sample now and see the answer", ...tag })
    .input(z.object({ webhookId: id }))
    .output(
      z.object({
        delivered: z.boolean(),
        responseStatus: z.number().nullable(),
        responseBody: z.string(),
        error: z.string().nullable(),
        tookMs: z.number(),
      }),
    ),
  deliveries: manage()
    .route({ method: "GET", path: "/webhooks/{webhookId}/deliveries", summary: "What was told, and how it was answered", ...tag })
    .input(
      z.object({
        webhookId: id,
        ...pageInput,
        status: z.enum(["pending", "delivered", "failed"]).optional(),
        type: text(60).optional(),
      }),
    )
    .output(pageOf(delivery)),
  delivery: manage()
    .route({
      method: "GET",
      path: "/webhook-deliveries/{deliveryId}",
      summary: "One delivery: what was sent and every attempt",
      ...tag,
    })
    .input(z.object({ deliveryId: id }))
    .output(z.object({ delivery, body: z.string(), attempts: z.array(attempt) })),
  replay: manage()
    .route({ method: "POST", path: "/webhook-deliveries/{deliveryId}/replay", summary: "Send one again", ...tag })
    .input(z.object({ deliveryId: id }))
    .output(ok),
  replaySince: manage()
    .route({
      method: "POST",
      path: "/webhooks/{webhookId}/replays",
      summary: "Send everything since an instant again, or only what failed",
      ...tag,
    })
    .input(z.object({ webhookId: id, since: instant, onlyFailed: z.boolean().default(true) }))
    .output(z.object({ deliveries: z.number() })),
  eventTypes: manage()
    .route({ method: "GET", path: "/webhook-event-types", summary: "Every kind of event there is, with its sentence", ...tag })
    .output(
      z.object({ rows: z.array(z.object({ type: z.string(), stage: z.string().nullable(), en: z.string(), fr: z.string() })) }),
    ),
};
