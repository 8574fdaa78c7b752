import { append } from "#events/append.ts";
import { type Context, reader } from "#platform/context.ts";
import { json, type Tx } from "#platform/database.ts";
import { found, refuseUnless } from "#platform/errors.ts";
import { newId } from "#platform/ids.ts";
import { write } from "#platform/write.ts";
import { seeCustomer } from "#record/customers/visible.ts";

/**
 * Gives the customer of an action something back: a net amount in the currency of their account, taken off their next
 * invoices. Up to the limit it is granted at once; above it somebody else has to agree. One per action: the same amount
 * again changes nothing, another is refused unless the first was.
 */
export const giveGoodwill = (ctx: Context, input: { actionId: string; amountMinor: bigint; reason: string }) =>
  write(ctx, async (tx) => {
    const plan = await lockPlan(tx, ctx, input.actionId);
    const known = await tx.selectFrom("goodwill_grants").selectAll().where("action_id", "=", plan.id).executeTakeFirst();
    if (known && known.status !== "refused") {
      refuseUnless(known.amount_minor === input.amountMinor, "goodwill.given");
      return { id: known.id, status: known.status as Status };
    }
    refuseUnless(plan.status === "open", "action.wrong_state", { status: plan.status });
    const { limit_minor: limit } = await tx.selectFrom("goodwill_limits").select("limit_minor").executeTakeFirstOrThrow();
    const customer = await tx
      .selectFrom("customers")
      .select("currency")
      .where("id", "=", plan.customer_id)
      .executeTakeFirstOrThrow();
    const granted = input.amountMinor <= limit;
    // an identity of its own each time it is asked for: what was refused stays refused
    await tx.deleteFrom("goodwill_grants").where("action_id", "=", plan.id).execute();
    const grant = {
      id: newId(),
      action_id: plan.id,
      customer_id: plan.customer_id,
      amount_minor: input.amountMinor,
      currency: customer.currency,
      reason: input.reason,
      status: granted ? ("granted" as const) : ("asked" as const),
      asked_by: ctx.actor.id,
      asked_at: ctx.now,
      decided_by: granted ? ctx.actor.id : null,
      decided_at: granted ? ctx.now : null,
    };
    await tx.insertInto("goodwill_grants").values(grant).execute();
    await say(tx, ctx, plan, grant, granted ? "goodwill.granted" : "goodwill.asked");
    if (granted) await markStep(tx, plan);
    return { id: grant.id, status: grant.status };
  });

/** Somebody other than the one who asked agrees to goodwill above the limit, or does not. Deciding twice decides once. */
export const decideGoodwill = (ctx: Context, input: { actionId: string; agreed: boolean }) =>
  write(ctx, async (tx) => {
    const plan = await lockPlan(tx, ctx, input.actionId);
    const grant = found(
      await tx.selectFrom("goodwill_grants").selectAll().where("action_id", "=", plan.id).executeTakeFirst(),
      "goodwill",
      input.actionId,
    );
    const status: Status = input.agreed ? "granted" : "refused";
    if (grant.status === status) return { id: grant.id, status };
    refuseUnless(grant.status === "asked", "goodwill.decided");
    refuseUnless(grant.asked_by !== ctx.actor.id, "goodwill.own");
    await tx
      .updateTable("goodwill_grants")
      .set({ status, decided_by: ctx.actor.id, decided_at: ctx.now })
      .where("id", "=", grant.id)
      .execute();
    await say(tx, ctx, plan, grant, input.agreed ? "goodwill.granted" : "goodwill.refused");
    if (input.agreed) await markStep(tx, plan);
    return { id: grant.id, status };
  });

export async function goodwillLimit(ctx: Context) {
  const row = await reader(ctx).selectFrom("goodwill_limits").select("limit_minor").executeTakeFirstOrThrow();
  return { limitMinor: row.limit_minor };
}

export const setGoodwillLimit = (ctx: Context, input: { limitMinor: bigint }) =>
  write(ctx, async (tx) => {
    await tx.updateTable("goodwill_limits").set({ limit_minor: input.limitMinor }).execute();
    return { limitMinor: input.limitMinor };
  });

type Status = "asked" | "granted" | "refused";
type Plan = Awaited<ReturnType<typeof lockPlan>>;

async function lockPlan(tx: Tx, ctx: Context, actionId: string) {
  const plan = found(
    await tx.selectFrom("action_plans").selectAll().where("id", "=", actionId).forUpdate().executeTakeFirst(),
    "action",
    actionId,
  );
  const { customer_id } = plan;
  refuseUnless(customer_id, "goodwill.no_customer");
  await seeCustomer(ctx, tx, customer_id);
  return { ...plan, customer_id };
}

const say = (
  tx: Tx,
  ctx: Context,
  plan: Plan,
  grant: { id: string; amount_minor: bigint; currency: string; reason: string },
  type: "goodwill.asked" | "goodwill.granted" | "goodwill.refused",
) =>
  append(tx, ctx, type, {
    subjectId: grant.id,
    customerId: plan.customer_id,
    contactId: plan.contact_id,
    follows: plan.id,
    data: { actionId: plan.id, amountMinor: grant.amount_minor, currency: grant.currency, reason: grant.reason },
  });

async function markStep(tx: Tx, plan: Plan): Promise<void> {
  const steps = plan.steps as { kind: string; done: boolean; note: string }[];
  await tx
    .updateTable("action_plans")
    .set({ steps: json(steps.map((step) => (step.kind === "goodwill" ? { ...step, done: true } : step))) })
    .where("id", "=", plan.id)
    .execute();
}
