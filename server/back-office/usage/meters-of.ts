import type { Database } from "#platform/database.ts";

/** One meter of a subscription: what usage is counted against. */
export interface MeteredItem {
  itemId: string;
  subscriptionId: string;
  customerId: string;
  contactId: string | null;
  meter: string;
  unit: string;
  name: string;
  currency: string;
  timeZone: string;
  anchor: "calendar" | "anniversary";
  everyMonths: number;
  startsOn: string;
  startedEventId: string;
}

/** The meters of subscriptions, by "<subscription id> <meter>". */
export async function metersOf(
  db: Database,
  where: { subscriptionIds?: readonly string[]; customerId?: string },
): Promise<Map<string, MeteredItem>> {
  let subscriptions = db.selectFrom("subscriptions").selectAll();
  if (where.subscriptionIds) subscriptions = subscriptions.where("id", "in", [...where.subscriptionIds]);
  if (where.customerId) subscriptions = subscriptions.where("customer_id", "=", where.customerId);
  const rows = await subscriptions.execute();
  if (rows.length === 0) return new Map();
  const byId = new Map(rows.map((row) => [row.id, row]));
  const items = await db
    .selectFrom("subscription_items")
    .selectAll()
    .where("kind", "=", "usage")
    .where("subscription_id", "in", [...byId.keys()])
    .orderBy("meter")
    .execute();
  return new Map(
    items.map((item) => {
      const row = byId.get(item.subscription_id)!;
      const metered: MeteredItem = {
        itemId: item.id,
        subscriptionId: row.id,
        customerId: row.customer_id,
        contactId: row.contact_id,
        meter: item.meter!,
        unit: item.unit ?? "",
        name: item.name,
        currency: row.currency,
        timeZone: row.time_zone,
        anchor: row.anchor as "calendar" | "anniversary",
        everyMonths: row.every_months,
        startsOn: row.starts_on,
        startedEventId: row.started_event_id,
      };
      return [meterKey(row.id, item.meter!), metered] as const;
    }),
  );
}

export const meterKey = (subscriptionId: string, meter: string): string => `${subscriptionId} ${meter}`;
