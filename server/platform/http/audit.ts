import type { App, Context } from "../context.ts";
import { newId } from "../ids.ts";

/**
 * Notes a write operation and how it ended. Written beside the answer, not in its transaction, because refusals roll
 * theirs back; a note that cannot be written is logged and never turns a done write into an error.
 */
export function recordAudit(app: App, ctx: Context, operation: string, input: unknown, outcome: string): void {
  const entry = {
    id: newId(),
    actor_type: ctx.actor.kind,
    actor_id: ctx.actor.id,
    operation,
    subject_id: subjectOf(input),
    outcome,
    request_id: ctx.requestId,
    ip: ctx.origin?.ip ?? null,
  };
  app.db
    .insertInto("audit_entries")
    .values(entry)
    .execute()
    .catch((error: unknown) => app.log.error({ err: error, entry }, "audit entry not written"));
}

/** The id in the path of the request ("quoteId", "orderId"): the first field whose name ends in Id. */
function subjectOf(input: unknown): string | null {
  if (input === null || typeof input !== "object") return null;
  const id = Object.entries(input).find(([name, value]) => name.endsWith("Id") && typeof value === "string");
  return id ? String(id[1]).slice(0, 64) : null;
}
