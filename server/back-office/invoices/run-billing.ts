import { sql } from "kysely";
import type { Context } from "#platform/context.ts";
import { Refusal } from "#platform/errors.ts";
import { newId } from "#platform/ids.ts";
import { enqueue } from "#platform/jobs/task.ts";
import { write } from "#platform/write.ts";
import { dateOf, localText, plusMonths } from "#back-office/subscriptions/engine/local-time.ts";
import { RatingRefusal } from "#back-office/subscriptions/engine/refusal.ts";
import { defaultLegalEntity } from "#record/organisation/legal-entity.ts";
import { billAccount } from "./bill-account.ts";

/** Bills one account now, or asks for a run over all of them (it works through them in the background). */
export async function runBilling(ctx: Context, input: { customerId?: string | undefined; asOf?: string | undefined }) {
  if (input.customerId) return { runId: null, ...(await billAccount(ctx, { ...input, customerId: input.customerId })) };
  return write(ctx, async (tx) => {
    const id = newId();
    const asOf = input.asOf ?? (await localToday(ctx));
    await tx.insertInto("billing_runs").values({ id, as_of: asOf, started_at: ctx.now }).execute();
    await enqueue(tx, "invoices/run-billing", { runId: id });
    return { runId: id, invoiceIds: [] };
  });
}

/** A new installation waits for its first month to begin; after that a month that was missed is made up for, whatever the day. */
const openingDays = 5;

/** On the first of each month every account is billed, once per month, also when nobody was up at midnight. */
export async function billMonthly(ctx: Context): Promise<void> {
  const asOf = await localToday(ctx);
  const period = asOf.slice(0, 7);
  if (Number(asOf.slice(8)) > openingDays) {
    const before = plusMonths(`${period}-01`, -1).slice(0, 7);
    const known = await ctx.app.db.selectFrom("billing_runs").select("id").where("period", "=", before).executeTakeFirst();
    if (!known) return;
  }
  await write(ctx, async (tx) => {
    const id = newId();
    const first = await tx
      .insertInto("billing_runs")
      .values({ id, period, as_of: asOf, started_at: ctx.now })
      .onConflict((conflict) => conflict.doNothing())
      .returning("id")
      .executeTakeFirst();
    if (first) await enqueue(tx, "invoices/run-billing", { runId: id });
  });
}

/** Works through all accounts of a run. May be killed and run again: what is billed stays billed, once. */
export async function billEverybody(ctx: Context, input: { runId: string }): Promise<void> {
  const { db } = ctx.app;
  const run = await db.selectFrom("billing_runs").selectAll().where("id", "=", input.runId).executeTakeFirstOrThrow();
  if (run.finished_at) return;
  const { rows } = await sql<{ customer_id: string }>`
    select customer_id from subscriptions where status <> 'ended' or ends_on > ${run.as_of}::date - 70
    union select customer_id from one_off_charges c where not exists (select 1 from obligations o where o.item_id = c.order_item_id)
    union select customer_id from billing_failures
    order by 1`.execute(db);
  const count = { accounts: 0, invoices: 0, failures: 0 };
  for (const { customer_id: customerId } of rows) {
    count.accounts += 1;
    try {
      count.invoices += (await billAccount(ctx, { customerId, asOf: run.as_of })).invoiceIds.length;
    } catch (error) {
      count.failures += 1;
      await noteFailure(ctx, customerId, run.as_of, error);
    }
  }
  await write(ctx, (tx) =>
    tx
      .updateTable("billing_runs")
      .set({ ...count, finished_at: ctx.now })
      .where("id", "=", run.id)
      .execute(),
  );
}

/** One account that cannot be billed does not stop the others: it is listed with its reason until a run succeeds. */
async function noteFailure(ctx: Context, customerId: string, asOf: string, error: unknown): Promise<void> {
  const reason = error instanceof Error ? error.message.slice(0, 1_000) : String(error);
  if (!(error instanceof Refusal || error instanceof RatingRefusal))
    ctx.app.log.error({ err: error, customerId }, "an account could not be billed");
  await write(ctx, (tx) =>
    tx
      .insertInto("billing_failures")
      .values({ customer_id: customerId, as_of: asOf, reason, failed_at: ctx.now })
      .onConflict((conflict) => conflict.column("customer_id").doUpdateSet({ as_of: asOf, reason, failed_at: ctx.now }))
      .execute(),
  );
}

async function localToday(ctx: Context): Promise<string> {
  const entity = await defaultLegalEntity(ctx);
  return dateOf(localText(ctx.now.getTime(), entity.time_zone));
}
