import { z } from "zod";
import { soldLine } from "#cpq/quotes/events.ts";
import {
  currency,
  customer,
  day,
  id,
  instant,
  minor,
  ok,
  pageInput,
  pageOf,
  requiredText,
  staff,
  text,
} from "#platform/contract.ts";

const tag = { tags: ["Orders"] };
const status = z.enum(["placed", "planned", "in_progress", "completed", "cancelled"]);
const row = z.object({
  id,
  number: z.string(),
  customerId: id,
  customerName: z.string(),
  status,
  currency,
  netMinor: minor,
  totalMinor: minor,
  promisedOn: day.nullable(),
  expectedOn: day.nullable(),
  atRisk: z.boolean(),
  placedAt: instant,
  completedAt: instant.nullable(),
});
const item = z.object({ id, action: z.string(), status: z.string(), line: soldLine });
const detail = row.extend({
  quoteId: id.nullable(),
  opportunityId: id.nullable(),
  deliveryAddress: z.object({
    line1: z.string(),
    line2: z.string().optional(),
    postcode: z.string(),
    city: z.string(),
    country: z.string(),
  }),
  cancelReason: z.string().nullable(),
  items: z.array(item),
  returns: z.array(z.object({ id, itemId: id, status: z.string(), reason: z.string() })),
});
const one = z.object({ orderId: id });

export const ordersContract = {
  list: staff("read orders")
    .route({ method: "GET", path: "/orders", summary: "Orders, newest first", ...tag })
    .input(
      z.object({
        ...pageInput,
        search: text(60).optional(),
        status: status.optional(),
        customerId: id.optional(),
        atRisk: z.boolean().optional(),
      }),
    )
    .output(pageOf(row)),
  show: staff("read orders")
    .route({ method: "GET", path: "/orders/{orderId}", summary: "One order with its items", ...tag })
    .input(one)
    .output(detail),
  amend: staff("change orders")
    .route({
      method: "PUT",
      path: "/orders/{orderId}/items/{itemId}/quantity",
      summary: "Change a quantity before the item leaves",
      ...tag,
    })
    .input(one.extend({ itemId: id, quantity: z.string().regex(/^[1-9]\d{0,5}$/, "a whole number above 0") }))
    .output(ok),
  cancel: staff("change orders")
    .route({
      method: "POST",
      path: "/orders/{orderId}/cancellation",
      summary: "Cancel an order that has not been delivered",
      ...tag,
    })
    .input(one.extend({ reason: requiredText(300) }))
    .output(ok),
  receiveReturn: staff("change orders")
    .route({
      method: "POST",
      path: "/orders/{orderId}/returns/{returnId}/receipt",
      summary: "Note that a return has arrived",
      ...tag,
    })
    .input(one.extend({ returnId: id, condition: requiredText(200) }))
    .output(ok),
  myOrders: customer()
    .route({ method: "GET", path: "/my/orders", summary: "My orders", ...tag })
    .input(z.object(pageInput))
    .output(pageOf(row)),
  myOrder: customer()
    .route({ method: "GET", path: "/my/orders/{orderId}", summary: "One of my orders", ...tag })
    .input(one)
    .output(detail),
  requestReturn: customer()
    .route({ method: "POST", path: "/my/orders/{orderId}/returns", summary: "Ask to send something back", ...tag })
    .input(one.extend({ itemId: id, reason: requiredText(300) }))
    .output(ok),
};
