import { z } from "zod";
import { currency, id, instant, minor, ok, pageInput, pageOf, requiredText, staff, text } from "#platform/contract.ts";

const tag = { tags: ["Approvals"] };
const bilingual = z.object({ en: z.string(), fr: z.string() });
const status = z.enum(["pending", "granted", "refused", "withdrawn"]);
const one = z.object({ approvalId: id });
const approval = z.object({
  id,
  quoteId: id,
  quoteNumber: z.string(),
  version: z.number(),
  customerId: id,
  customerName: z.string(),
  totalMinor: minor,
  currency,
  approverRole: z.string(),
  reasons: z.array(
    z.object({ key: z.string(), text: bilingual, discountPercent: z.string(), marginPercent: z.string().nullable() }),
  ),
  /** What would make it unnecessary. */
  counterfactual: bilingual.nullable(),
  comment: z.string().nullable(),
  requestedById: id.nullable(),
  requestedByName: z.string(),
  status,
  requestedAt: instant,
  dueAt: instant,
  escalatedAt: instant.nullable(),
  decidedAt: instant.nullable(),
  decidedByName: z.string().nullable(),
  decisionComment: z.string().nullable(),
  /** Waits for the one who asks. */
  mine: z.boolean(),
});

export const approvalsContract = {
  list: staff("read approvals")
    .route({ method: "GET", path: "/approvals", summary: "Approvals, the most urgent first", ...tag })
    .input(z.object({ ...pageInput, mine: z.boolean().optional(), status: status.optional(), quoteId: id.optional() }))
    .output(pageOf(approval)),
  grant: staff("decide approvals")
    .route({ method: "POST", path: "/approvals/{approvalId}/grant", summary: "Agree", ...tag })
    .input(one.extend({ comment: text(500).optional() }))
    .output(ok),
  refuse: staff("decide approvals")
    .route({ method: "POST", path: "/approvals/{approvalId}/refusal", summary: "Say no, and why", ...tag })
    .input(one.extend({ comment: requiredText(500) }))
    .output(ok),
};
