import { z } from "zod";
import { currency, day, event, id, minor } from "#events/define-event.ts";

export const invoicesEvents = {
  "charge.earned": event(
    "pay",
    { en: "{name} is delivered and can be billed", fr: "{name} est livré et peut être facturé" },
    z.object({
      orderId: id,
      orderItemId: id,
      kind: z.enum(["product", "service"]),
      sku: z.string(),
      name: z.string(),
      netMinor: minor,
      currency,
      on: day,
    }),
  ),
  "charge.withdrawn": event(
    "pay",
    { en: "{name} came back before it was billed", fr: "{name} est revenu avant d’être facturé" },
    z.object({ orderItemId: id, name: z.string(), netMinor: minor, currency, on: day }),
  ),
  "invoice.issued": event(
    "pay",
    { en: "Invoice {number} issued", fr: "Facture {number} émise" },
    z.object({
      number: z.string(),
      orderId: id.nullable(),
      issuedOn: day,
      dueOn: day,
      currency,
      netMinor: minor,
      taxMinor: minor,
      totalMinor: minor,
      lines: z.array(
        z.object({
          lineId: id,
          kind: z.enum(["one_off", "service", "recurring", "usage", "correction"]),
          sku: z.string(),
          name: z.string(),
          netMinor: minor,
          vatCategory: z.string(),
          vatRate: z.string(),
          serviceFrom: day.nullable(),
          serviceTo: day.nullable(),
          orderItemId: id.nullable(),
          subscriptionId: id.nullable(),
          /** The line of an earlier invoice that this one gives back a part of. */
          creditsLineId: id.nullable().optional(),
        }),
      ),
    }),
  ),
  "invoice.sent": event(
    "pay",
    { en: "Invoice {number} sent", fr: "Facture {number} envoyée" },
    z.object({ number: z.string(), to: z.string() }),
  ),
  "invoice.viewed": event(
    "pay",
    { en: "Invoice {number} opened", fr: "Facture {number} consultée" },
    z.object({ number: z.string() }),
  ),
  "invoice.disputed": event(
    "pay",
    { en: "Invoice {number} disputed: {reason}", fr: "Facture {number} contestée : {reason}" },
    z.object({ number: z.string(), reason: z.string() }),
  ),
  "invoice.settled": event(
    "pay",
    { en: "Dispute of invoice {number} settled: {how}", fr: "Litige de la facture {number} réglé : {how}" },
    z.object({ number: z.string(), how: z.string() }),
  ),
  "invoice.overdue": event(
    "pay",
    { en: "Invoice {number} is overdue", fr: "Facture {number} en retard de paiement" },
    z.object({ number: z.string(), dueOn: day, openMinor: minor, currency }),
  ),
  "credit.booked": event(
    "pay",
    {
      en: "{amountMinor} of goodwill is booked for the next invoice",
      fr: "{amountMinor} de geste commercial à déduire de la prochaine facture",
    },
    z.object({ amountMinor: minor, currency, reason: z.string() }),
  ),
  "credit.applied": event(
    "pay",
    {
      en: "{amountMinor} of goodwill given back on invoice {number}",
      fr: "{amountMinor} de geste commercial déduits de la facture {number}",
    },
    z.object({ amountMinor: minor, currency, number: z.string(), invoiceId: id }),
  ),
  "credit_note.issued": event(
    "pay",
    { en: "Credit note {number} issued", fr: "Avoir {number} émis" },
    z.object({
      number: z.string(),
      invoiceId: id,
      reason: z.string(),
      currency,
      netMinor: minor,
      taxMinor: minor,
      totalMinor: minor,
      lines: z.array(z.object({ invoiceLineId: id, netMinor: minor })),
    }),
  ),
};
