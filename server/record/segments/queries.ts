import type { Selectable } from "kysely";
import type { DB } from "#db/schema.ts";
import { type Context, reader } from "#platform/context.ts";
import type { Database } from "#platform/database.ts";
import { found } from "#platform/errors.ts";
import { decodeCursor, page } from "#platform/page.ts";
import type { Definition } from "./definition.ts";
import { previewMembers } from "./membership.ts";

export async function listSegments(ctx: Context, input: { archived: boolean }) {
  const rows = await reader(ctx)
    .selectFrom("segments")
    .selectAll()
    .where("archived_at", input.archived ? "is not" : "is", null)
    .orderBy("name")
    .limit(500)
    .execute();
  return { rows: rows.map(toSegment) };
}

export async function showSegment(ctx: Context, input: { segmentId: string }) {
  return toSegment(
    found(
      await reader(ctx).selectFrom("segments").selectAll().where("id", "=", input.segmentId).executeTakeFirst(),
      "segment",
      input.segmentId,
    ),
  );
}

/** People in a segment, by contact id: a page of those after `afterId`. For campaigns that walk a whole segment. */
export const segmentMembers = (db: Database, segmentId: string, afterId: string | null, limit: number) => {
  let query = db.selectFrom("segment_people").selectAll().where("segment_id", "=", segmentId).orderBy("contact_id").limit(limit);
  if (afterId) query = query.where("contact_id", ">", afterId);
  return query.execute();
};

export async function isInSegment(db: Database, segmentId: string, contactId: string): Promise<boolean> {
  return (
    (await db
      .selectFrom("segment_members")
      .select("contact_id")
      .where("segment_id", "=", segmentId)
      .where("contact_id", "=", contactId)
      .executeTakeFirst()) !== undefined
  );
}

export async function listMembers(ctx: Context, input: { segmentId: string; cursor?: string | undefined; limit: number }) {
  await showSegment(ctx, input);
  const rows = await segmentMembers(
    reader(ctx),
    input.segmentId,
    input.cursor ? String(decodeCursor(input.cursor, 1)[0]) : null,
    input.limit + 1,
  );
  const cut = page(rows, input.limit, (row) => [row.contact_id]);
  return { rows: cut.rows.map(toPerson), nextCursor: cut.nextCursor };
}

export async function previewSegment(ctx: Context, input: { definition: Definition }) {
  const db = reader(ctx);
  const { count, sampleIds } = await previewMembers(db, input.definition, ctx.now);
  const people =
    sampleIds.length === 0
      ? []
      : await db
          .selectFrom("contact_list")
          .select(["id", "name", "email", "customer_id", "customer_name"])
          .where("id", "in", sampleIds)
          .execute();
  return {
    count,
    sample: people.map((row) => ({
      contactId: row.id!,
      name: row.name!,
      email: row.email,
      customerId: row.customer_id,
      customerName: row.customer_name,
      since: null,
    })),
  };
}

const toPerson = (row: Selectable<DB["segment_people"]>) => ({
  contactId: row.contact_id!,
  name: row.name!,
  email: row.email,
  customerId: row.customer_id,
  customerName: row.customer_name,
  since: row.since,
});

const toSegment = (row: Selectable<DB["segments"]>) => ({
  id: row.id,
  name: row.name,
  description: row.description,
  definition: row.definition as Definition,
  members: Number(row.member_count),
  computedAt: row.computed_at,
  archived: row.archived_at !== null,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
});
