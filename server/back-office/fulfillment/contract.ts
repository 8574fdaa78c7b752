import { z } from "zod";
import { customer, day, id, instant, ok, pageInput, pageOf, requiredText, staff } from "#platform/contract.ts";

const tag = { tags: ["Fulfilment"] };
const status = z.enum(["waiting", "ready", "started", "completed", "failed", "cancelled"]);
const task = z.object({
  id,
  orderId: id,
  orderNumber: z.string(),
  customerId: id,
  customerName: z.string(),
  kind: z.enum(["ship", "install", "provision"]),
  name: z.string(),
  dependsOn: z.array(id),
  status,
  dueAt: instant,
  expectedAt: instant,
  late: z.boolean(),
  startedAt: instant.nullable(),
  completedAt: instant.nullable(),
  failure: z.string().nullable(),
  attempts: z.number(),
});
const shipment = z.object({
  carrier: z.string(),
  tracking: z.string(),
  dispatchedAt: instant,
  deliveredAt: instant.nullable(),
  receivedBy: z.string().nullable(),
});
const plan = z.object({
  orderId: id,
  promisedOn: day,
  expectedOn: day,
  jeopardy: z.string().nullable(),
  tasks: z.array(task),
  shipments: z.array(shipment),
});
const one = z.object({ taskId: id });

export const fulfillmentContract = {
  tasks: staff("read the plans of orders")
    .route({ method: "GET", path: "/tasks", summary: "Tasks still to do, the most urgent first", ...tag })
    .input(
      z.object({
        ...pageInput,
        kind: z.enum(["ship", "install", "provision"]).optional(),
        status: status.optional(),
        orderId: id.optional(),
      }),
    )
    .output(pageOf(task)),
  plan: staff("read the plans of orders")
    .route({ method: "GET", path: "/orders/{orderId}/plan", summary: "The plan of an order", ...tag })
    .input(z.object({ orderId: id }))
    .output(plan),
  myPlan: customer()
    .route({ method: "GET", path: "/my/orders/{orderId}/plan", summary: "How far my order is", ...tag })
    .input(z.object({ orderId: id }))
    .output(plan),
  dispatch: staff("ship orders")
    .route({ method: "POST", path: "/tasks/{taskId}/shipment", summary: "Hand a shipment to the carrier", ...tag })
    .input(one.extend({ carrier: requiredText(60), tracking: requiredText(80) }))
    .output(ok),
  deliver: staff("ship orders")
    .route({ method: "POST", path: "/tasks/{taskId}/delivery", summary: "Note that a shipment was delivered", ...tag })
    .input(one.extend({ receivedBy: requiredText(80) }))
    .output(ok),
  fail: staff("work on tasks")
    .route({
      method: "POST",
      path: "/tasks/{taskId}/failure",
      summary: "Note why a task cannot go on: it joins the fallout queue",
      ...tag,
    })
    .input(one.extend({ reason: requiredText(300) }))
    .output(ok),
  retry: staff("work on tasks")
    .route({ method: "POST", path: "/tasks/{taskId}/retry", summary: "Try a failed task again", ...tag })
    .input(one)
    .output(ok),
  movePromise: staff("move promises")
    .route({ method: "PUT", path: "/orders/{orderId}/promise", summary: "Promise another day, and say why", ...tag })
    .input(z.object({ orderId: id, to: day, reason: requiredText(200) }))
    .output(ok),
};
