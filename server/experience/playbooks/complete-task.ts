import { append } from "#events/append.ts";
import type { Context } from "#platform/context.ts";
import { found } from "#platform/errors.ts";
import { write } from "#platform/write.ts";

/** Ticks a step off; the last one completes the run. */
export const completePlaybookTask = (ctx: Context, input: { taskId: string }) =>
  write(ctx, async (tx) => {
    const task = found(
      await tx.selectFrom("playbook_tasks").selectAll().where("id", "=", input.taskId).forUpdate().executeTakeFirst(),
      "task",
      input.taskId,
    );
    if (task.done_at) return { id: task.id };
    await tx.updateTable("playbook_tasks").set({ done_at: ctx.now, done_by: ctx.actor.id }).where("id", "=", task.id).execute();
    const left = await tx
      .selectFrom("playbook_tasks")
      .select("id")
      .where("run_id", "=", task.run_id)
      .where("done_at", "is", null)
      .limit(1)
      .executeTakeFirst();
    if (left) return { id: task.id };
    const run = await tx
      .updateTable("playbook_runs")
      .set({ status: "done", completed_at: ctx.now })
      .where("id", "=", task.run_id)
      .returningAll()
      .executeTakeFirstOrThrow();
    const playbook = await tx.selectFrom("playbooks").select("name").where("id", "=", run.playbook_id).executeTakeFirstOrThrow();
    await append(tx, ctx, "playbook.completed", {
      subjectId: run.id,
      customerId: run.customer_id,
      data: { name: (playbook.name as { fr: string }).fr },
    });
    return { id: task.id };
  });
