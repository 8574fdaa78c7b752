import { type Selectable, sql } from "kysely";
import type { DB } from "#db/schema.ts";
import { type Context, reader } from "#platform/context.ts";
import { found } from "#platform/errors.ts";
import { decodeCursor, page } from "#platform/page.ts";
import type { TaskKind } from "./plan.ts";

type Status = "waiting" | "ready" | "started" | "completed" | "failed" | "cancelled";

const toTask = (row: Selectable<DB["task_list"]>, now: Date) => ({
  id: row.id!,
  orderId: row.order_id!,
  orderNumber: row.order_number!,
  customerId: row.customer_id!,
  customerName: row.customer_name!,
  kind: row.kind as TaskKind,
  name: row.name!,
  dependsOn: row.depends_on!,
  status: row.status as Status,
  dueAt: row.due_at!,
  expectedAt: row.expected_at!,
  late: row.completed_at ? row.completed_at > row.due_at! : row.due_at! < now,
  startedAt: row.started_at,
  completedAt: row.completed_at,
  failure: row.failure,
  attempts: row.attempts!,
});

export async function listTasks(
  ctx: Context,
  input: {
    cursor?: string | undefined;
    limit: number;
    kind?: TaskKind | undefined;
    status?: Status | undefined;
    orderId?: string | undefined;
  },
) {
  let query = reader(ctx)
    .selectFrom("task_list")
    .selectAll()
    .orderBy("due_at")
    .orderBy("id")
    .limit(input.limit + 1);
  query = input.status ? query.where("status", "=", input.status) : query.where("status", "in", ["ready", "started", "failed"]);
  if (input.kind) query = query.where("kind", "=", input.kind);
  if (input.orderId) query = query.where("order_id", "=", input.orderId);
  if (input.cursor) {
    const [dueAt, id] = decodeCursor(input.cursor, 2);
    query = query.where(sql<boolean>`(due_at, id) > (${dueAt}::timestamptz, ${id}::uuid)`);
  }
  const cut = page(await query.execute(), input.limit, (row) => [row.due_at, row.id]);
  return { rows: cut.rows.map((row) => toTask(row, ctx.now)), nextCursor: cut.nextCursor };
}

export async function showPlan(ctx: Context, input: { orderId: string }) {
  const db = reader(ctx);
  let query = db.selectFrom("order_plans").selectAll().where("order_id", "=", input.orderId);
  if (ctx.actor.kind === "customer") query = query.where("customer_id", "=", ctx.actor.customerId);
  const plan = found(await query.executeTakeFirst(), "plan", input.orderId);
  const [tasks, shipments] = await Promise.all([
    db.selectFrom("task_list").selectAll().where("order_id", "=", input.orderId).orderBy("position").execute(),
    db.selectFrom("shipments").selectAll().where("order_id", "=", input.orderId).orderBy("dispatched_at").execute(),
  ]);
  return {
    orderId: plan.order_id,
    promisedOn: plan.promised_on,
    expectedOn: plan.expected_on,
    jeopardy: plan.jeopardy,
    tasks: tasks.map((task) => toTask(task, ctx.now)),
    shipments: shipments.map((row) => ({
      carrier: row.carrier,
      tracking: row.tracking,
      dispatchedAt: row.dispatched_at,
      deliveredAt: row.delivered_at,
      receivedBy: row.received_by,
    })),
  };
}
