/**
 * What the portal walk needs to know of a module: ids of things that belong to one customer, by the name they have in
 * inputs ("quoteId"). A module with portal operations adds a maker here; without one, its ids are only guessed at.
 */
import { sql } from "kysely";
import { placeOrder } from "#back-office/orders/place-order.ts";
import { bookAppointment } from "#back-office/appointments/book-appointment.ts";
import { listSlots } from "#back-office/appointments/offer-slots.ts";
import { createQuote } from "#cpq/quotes/create-quote.ts";
import { sendQuote } from "#cpq/quotes/send-quote.ts";
import { submitQuote } from "#cpq/quotes/submit-quote.ts";
import type { Actor } from "#platform/context.ts";
import type { TestApp } from "./harness/app.ts";
import { soldLines } from "./story/sold-lines.ts";

export interface Owner {
  customerId: string;
  contactId: string;
  actor: Extract<Actor, { kind: "customer" }>;
}
export type SampleMaker = (t: TestApp, owner: Owner) => Promise<Record<string, string>>;

export const portalSamples: readonly SampleMaker[] = [
  async function quotes(t, { customerId, contactId }) {
    const lines = [{ sku: "ROUTER-PRO", quantity: "1" }];
    const { id: quoteId } = await createQuote(t.as("seller"), { customerId, contactId, summary: "Wi-Fi", lines });
    await submitQuote(t.as("seller"), { quoteId });
    await sendQuote(t.as("seller"), { quoteId });
    return { quoteId };
  },
  async function orders(t, { customerId, contactId, actor }) {
    const deliveryAddress = { line1: "8 rue des Tanneurs", postcode: "13006", city: "Marseille", country: "FR" };
    const order = {
      quoteId: null,
      opportunityId: null,
      customerId,
      contactId,
      currency: "EUR",
      netMinor: 42_700n,
      totalMinor: 51_240n,
      lines: soldLines(),
      deliveryAddress,
      locale: "fr" as const,
    };
    const { id: orderId } = await placeOrder(t.as(), order);
    await t.drain();
    const { slots } = await listSlots(t.as(actor), { orderId });
    const { id: appointmentId } = await bookAppointment(t.as(actor), { orderId, startsAt: slots[0]!.startsAt });
    return { orderId, appointmentId };
  },
  async function invoices(t, { customerId }) {
    const has = await sql<{ found: string | null }>`select to_regclass('invoices')::text as found`.execute(t.app.db);
    if (!has.rows[0]!.found) return {};
    const { rows } = await sql<{ id: string }>`select id from invoices where customer_id = ${customerId} limit 1`.execute(
      t.app.db,
    );
    return rows[0] ? { invoiceId: rows[0].id } : {};
  },
];

/** Inputs that a schema alone does not tell how to fill, by operation; merged over the guessed ones. */
export const portalInputs: Readonly<Record<string, Record<string, unknown>>> = {
  "signatures.sign": { documentSha256: "0".repeat(64), mark: { method: "typed", strokes: [] } },
};
