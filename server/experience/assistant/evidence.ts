import { sentenceOf } from "#events/sentence.ts";
import { type Context, type Locale, reader } from "#platform/context.ts";

export interface Evidence {
  label: string;
  href?: string;
  eventId?: string;
}

/** The newest event of these kinds on the customer's line: what an answer was read from. */
export async function eventEvidence(
  ctx: Context,
  customerId: string,
  types: readonly string[],
  locale: Locale,
  href: string,
  /** Only what happened to this very record, when the answer is about one of several. */
  subjectId?: string,
): Promise<Evidence[]> {
  let query = reader(ctx)
    .selectFrom("events")
    .select(["id", "type", "data"])
    .where("customer_id", "=", customerId)
    .where("type", "in", [...types])
    .orderBy("occurred_at", "desc")
    .orderBy("position", "desc")
    .limit(1);
  if (subjectId) query = query.where("subject_id", "=", subjectId);
  const row = await query.executeTakeFirst();
  if (!row) return [];
  return [{ label: sentenceOf({ type: row.type, data: row.data as Record<string, unknown> }, locale), href, eventId: row.id }];
}
