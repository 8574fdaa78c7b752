import type { Context } from "#platform/context.ts";
import { decodeCursor, page } from "#platform/page.ts";
import { escapeLike } from "./list-staff.ts";

interface Filter {
  cursor?: string | undefined;
  limit: number;
  actorId?: string | undefined;
  subjectId?: string | undefined;
  operation?: string | undefined;
  outcome?: "done" | "refused" | undefined;
  from?: Date | undefined;
  to?: Date | undefined;
}

/** The audit trail, newest first (ids are made in time order). `operation` is the beginning of its name: "quotes." finds all of quotes. */
export async function listAudit(ctx: Context, filter: Filter) {
  let query = ctx.app.db
    .selectFrom("audit_list")
    .selectAll()
    .orderBy("id", "desc")
    .limit(filter.limit + 1);
  if (filter.actorId) query = query.where("actor_id", "=", filter.actorId);
  if (filter.subjectId) query = query.where("subject_id", "=", filter.subjectId);
  if (filter.operation) query = query.where("operation", "like", `${escapeLike(filter.operation)}%`);
  if (filter.outcome) query = query.where("outcome", filter.outcome === "done" ? "=" : "<>", "done");
  if (filter.from) query = query.where("at", ">=", filter.from);
  if (filter.to) query = query.where("at", "<", filter.to);
  if (filter.cursor) {
    query = query.where("id", "<", String(decodeCursor(filter.cursor, 1)[0]));
  }
  const { rows, nextCursor } = page(await query.execute(), filter.limit, (row) => [row.id]);
  return {
    rows: rows.map((row) => ({
      id: row.id!,
      at: row.at!,
      actorType: row.actor_type!,
      actorId: row.actor_id!,
      actorName: row.actor_name,
      operation: row.operation!,
      subjectId: row.subject_id,
      outcome: row.outcome!,
      requestId: row.request_id!,
      ip: row.ip,
    })),
    nextCursor,
  };
}
