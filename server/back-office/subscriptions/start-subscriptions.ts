import type { SoldLine } from "#cpq/quotes/events.ts";
import { append } from "#events/append.ts";
import type { Context } from "#platform/context.ts";
import { json, type Tx } from "#platform/database.ts";
import { newId } from "#platform/ids.ts";
import { write } from "#platform/write.ts";
import { defaultLegalEntity } from "#record/organisation/legal-entity.ts";
import { takeNumber } from "#record/organisation/take-number.ts";
import { dateOf, localText } from "./engine/local-time.ts";
import { termEnd } from "./subscription.ts";

interface Start {
  orderId: string;
  /** When the customer confirmed; subscriptions begin on that day in the account's time zone. */
  confirmedAt: Date;
}

/** The customer has confirmed: every subscription of the order that does not run yet begins. Safe to call again. */
export const startSubscriptions = (ctx: Context, input: Start) =>
  write(ctx, async (tx) => {
    const order = await tx.selectFrom("orders").selectAll().where("id", "=", input.orderId).executeTakeFirst();
    if (!order) return { started: 0 };
    const items = await tx
      .selectFrom("order_items")
      .selectAll()
      .where("order_id", "=", order.id)
      .where("status", "not in", ["cancelled", "returned"])
      .where("action", "in", ["add", "modify"])
      .orderBy("position")
      .execute();
    const account = await tx
      .selectFrom("customers")
      .select("time_zone")
      .where("id", "=", order.customer_id)
      .executeTakeFirstOrThrow();
    const zone = account.time_zone || (await defaultLegalEntity(ctx)).time_zone;
    const startsOn = dateOf(localText(input.confirmedAt.getTime(), zone));
    let started = 0;
    for (const item of items) {
      const line = item.line as SoldLine;
      if (line.kind !== "subscription") continue;
      if (await startOne(tx, ctx, { order, itemId: item.id, line, startsOn, zone })) started += 1;
    }
    return { started };
  });

interface One {
  order: { id: string; customer_id: string; contact_id: string | null; currency: string };
  itemId: string;
  line: SoldLine;
  startsOn: string;
  zone: string;
}

async function startOne(tx: Tx, ctx: Context, { order, itemId, line, startsOn, zone }: One): Promise<boolean> {
  const known = await tx.selectFrom("subscriptions").select("id").where("order_item_id", "=", itemId).executeTakeFirst();
  if (known) return false;
  const id = newId();
  const year = startsOn.slice(0, 4);
  const number = await takeNumber(tx, `subscription-${year}`, `ABO-${year}-`);
  const everyMonths = line.everyMonths ?? 1;
  const fact = await append(tx, ctx, "subscription.started", {
    subjectId: id,
    customerId: order.customer_id,
    contactId: order.contact_id,
    ...(!ctx.cause && { follows: order.id }),
    data: {
      orderId: order.id,
      itemId,
      name: line.name,
      startsOn,
      monthlyMinor: BigInt(line.netMinor) / BigInt(everyMonths),
      currency: order.currency,
      meters: line.meters.map(({ meter }) => meter),
    },
  });
  await tx
    .insertInto("subscriptions")
    .values({
      id,
      number,
      customer_id: order.customer_id,
      contact_id: order.contact_id,
      order_id: order.id,
      order_item_id: itemId,
      name: line.name,
      sku: line.sku,
      status: "active",
      currency: order.currency,
      time_zone: zone,
      every_months: everyMonths,
      term_months: line.termMonths,
      starts_on: startsOn,
      term_ends_on: termEnd(startsOn, line.termMonths),
      started_event_id: fact.eventId,
      created_at: ctx.now,
    })
    .execute();
  await addItems(tx, ctx, id, line, startsOn);
  return true;
}

async function addItems(tx: Tx, ctx: Context, subscriptionId: string, line: SoldLine, startsOn: string): Promise<void> {
  const common = { subscription_id: subscriptionId, vat_category: line.vatCategory, vat_rate: line.vatRate };
  const version = { valid_from: startsOn, quantity: line.quantity, reason: "start", recorded_at: ctx.now };
  const recurring = newId();
  await tx
    .insertInto("subscription_items")
    .values({ ...common, id: recurring, kind: "recurring", name: line.name })
    .execute();
  await tx
    .insertInto("subscription_item_versions")
    .values({ ...version, id: newId(), item_id: recurring, period_net_minor: BigInt(line.netMinor) })
    .execute();
  for (const { meter, unit, model } of line.meters) {
    const item = newId();
    await tx
      .insertInto("subscription_items")
      .values({ ...common, id: item, kind: "usage", meter, unit, name: `${line.name} (${meter})` })
      .execute();
    await tx
      .insertInto("subscription_item_versions")
      .values({ ...version, id: newId(), item_id: item, model: json(model) })
      .execute();
  }
}
