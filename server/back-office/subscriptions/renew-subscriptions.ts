import { append } from "#events/append.ts";
import type { Context } from "#platform/context.ts";
import { write } from "#platform/write.ts";
import { dateOf, localText, plusMonths } from "./engine/local-time.ts";
import { closeVersion, latestVersions } from "./versions.ts";

const batch = 500;

/** Terms that are over begin again for as long; subscriptions that were to end have ended. One transaction each. */
export async function renewSubscriptions(ctx: Context): Promise<void> {
  const today = dateOf(ctx.now.toISOString());
  const due = await ctx.app.db
    .selectFrom("subscriptions")
    .select("id")
    .where("status", "<>", "ended")
    .where((eb) => eb.or([eb("term_ends_on", "<=", today), eb("ends_on", "<=", today)]))
    .limit(batch)
    .execute();
  for (const { id } of due) await renewOne(ctx, id);
}

const renewOne = (ctx: Context, subscriptionId: string) =>
  write(ctx, async (tx) => {
    const row = await tx
      .selectFrom("subscriptions")
      .selectAll()
      .where("id", "=", subscriptionId)
      .forUpdate()
      .executeTakeFirstOrThrow();
    const today = dateOf(localText(ctx.now.getTime(), row.time_zone));
    const about = { subjectId: row.id, customerId: row.customer_id, contactId: row.contact_id };
    if (row.ends_on !== null && row.ends_on <= today) {
      await tx.updateTable("subscriptions").set({ status: "ended" }).where("id", "=", row.id).execute();
      return;
    }
    if (row.term_ends_on === null || row.term_ends_on > today || row.status === "ended") return;
    if (row.renews && row.term_months !== null) {
      let until = row.term_ends_on;
      for (let terms = 2; until <= today; terms += 1) until = plusMonths(row.starts_on, row.term_months * terms);
      await tx.updateTable("subscriptions").set({ term_ends_on: until }).where("id", "=", row.id).execute();
      await append(tx, ctx, "subscription.renewed", { ...about, data: { until } });
      return;
    }
    let monthlyMinor = 0n;
    for (const { item, version } of await latestVersions(tx, row.id)) {
      if (item.kind === "recurring") monthlyMinor = version.period_net_minor! / BigInt(row.every_months);
      await closeVersion(tx, version, row.term_ends_on);
    }
    const reason = "term";
    await tx
      .updateTable("subscriptions")
      .set({ status: "ended", ends_on: row.term_ends_on, end_reason: reason })
      .where("id", "=", row.id)
      .execute();
    await append(tx, ctx, "subscription.cancelled", {
      ...about,
      data: { reason, endsOn: row.term_ends_on, monthlyMinor, currency: row.currency },
    });
  });
