import { z } from "zod";
import { currency, id, minor, pageInput, pageOf, staff } from "#platform/contract.ts";

const tag = { tags: ["Customer value"] };
const reason = z.object({ key: z.string(), weight: z.number(), value: z.number(), en: z.string(), fr: z.string() });
const step = z.object({
  key: z.enum(["renewals", "purchases"]),
  name: z.string(),
  unitMinor: minor,
  times: z.number(),
  months: z.number().nullable(),
  alive: z.number().nullable(),
  learnt: z.boolean(),
  marginMinor: minor,
});
const row = z.object({
  customerId: id,
  customerName: z.string(),
  currency,
  billedMinor: minor,
  marginMinor: minor,
  monthlyMinor: minor,
  health: z.number().nullable(),
  healthReasons: z.array(reason),
  churnPercent: z.number().nullable(),
  churnReasons: z.array(reason),
  churned: z.boolean(),
  /** Margin to expect over the next twelve months, and how it comes about. */
  expectedMinor: minor.nullable(),
  expectedSteps: z.array(step),
});

export const customerValueContract = {
  list: staff("read customer value")
    .route({ method: "GET", path: "/customer-values", summary: "Customers by risk of leaving: value, health, reasons", ...tag })
    .input(z.object({ ...pageInput, minRisk: z.number().int().min(0).max(100).optional() }))
    .output(pageOf(row)),
  show: staff("read customer value")
    .route({ method: "GET", path: "/customers/{customerId}/value", summary: "Value, health and risk of one customer", ...tag })
    .input(z.object({ customerId: id }))
    .output(row.nullable()),
  summary: staff("read customer value")
    .route({
      method: "GET",
      path: "/customer-value",
      summary: "Monthly recurring revenue, churn, gross and net revenue retention over the last 30 days",
      ...tag,
    })
    .output(
      z.object({
        currency,
        monthlyMinor: minor,
        customers: z.number(),
        churnedCustomers: z.number(),
        grrPercent: z.number().nullable(),
        nrrPercent: z.number().nullable(),
        /** From how many customers or subscriptions each model was learnt; 0 where there is too little yet. */
        learntFrom: z.object({ renewals: z.number(), purchases: z.number(), spending: z.number(), churn: z.number() }),
      }),
    ),
};
