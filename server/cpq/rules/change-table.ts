import type { Context } from "#platform/context.ts";
import { json } from "#platform/database.ts";
import { found, refuse, refuseUnless } from "#platform/errors.ts";
import { write } from "#platform/write.ts";
import { asFeel } from "./cell-notation.ts";
import type { TableInput, TableRule } from "./decision-table.ts";

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
    refuseUnreadable(input.rules, inputs);
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
    return { key: row.key, version };
  });

function refuseUnreadable(rules: readonly TableRule[], inputs: readonly TableInput[]): void {
  const ids = new Set<string>();
  const names = inputs.map(({ name }) => name);
  for (const rule of rules) {
    refuseUnless(!ids.has(rule.id), "rules.not_readable", { rule: rule.id, problem: "id" });
    ids.add(rule.id);
    for (const [name, test] of Object.entries(rule.when)) {
      const input = inputs.find((each) => each.name === name);
      if (!input) refuse("rules.not_readable", { rule: rule.id, problem: name });
      try {
        asFeel(test, input.type, names);
      } catch (error) {
        if (!(error instanceof RangeError)) throw error;
        refuse("rules.not_readable", { rule: rule.id, problem: error.message });
      }
    }
  }
}
