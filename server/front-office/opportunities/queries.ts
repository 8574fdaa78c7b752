import { type Selectable, sql } from "kysely";
import type { DB } from "#db/schema.ts";
import { type Context, reader } from "#platform/context.ts";
import { found } from "#platform/errors.ts";
import { decodeCursor, page } from "#platform/page.ts";
import { prefixQuery } from "#platform/search.ts";
import { inScope } from "./lock-opportunity.ts";
import { canMove, type StageKind } from "./opportunity.ts";

type Name = { en: string; fr: string };

const toRow = (row: Selectable<DB["opportunity_list"]>) => ({
  id: row.id!,
  name: row.name!,
  customerId: row.customer_id,
  customerName: row.customer_name,
  stage: row.stage!,
  stageName: row.stage_name as Name,
  stageKind: row.stage_kind as StageKind,
  valueMinor: row.value_minor,
  currency: row.currency!,
  ownerId: row.owner_id,
  ownerName: row.owner_name,
  product: row.product,
  expectedOn: row.expected_on,
  closedAt: row.closed_at,
  mark: row.mark,
  createdAt: row.created_at!,
});

interface ListInput {
  cursor?: string | undefined;
  limit: number;
  search?: string | undefined;
  stage?: string | undefined;
  kind?: StageKind | undefined;
  ownerId?: string | undefined;
  customerId?: string | undefined;
  marked?: boolean | undefined;
}

export async function listOpportunities(ctx: Context, input: ListInput) {
  let query = reader(ctx)
    .selectFrom("opportunity_list")
    .selectAll()
    .where(inScope(ctx, "opportunity_list"))
    .orderBy("created_at", "desc")
    .orderBy("id", "desc")
    .limit(input.limit + 1);
  if (input.stage) query = query.where("stage", "=", input.stage);
  if (input.kind) query = query.where("stage_kind", "=", input.kind);
  if (input.ownerId) query = query.where("owner_id", "=", input.ownerId);
  if (input.customerId) query = query.where("customer_id", "=", input.customerId);
  if (input.marked) query = query.where("mark", "is not", null);
  if (input.search) query = query.where(sql<boolean>`search @@ to_tsquery('simple', ${prefixQuery(input.search)})`);
  if (input.cursor) {
    const [createdAt, id] = decodeCursor(input.cursor, 2);
    query = query.where(sql<boolean>`(created_at, id) < (${createdAt}::timestamptz, ${id}::uuid)`);
  }
  const cut = page(await query.execute(), input.limit, (row) => [row.created_at, row.id]);
  return { rows: cut.rows.map(toRow), nextCursor: cut.nextCursor };
}

export async function showBoard(ctx: Context, input: { ownerId?: string | undefined; perStage: number }) {
  const db = reader(ctx);
  const owned = input.ownerId ? sql<boolean>`owner_id = ${input.ownerId}` : sql<boolean>`true`;
  const [stages, totals] = await Promise.all([
    db.selectFrom("opportunity_stages").selectAll().orderBy("position").execute(),
    db
      .selectFrom("opportunity_list")
      .select([
        "stage",
        "currency",
        sql<bigint>`count(*)`.as("count"),
        sql<bigint>`coalesce(sum(value_minor), 0)::bigint`.as("value"),
        sql<bigint>`coalesce(round(sum(value_minor * probability / 100.0)), 0)::bigint`.as("weighted"),
      ])
      .where(inScope(ctx, "opportunity_list"))
      .where(owned)
      .groupBy(["stage", "currency"])
      .execute(),
  ]);
  const firsts = await Promise.all(
    stages.map((stage) =>
      db
        .selectFrom("opportunity_list")
        .selectAll()
        .where("stage", "=", stage.key)
        .where(inScope(ctx, "opportunity_list"))
        .where(owned)
        .orderBy("created_at", "desc")
        .limit(input.perStage)
        .execute(),
    ),
  );
  return {
    stages: stages.map((stage, index) => {
      const mine = totals.filter((total) => total.stage === stage.key);
      return {
        key: stage.key,
        name: stage.name as Name,
        kind: stage.kind as StageKind,
        count: mine.reduce((sum, total) => sum + Number(total.count), 0),
        totals: mine.map((total) => ({ currency: total.currency!, valueMinor: total.value, weightedMinor: total.weighted })),
        rows: firsts[index]!.map(toRow),
      };
    }),
  };
}

export async function showOpportunity(ctx: Context, input: { opportunityId: string }) {
  const db = reader(ctx);
  const row = found(
    await db
      .selectFrom("opportunity_list")
      .selectAll()
      .where("id", "=", input.opportunityId)
      .where(inScope(ctx, "opportunity_list"))
      .executeTakeFirst(),
    "opportunity",
    input.opportunityId,
  );
  const [moves, quotes, payments, stages] = await Promise.all([
    db
      .selectFrom("opportunity_moves")
      .selectAll()
      .where("opportunity_id", "=", input.opportunityId)
      .orderBy("moved_at")
      .execute(),
    db.selectFrom("opportunity_quotes").select("quote_id").where("opportunity_id", "=", input.opportunityId).execute(),
    db
      .selectFrom("events")
      .select(["id", "occurred_at", "data"])
      .where("type", "=", "payment.matched")
      .where("customer_id", "=", row.customer_id)
      .where(sql<boolean>`data->>'opportunityId' = ${input.opportunityId}`)
      .orderBy("position")
      .limit(100)
      .execute(),
    db.selectFrom("opportunity_stages").select(["key", "kind"]).orderBy("position").execute(),
  ]);
  return {
    ...toRow(row),
    contactId: row.contact_id,
    leadId: row.lead_id,
    lostReason: row.lost_reason,
    allowed: stages
      .filter((stage) => stage.key !== row.stage && canMove(row.stage_kind as StageKind, stage.kind as StageKind))
      .map((stage) => stage.key),
    moves: moves.map((move) => ({ at: move.moved_at, from: move.from_stage, to: move.to_stage, by: move.moved_by })),
    quoteIds: quotes.map((quote) => quote.quote_id),
    payments: payments.map((event) => {
      const data = event.data as { amountMinor: string; currency: string; number: string };
      return {
        at: event.occurred_at,
        amountMinor: BigInt(data.amountMinor),
        currency: data.currency,
        number: data.number,
        eventId: event.id,
      };
    }),
  };
}

export async function listStages(ctx: Context) {
  const rows = await reader(ctx).selectFrom("opportunity_stages").selectAll().orderBy("position").execute();
  return {
    rows: rows.map((row) => ({
      key: row.key,
      name: row.name as Name,
      kind: row.kind as StageKind,
      probability: row.probability,
      position: row.position,
    })),
  };
}
