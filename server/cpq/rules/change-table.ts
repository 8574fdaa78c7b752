import { append } from "#events/append.ts";
import type { Context } from "#platform/context.ts";
import { json } from "#platform/database.ts";
import { found, refuse, refuseUnless } from "#platform/errors.ts";
import { write } from "#platform/write.ts";
import { faultsOf } from "./check-table.ts";
import type { Bilingual, TableInput, TableOutput, TableRule } from "./decision-table.ts";

/** Replaces the rules of a table as a new version. What was decided before keeps the version it was decided by. */
export const changeTable = (
  ctx: Context,
  input: { key: string; version: number; hitPolicy: "first" | "collect"; rules: readonly TableRule[] },
) =>
  write(ctx, async (tx) => {
    const row = found(
      await tx.selectFrom("decision_tables").selectAll().where("key", "=", input.key).forUpdate().executeTakeFirst(),
      "decision table",
      input.key,
    );
    refuseUnless(row.version === input.version, "rules.changed_meanwhile", { version: row.version });
    const inputs = row.inputs as TableInput[];
    const [fault] = faultsOf({ inputs, outputs: row.outputs as unknown as TableOutput[] }, input.rules);
    if (fault) refuse("rules.not_readable", { rule: fault.rule, column: fault.column, problem: fault.message[ctx.locale] });
    const version = row.version + 1;
    await tx
      .updateTable("decision_tables")
      .set({ hit_policy: input.hitPolicy, rules: json(input.rules), version, updated_at: ctx.now, updated_by: ctx.actor.id })
      .where("key", "=", row.key)
      .execute();
    await tx
      .insertInto("decision_table_versions")
      .values({
        key: row.key,
        version,
        content: json({ hitPolicy: input.hitPolicy, inputs, rules: input.rules }),
        changed_at: ctx.now,
        changed_by: ctx.actor.id,
      })
      .execute();
    const name = (row.name as Bilingual)[ctx.locale];
    await append(tx, ctx, "decision_table.changed", {
      subjectId: row.id,
      data: { key: row.key, name, version, rules: input.rules.length },
    });
    return { key: row.key, version };
  });
