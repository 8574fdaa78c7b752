import { z } from "zod";
import { currency, customer, day, id, minor, ok, pageInput, pageOf, requiredText, staff, text } from "#platform/contract.ts";

const tag = { tags: ["Subscriptions"] };
const status = z.enum(["active", "paused", "ended"]);
const row = z.object({
  id,
  number: z.string(),
  customerId: id,
  customerName: z.string(),
  orderId: id,
  name: z.string(),
  sku: z.string(),
  status,
  currency,
  quantity: z.string(),
  everyMonths: z.number(),
  periodNetMinor: minor,
  monthlyMinor: minor,
  startsOn: day,
  termEndsOn: day.nullable(),
  renews: z.boolean(),
  endsOn: day.nullable(),
});
const version = z.object({
  id,
  validFrom: day,
  validTo: day.nullable(),
  quantity: z.string(),
  periodNetMinor: minor.nullable(),
  model: z.unknown(),
  reason: z.string(),
});
const detail = row.extend({
  endReason: z.string().nullable(),
  items: z.array(
    z.object({
      id,
      kind: z.enum(["recurring", "usage"]),
      name: z.string(),
      meter: z.string().nullable(),
      unit: z.string().nullable(),
      versions: z.array(version),
    }),
  ),
});
const one = z.object({ subscriptionId: id });
const from = { effectiveOn: day.optional() };

export const subscriptionsContract = {
  list: staff("read subscriptions")
    .route({ method: "GET", path: "/subscriptions", summary: "Subscriptions, newest first", ...tag })
    .input(z.object({ ...pageInput, search: text(60).optional(), status: status.optional(), customerId: id.optional() }))
    .output(pageOf(row)),
  show: staff("read subscriptions")
    .route({ method: "GET", path: "/subscriptions/{subscriptionId}", summary: "One subscription with all its versions", ...tag })
    .input(one)
    .output(detail),
  change: staff("change subscriptions")
    .route({
      method: "PUT",
      path: "/subscriptions/{subscriptionId}/agreement",
      summary: "Another quantity or price from a day on, also mid-period",
      ...tag,
    })
    .input(
      one.extend({
        quantity: z
          .string()
          .regex(/^[1-9]\d{0,5}$/, "a whole number above 0")
          .optional(),
        periodNetMinor: minor.refine((value) => value >= 0n, "not below 0").optional(),
        ...from,
      }),
    )
    .output(ok),
  pause: staff("change subscriptions")
    .route({ method: "POST", path: "/subscriptions/{subscriptionId}/pause", summary: "Suspend service and billing", ...tag })
    .input(one.extend({ reason: requiredText(300), ...from }))
    .output(ok),
  resume: staff("change subscriptions")
    .route({ method: "DELETE", path: "/subscriptions/{subscriptionId}/pause", summary: "Go on after a pause", ...tag })
    .input(one.extend(from))
    .output(ok),
  cancel: staff("change subscriptions")
    .route({
      method: "POST",
      path: "/subscriptions/{subscriptionId}/cancellation",
      summary: "End a subscription on a day",
      ...tag,
    })
    .input(one.extend({ reason: requiredText(300), endsOn: day.optional() }))
    .output(z.object({ id, endsOn: day })),
  setRenewal: staff("change subscriptions")
    .route({
      method: "PUT",
      path: "/subscriptions/{subscriptionId}/renewal",
      summary: "Whether a new term begins by itself",
      ...tag,
    })
    .input(one.extend({ renews: z.boolean() }))
    .output(ok),
  mySubscriptions: customer()
    .route({ method: "GET", path: "/my/subscriptions", summary: "My subscriptions", ...tag })
    .input(z.object(pageInput))
    .output(pageOf(row)),
  mySubscription: customer()
    .route({ method: "GET", path: "/my/subscriptions/{subscriptionId}", summary: "One of my subscriptions", ...tag })
    .input(one)
    .output(detail),
  cancelMine: customer()
    .route({
      method: "POST",
      path: "/my/subscriptions/{subscriptionId}/cancellation",
      summary: "End my subscription, at the end of its term at the earliest",
      ...tag,
    })
    .input(one.extend({ reason: requiredText(300) }))
    .output(z.object({ id, endsOn: day })),
};
