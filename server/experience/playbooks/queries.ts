import { sql } from "kysely";
import { type Context, reader } from "#platform/context.ts";
import { json } from "#platform/database.ts";
import { found } from "#platform/errors.ts";
import { decodeCursor, page } from "#platform/page.ts";
import { write } from "#platform/write.ts";

type Name = { en: string; fr: string };
type Step = { name: Name; dueDays: number };

export async function listPlaybooks(ctx: Context) {
  const rows = await reader(ctx).selectFrom("playbooks").selectAll().orderBy("key").execute();
  return {
    rows: rows.map((row) => ({
      id: row.id,
      key: row.key,
      name: row.name as Name,
      triggerEvent: row.trigger_event,
      ownerRole: row.owner_role,
      steps: row.steps as Step[],
      active: row.active,
    })),
  };
}

export const changePlaybook = (ctx: Context, input: { playbookId: string; name: Name; steps: Step[]; active: boolean }) =>
  write(ctx, async (tx) => {
    const row = await tx
      .updateTable("playbooks")
      .set({ name: json(input.name), steps: json(input.steps), active: input.active })
      .where("id", "=", input.playbookId)
      .returning("id")
      .executeTakeFirst();
    return { id: found(row, "playbook", input.playbookId).id };
  });

export async function listRuns(
  ctx: Context,
  input: { cursor?: string | undefined; limit: number; status?: "open" | "done" | undefined; customerId?: string | undefined },
) {
  const db = reader(ctx);
  let query = db
    .selectFrom("playbook_run_list")
    .selectAll()
    .orderBy("started_at", "desc")
    .orderBy("id", "desc")
    .limit(input.limit + 1);
  if (input.status) query = query.where("status", "=", input.status);
  if (input.customerId) query = query.where("customer_id", "=", input.customerId);
  if (input.cursor) {
    const [at, id] = decodeCursor(input.cursor, 2);
    query = query.where(sql<boolean>`(started_at, id) < (${at}::timestamptz, ${id}::uuid)`);
  }
  const cut = page(await query.execute(), input.limit, (row) => [row.started_at, row.id]);
  const ids = cut.rows.map((row) => row.id!);
  const tasks =
    ids.length > 0
      ? await db.selectFrom("playbook_tasks").selectAll().where("run_id", "in", ids).orderBy("position").execute()
      : [];
  return {
    rows: cut.rows.map((row) => ({
      id: row.id!,
      playbook: row.playbook as Name,
      customerId: row.customer_id,
      customerName: row.customer_name,
      reason: row.reason!,
      ownerName: row.owner_name,
      status: row.status as "open" | "done",
      startedAt: row.started_at!,
      completedAt: row.completed_at,
      tasks: tasks
        .filter((task) => task.run_id === row.id)
        .map((task) => ({
          id: task.id,
          name: task.name as Name,
          dueAt: task.due_at,
          doneAt: task.done_at,
          late: (task.done_at ?? ctx.now) > task.due_at,
        })),
    })),
    nextCursor: cut.nextCursor,
  };
}
