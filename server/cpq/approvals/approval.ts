import type { Selectable } from "kysely";
import type { DB } from "#db/schema.ts";
import type { Actor } from "#platform/context.ts";

/** An approver answers within this much business time, or it is escalated. */
export const answerWithinMs = 4 * 3_600_000;
/** To whom an approval goes that nobody answered in time. */
export const escalationRole = "admin" as const;

export interface Bilingual {
  en: string;
  fr: string;
}

/** Why an approval is asked, for one line of the quote: what stands there, so that a milder version is not asked again. */
export interface ApprovalReason {
  /** "<sku>/<rule>", the same over versions. */
  key: string;
  text: Bilingual;
  discountPercent: string;
  marginPercent: string | null;
}

export type ApprovalStatus = "pending" | "granted" | "refused" | "withdrawn";

/** Whether this person may decide it: they hold the role asked for. Administrators always may; an escalated one is on their list. */
export const mayDecide = (approval: { approver_role: string; escalated_at: Date | null }, actor: Actor): boolean =>
  actor.kind === "staff" && actor.roles.some((role) => role === "admin" || role === approval.approver_role);

export const toApproval = (row: Selectable<DB["approvals"]>, actor: Actor) => ({
  id: row.id,
  quoteId: row.quote_id,
  quoteNumber: row.quote_number,
  version: row.version,
  customerId: row.customer_id,
  customerName: row.customer_name,
  totalMinor: row.total_minor,
  currency: row.currency,
  approverRole: row.approver_role,
  reasons: row.reasons as ApprovalReason[],
  counterfactual: row.counterfactual as Bilingual | null,
  comment: row.comment,
  requestedById: row.requested_by,
  requestedByName: row.requested_name,
  status: row.status as ApprovalStatus,
  requestedAt: row.requested_at,
  dueAt: row.due_at,
  escalatedAt: row.escalated_at,
  decidedAt: row.decided_at,
  decidedByName: row.decided_name,
  decisionComment: row.decision_comment,
  mine: row.status === "pending" && mayDecide(row, actor),
});
