import { sql } from "kysely";
import { append } from "#events/append.ts";
import type { Context } from "#platform/context.ts";
import { json } from "#platform/database.ts";
import { newId } from "#platform/ids.ts";
import { write } from "#platform/write.ts";

export interface PlannedAction {
  ruleId?: string;
  causeEventId?: string;
  /** What it is about: one open action per rule and subject. */
  subjectId?: string;
  name: string;
  reason: string;
  stage: string;
  kpi?: string | undefined;
  segment?: string | undefined;
  customerId?: string | null;
  contactId?: string | null;
  ownerId?: string | undefined;
  ownerRole?: string;
  dueAt?: Date | undefined;
  steps?: { kind: string; done: boolean; note: string }[];
  measureAfterDays: number;
}

/** Starts an action, for the one who owns it. The same cause starts it once; an open one about the same thing is enough. */
export const startAction = (ctx: Context, input: PlannedAction) =>
  write(ctx, async (tx) => {
    if (input.ruleId && input.subjectId) {
      const open = await tx
        .selectFrom("action_plans")
        .select("id")
        .where("rule_id", "=", input.ruleId)
        .where("subject_id", "=", input.subjectId)
        .where("status", "=", "open")
        .executeTakeFirst();
      if (open) return { id: open.id, started: false };
    }
    const { rows } = input.ownerRole
      ? await sql<{ id: string }>`
          select s.id from staff s where s.active and ${input.ownerRole} = any (s.roles)
          order by (select count(*) from action_plans a where a.owner_id = s.id and a.status = 'open'), s.name limit 1`.execute(
          tx,
        )
      : { rows: [] };
    const ownerId = input.ownerId ?? rows[0]?.id ?? (ctx.actor.kind === "staff" ? ctx.actor.id : null);
    const id = newId();
    const row = await tx
      .insertInto("action_plans")
      .values({
        id,
        rule_id: input.ruleId ?? null,
        cause_event_id: input.causeEventId ?? null,
        subject_id: input.subjectId ?? null,
        name: input.name,
        reason: input.reason,
        stage: input.stage,
        kpi: input.kpi ?? null,
        segment: input.segment ?? null,
        customer_id: input.customerId ?? null,
        contact_id: input.contactId ?? null,
        owner_id: ownerId,
        due_at: input.dueAt ?? null,
        status: "open",
        steps: json(input.steps ?? []),
        measure_days: input.measureAfterDays,
        started_at: ctx.now,
      })
      .onConflict((c) => c.columns(["rule_id", "cause_event_id"]).doNothing())
      .returning("id")
      .executeTakeFirst();
    if (!row) return { id, started: false };
    await append(tx, ctx, "action.started", {
      subjectId: id,
      customerId: input.customerId,
      contactId: input.contactId,
      data: {
        name: input.name,
        reason: input.reason,
        automatic: input.ruleId !== undefined,
        ...(input.kpi && { kpi: input.kpi }),
        ...(ownerId && { ownerId }),
      },
    });
    return { id, started: true };
  });
