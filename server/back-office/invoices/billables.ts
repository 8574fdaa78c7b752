import type { Database } from "#platform/database.ts";
import type { VatTreatment } from "./engine/types.ts";

/** One thing an account may be billed for: an item of a subscription, or a charge that was earned. */
export interface Billable {
  itemId: string;
  kind: "recurring" | "usage" | "one_off";
  /** What a line of the invoice is called. */
  lineKind: "one_off" | "service" | "recurring" | "usage";
  name: string;
  sku: string;
  unit: string;
  meter: string | null;
  everyMonths: number;
  anchor: "calendar" | "anniversary";
  vat: VatTreatment;
  orderId: string;
  orderItemId: string;
  subscriptionId: string | null;
  contactId: string | null;
  /** The fact it began with. */
  eventId: string;
  versions: readonly {
    id: string;
    from: string;
    to: string | null;
    quantity: string;
    netMinor: bigint;
    model: unknown;
  }[];
}

/** Everything billable of an account in a currency, by item id; one-off charges first, then subscriptions as they began. */
export async function billablesOf(db: Database, customerId: string, currency: string): Promise<Map<string, Billable>> {
  const [charges, subscriptions] = await Promise.all([
    db
      .selectFrom("one_off_charges")
      .selectAll()
      .where("customer_id", "=", customerId)
      .where("currency", "=", currency)
      .orderBy("kind")
      .orderBy("id")
      .execute(),
    db
      .selectFrom("subscriptions")
      .selectAll()
      .where("customer_id", "=", customerId)
      .where("currency", "=", currency)
      .orderBy("created_at")
      .orderBy("id")
      .execute(),
  ]);
  const billables = new Map<string, Billable>();
  for (const charge of charges) {
    billables.set(charge.order_item_id, {
      itemId: charge.order_item_id,
      kind: "one_off",
      lineKind: charge.kind === "product" ? "one_off" : "service",
      name: charge.name,
      sku: charge.sku,
      unit: "C62",
      meter: null,
      everyMonths: 1,
      anchor: "calendar",
      vat: { category: charge.vat_category, rate: charge.vat_rate },
      orderId: charge.order_id,
      orderItemId: charge.order_item_id,
      subscriptionId: null,
      contactId: charge.contact_id,
      eventId: charge.event_id,
      versions: charge.withdrawn_at
        ? []
        : [
            {
              id: charge.id,
              from: charge.earned_on,
              to: null,
              quantity: charge.quantity,
              netMinor: charge.net_minor,
              model: null,
            },
          ],
    });
  }
  if (subscriptions.length > 0) await addSubscriptions(db, subscriptions, billables);
  return billables;
}

type Subscription = {
  id: string;
  sku: string;
  every_months: number;
  anchor: string;
  order_id: string;
  order_item_id: string;
  contact_id: string | null;
  started_event_id: string;
};

async function addSubscriptions(
  db: Database,
  subscriptions: readonly Subscription[],
  billables: Map<string, Billable>,
): Promise<void> {
  const byId = new Map(subscriptions.map((row) => [row.id, row]));
  const items = await db
    .selectFrom("subscription_items")
    .selectAll()
    .where("subscription_id", "in", [...byId.keys()])
    .orderBy("kind")
    .orderBy("id")
    .execute();
  const versions = await db
    .selectFrom("subscription_item_versions")
    .selectAll()
    .where(
      "item_id",
      "in",
      items.map((item) => item.id),
    )
    .orderBy("valid_from")
    .orderBy("recorded_at")
    .orderBy("id")
    .execute();
  const byItem = Map.groupBy(versions, (version) => version.item_id);
  for (const item of items) {
    const subscription = byId.get(item.subscription_id)!;
    const kind = item.kind as "recurring" | "usage";
    billables.set(item.id, {
      itemId: item.id,
      kind,
      lineKind: kind,
      name: item.name,
      sku: subscription.sku,
      unit: kind === "recurring" ? "MON" : unitCode(item.unit),
      meter: item.meter,
      everyMonths: subscription.every_months,
      anchor: subscription.anchor as "calendar" | "anniversary",
      vat: { category: item.vat_category, rate: item.vat_rate },
      orderId: subscription.order_id,
      orderItemId: subscription.order_item_id,
      subscriptionId: subscription.id,
      contactId: subscription.contact_id,
      eventId: subscription.started_event_id,
      versions: (byItem.get(item.id) ?? []).map((version) => ({
        id: version.id,
        from: version.valid_from,
        to: version.valid_to,
        quantity: version.quantity,
        netMinor: version.period_net_minor ?? 0n,
        model: version.model,
      })),
    });
  }
}

/** Units of meters as UN/ECE Recommendation 20 writes them; anything else counts pieces. */
const unitCodes: Record<string, string> = {
  min: "MIN",
  h: "HUR",
  s: "SEC",
  gb: "E34",
  go: "E34",
  mb: "4L",
  mo: "4L",
  kwh: "KWH",
};
const unitCode = (unit: string | null): string => unitCodes[(unit ?? "").toLowerCase()] ?? "C62";
