import type { Context } from "#platform/context.ts";
import { json } from "#platform/database.ts";
import { found, refuseUnless } from "#platform/errors.ts";
import { newId } from "#platform/ids.ts";
import { write } from "#platform/write.ts";
import { refuseBadRule } from "./check-rule.ts";

export interface NewPriceRule {
  kind: "promotion" | "schedule";
  name: string;
  rule: Record<string, unknown>;
  validFrom: string;
  validUntil?: string | null | undefined;
}

/** Starts a promotion, or a discount schedule by quantity or term. Refused when the engine cannot read it. */
export const createPriceRule = (ctx: Context, input: NewPriceRule) =>
  write(ctx, async (tx) => {
    refuseUnless(!input.validUntil || input.validUntil >= input.validFrom, "pricing.days_backwards");
    const rule = { ...input.rule, id: input.name } as never;
    refuseBadRule(input.kind === "promotion" ? { promotions: [rule] } : { discountSchedules: [rule] });
    const id = newId();
    await tx
      .insertInto("price_rules")
      .values({
        id,
        kind: input.kind,
        name: input.name,
        rule: json(input.rule),
        valid_from: input.validFrom,
        valid_until: input.validUntil ?? null,
        created_by: ctx.actor.id,
      })
      .execute();
    return { id };
  });

/** The last day a promotion or schedule holds. */
export const endPriceRule = (ctx: Context, input: { priceRuleId: string; validUntil: string }) =>
  write(ctx, async (tx) => {
    const row = found(
      await tx
        .selectFrom("price_rules")
        .select(["id", "valid_from"])
        .where("id", "=", input.priceRuleId)
        .forUpdate()
        .executeTakeFirst(),
      "price rule",
      input.priceRuleId,
    );
    refuseUnless(input.validUntil >= row.valid_from, "pricing.days_backwards");
    await tx.updateTable("price_rules").set({ valid_until: input.validUntil }).where("id", "=", row.id).execute();
    return { id: row.id };
  });
