import { type Context, reader } from "#platform/context.ts";
import { decodeCursor, page } from "#platform/page.ts";
import { columnName, fieldName } from "./field-names.ts";
import { seeCustomer } from "./visible.ts";

/** Every change of a field of an account and its people, newest first. */
export async function listHistory(
  ctx: Context,
  input: {
    customerId: string;
    cursor?: string | undefined;
    limit: number;
    field?: string | undefined;
    contactId?: string | undefined;
  },
) {
  const db = reader(ctx);
  await seeCustomer(ctx, db, input.customerId);
  let query = db
    .selectFrom("customer_change_list")
    .selectAll()
    .where("customer_id", "=", input.customerId)
    .orderBy("changed_at", "desc")
    .orderBy("id", "desc")
    .limit(input.limit + 1);
  if (input.field) query = query.where("field", "=", columnName(input.field));
  if (input.contactId) query = query.where("subject_id", "=", input.contactId);
  if (input.cursor) {
    const [changedAt, id] = decodeCursor(input.cursor, 2);
    query = query.where((eb) => eb(eb.refTuple("changed_at", "id"), "<", eb.tuple(new Date(String(changedAt)), String(id))));
  }
  const cut = page(await query.execute(), input.limit, (row) => [row.changed_at, row.id]);
  return {
    rows: cut.rows.map((row) => ({
      id: row.id!,
      subjectType: row.subject_type as "customer" | "contact",
      subjectId: row.subject_id!,
      field: fieldName(row.field!),
      before: row.before,
      after: row.after,
      actorType: row.actor_type!,
      actorName: row.actor_name,
      changedAt: row.changed_at!,
    })),
    nextCursor: cut.nextCursor,
  };
}
