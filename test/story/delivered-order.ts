import { append } from "#events/append.ts";
import { newId } from "#platform/ids.ts";
import { write } from "#platform/write.ts";
import type { SoldLine } from "#cpq/quotes/events.ts";
import type { TestApp } from "#test/harness/app.ts";
import { atelierMartin, lea } from "./cast.ts";
import { soldLines } from "./sold-lines.ts";

export interface DeliveredOrder {
  customerId: string;
  contactId: string;
  quoteId: string;
  opportunityId: string | null;
  orderId: string;
}

/** A company with Léa in it, known to billing by its numbers and address. */
export async function anAccount(t: TestApp): Promise<{ customerId: string; contactId: string }> {
  const [customerId, contactId] = [newId(), newId()];
  await t.app.db
    .insertInto("customers")
    .values({
      id: customerId,
      number: `CLI-${customerId.slice(-8)}`,
      kind: "company",
      name: atelierMartin.name,
      siren: atelierMartin.siren,
      vat_number: "FR76552100554",
      billing_address: JSON.stringify(atelierMartin.address),
    })
    .execute();
  await t.app.db
    .insertInto("contacts")
    .values({
      id: contactId,
      customer_id: customerId,
      first_name: lea.firstName,
      last_name: lea.lastName,
      email: lea.email,
      is_primary: true,
    })
    .execute();
  return { customerId, contactId };
}

/** Signs a quote for the account; the order follows from it. */
export async function signedOrder(
  t: TestApp,
  account: { customerId: string; contactId: string },
  lines: SoldLine[] = soldLines(),
): Promise<DeliveredOrder> {
  const quoteId = newId();
  const opportunityId = null;
  const netMinor = lines.reduce((sum, line) => sum + BigInt(line.netMinor), 0n);
  await write(t.as(), (tx) =>
    append(tx, t.as(), "quote.signed", {
      subjectId: quoteId,
      ...account,
      data: {
        number: "DEV-2026-00001",
        version: 1,
        opportunityId,
        signedBy: "Léa Martin",
        documentSha256: "0",
        currency: "EUR",
        netMinor,
        taxMinor: netMinor / 5n,
        totalMinor: netMinor + netMinor / 5n,
        lines,
        deliveryAddress: atelierMartin.address,
        locale: "fr",
      },
    }),
  );
  await t.drain();
  const order = await t.app.db.selectFrom("orders").select("id").where("quote_id", "=", quoteId).executeTakeFirstOrThrow();
  return { ...account, quoteId, opportunityId, orderId: order.id };
}

/** What is shipped arrives, now. */
export async function deliver(t: TestApp, order: DeliveredOrder): Promise<void> {
  const items = await t.app.db.selectFrom("order_items").selectAll().where("order_id", "=", order.orderId).execute();
  const shipped = items.filter((item) => (item.line as SoldLine).delivery === "ship").map((item) => item.id);
  if (shipped.length > 0)
    await write(t.as(), (tx) =>
      append(tx, t.as(), "shipment.delivered", {
        subjectId: newId(),
        follows: order.orderId,
        customerId: order.customerId,
        data: { orderId: order.orderId, itemIds: shipped, receivedBy: "Léa Martin" },
      }),
    );
  await t.drain();
}

/** Léa confirms the installation, now. */
export async function confirmInstalled(t: TestApp, order: DeliveredOrder): Promise<void> {
  const appointmentId = newId();
  const task = await t.app.db
    .selectFrom("tasks")
    .select("id")
    .where("order_id", "=", order.orderId)
    .where("kind", "=", "install")
    .executeTakeFirstOrThrow();
  await write(t.as(), (tx) =>
    append(tx, t.as(), "installation.confirmed", {
      subjectId: appointmentId,
      follows: order.orderId,
      customerId: order.customerId,
      contactId: order.contactId,
      data: { orderId: order.orderId, appointmentId, taskId: task.id, confirmedBy: "Léa Martin", firstTimeRight: true },
    }),
  );
  await t.drain();
}

/** A signed order, delivered and installed on a day (local noon). */
export async function aDeliveredOrder(t: TestApp, day = "2026-03-18", lines?: SoldLine[]): Promise<DeliveredOrder> {
  const order = await signedOrder(t, await anAccount(t), lines);
  t.clock.set(new Date(`${day}T11:00:00Z`));
  await deliver(t, order);
  await confirmInstalled(t, order);
  return order;
}
