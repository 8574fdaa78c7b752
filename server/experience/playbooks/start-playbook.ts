import { append } from "#events/append.ts";
import type { Context } from "#platform/context.ts";
import { json } from "#platform/database.ts";
import { found } from "#platform/errors.ts";
import { newId } from "#platform/ids.ts";
import { write } from "#platform/write.ts";
import { sql } from "kysely";

interface Step {
  name: { en: string; fr: string };
  dueDays: number;
}

/** Starts a playbook: its steps become tasks of someone with the role that owns it, the least busy first. One open run per customer. */
export const startPlaybook = (
  ctx: Context,
  input: { playbookId: string; customerId: string | null; reason: string; causeEventId?: string },
) =>
  write(ctx, async (tx) => {
    const playbook = found(
      await tx.selectFrom("playbooks").selectAll().where("id", "=", input.playbookId).executeTakeFirst(),
      "playbook",
      input.playbookId,
    );
    if (input.customerId) {
      found(
        await tx.selectFrom("customers").select("id").where("id", "=", input.customerId).executeTakeFirst(),
        "customer",
        input.customerId,
      );
      const open = await tx
        .selectFrom("playbook_runs")
        .select("id")
        .where("playbook_id", "=", playbook.id)
        .where("customer_id", "=", input.customerId)
        .where("status", "=", "open")
        .executeTakeFirst();
      if (open) return open;
    }
    const { rows } = await sql<{ id: string }>`
      select s.id from staff s where s.active and ${playbook.owner_role} = any (s.roles)
      order by (select count(*) from playbook_runs r where r.owner_id = s.id and r.status = 'open'), s.name limit 1`.execute(tx);
    const id = newId();
    await tx
      .insertInto("playbook_runs")
      .values({
        id,
        playbook_id: playbook.id,
        cause_event_id: input.causeEventId ?? null,
        customer_id: input.customerId,
        reason: input.reason,
        owner_id: rows[0]?.id ?? null,
        status: "open",
        started_at: ctx.now,
      })
      .execute();
    for (const [position, step] of (playbook.steps as Step[]).entries()) {
      await tx
        .insertInto("playbook_tasks")
        .values({
          id: newId(),
          run_id: id,
          position,
          name: json(step.name),
          due_at: new Date(ctx.now.getTime() + step.dueDays * 86_400_000),
        })
        .execute();
    }
    await append(tx, ctx, "playbook.started", {
      subjectId: id,
      customerId: input.customerId,
      data: { name: (playbook.name as { fr: string }).fr, reason: input.reason },
    });
    return { id };
  });
