import { sql } from "kysely";
import { type Context, reader } from "#platform/context.ts";
import { decodeCursor, page } from "#platform/page.ts";
import type { ActionEffect } from "./contract.ts";

type Status = "open" | "done" | "cancelled";

export async function listActions(
  ctx: Context,
  input: {
    cursor?: string | undefined;
    limit: number;
    status?: Status | undefined;
    kpi?: string | undefined;
    stage?: string | undefined;
    mine?: boolean | undefined;
  },
) {
  let query = reader(ctx)
    .selectFrom("action_list")
    .selectAll()
    .orderBy("started_at", "desc")
    .orderBy("id", "desc")
    .limit(input.limit + 1);
  if (input.status) query = query.where("status", "=", input.status);
  if (input.kpi) query = query.where("kpi", "=", input.kpi);
  if (input.stage) query = query.where("stage", "=", input.stage);
  if (input.mine) query = query.where("owner_id", "=", ctx.actor.id);
  if (input.cursor) {
    const [at, id] = decodeCursor(input.cursor, 2);
    query = query.where(sql<boolean>`(started_at, id) < (${at}::timestamptz, ${id}::uuid)`);
  }
  const cut = page(await query.execute(), input.limit, (row) => [row.started_at, row.id]);
  return {
    rows: cut.rows.map((row) => ({
      id: row.id!,
      name: row.name!,
      reason: row.reason!,
      stage: row.stage!,
      kpi: row.kpi,
      customerId: row.customer_id,
      customerName: row.customer_name,
      currency: row.customer_currency ?? "EUR",
      ownerId: row.owner_id,
      ownerName: row.owner_name,
      automatic: row.rule_id !== null,
      status: row.status as Status,
      dueAt: row.due_at,
      steps: row.steps as { kind: string; done: boolean; note: string }[],
      goodwill:
        row.goodwill_minor === null
          ? null
          : {
              amountMinor: row.goodwill_minor,
              currency: row.goodwill_currency!,
              reason: row.goodwill_reason!,
              status: row.goodwill_status as "asked" | "granted" | "refused",
              askedByName: row.goodwill_asked_by_name!,
              decidedByName: row.goodwill_decided_by_name,
              mine: row.goodwill_asked_by === ctx.actor.id,
            },
      outcome: row.outcome,
      startedAt: row.started_at!,
      completedAt: row.completed_at,
      effect: row.effect as ActionEffect | null,
    })),
    nextCursor: cut.nextCursor,
  };
}

export async function listRules(ctx: Context) {
  const rows = await reader(ctx).selectFrom("action_rules").selectAll().orderBy("key").execute();
  return {
    rows: rows.map((row) => ({
      id: row.id,
      key: row.key,
      name: row.name as { en: string; fr: string },
      onKpi: row.on_kpi,
      onEvent: row.on_event,
      ownerRole: row.owner_role,
      dueHours: row.due_hours,
      measureKpi: row.measure_kpi,
      measureAfterDays: row.measure_after_days,
      active: row.active,
    })),
  };
}
