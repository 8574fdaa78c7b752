import { z } from "zod";
import {
  currency,
  customer,
  day,
  id,
  instant,
  minor,
  ok,
  pageInput,
  pageOf,
  requiredText,
  staff,
  text,
} from "#platform/contract.ts";

const tag = { tags: ["Invoices"] };
const status = z.enum(["issued", "sent", "overdue", "disputed", "paid", "credited", "credit_note"]);
const kind = z.enum(["invoice", "credit_note"]);
const lineKind = z.enum(["one_off", "service", "recurring", "usage", "correction"]);
const row = z.object({
  id,
  number: z.string(),
  kind,
  status,
  customerId: id,
  customerName: z.string(),
  orderId: id.nullable(),
  currency,
  issuedOn: day,
  dueOn: day,
  netMinor: minor,
  taxMinor: minor,
  totalMinor: minor,
  openMinor: minor,
});
/** The arithmetic of a line in plain words, in the reader's language. */
const explanation = z.array(z.object({ label: z.string(), formula: z.string(), value: z.string() }));
const detail = row.extend({
  customerNumber: z.string(),
  orderNumber: z.string().nullable(),
  reason: z.string().nullable(),
  creditedMinor: minor,
  paidMinor: minor,
  sentAt: instant.nullable(),
  sentTo: z.string().nullable(),
  viewedAt: instant.nullable(),
  disputedAt: instant.nullable(),
  disputeReason: z.string().nullable(),
  settledAt: instant.nullable(),
  vat: z.array(z.object({ category: z.string(), rate: z.string(), baseMinor: minor, taxMinor: minor })),
  lines: z.array(
    z.object({
      id,
      kind: lineKind,
      sku: z.string(),
      name: z.string(),
      quantity: z.string(),
      unit: z.string(),
      netMinor: minor,
      vatRate: z.string(),
      serviceFrom: day.nullable(),
      serviceTo: day.nullable(),
      subscriptionId: id.nullable(),
      explanation,
    }),
  ),
  documents: z.array(z.object({ format: z.enum(["facturx", "ubl"]), sha256: z.string(), size: z.number() })),
  related: z.array(z.object({ id, number: z.string(), totalMinor: minor })),
});
const preview = z.object({
  asOf: day,
  countedUntil: instant,
  documents: z.array(
    z.object({
      kind,
      currency,
      netMinor: minor,
      taxMinor: minor,
      totalMinor: minor,
      lines: z.array(
        z.object({
          kind: lineKind,
          name: z.string(),
          quantity: z.string(),
          unitPrice: z.string(),
          netMinor: minor,
          serviceFrom: day.nullable(),
          serviceTo: day.nullable(),
          explanation,
        }),
      ),
    }),
  ),
});
const one = z.object({ invoiceId: id });
const file = one.extend({ format: z.enum(["facturx", "ubl"]) });

export const invoicesContract = {
  list: staff("read invoices")
    .route({ method: "GET", path: "/invoices", summary: "Invoices and credit notes, newest first", ...tag })
    .input(
      z.object({
        ...pageInput,
        search: text(60).optional(),
        status: status.optional(),
        customerId: id.optional(),
        orderId: id.optional(),
      }),
    )
    .output(pageOf(row)),
  show: staff("read invoices")
    .route({ method: "GET", path: "/invoices/{invoiceId}", summary: "One document, each line explained", ...tag })
    .input(one)
    .output(detail),
  document: staff("read invoices")
    .route({
      method: "GET",
      path: "/invoices/{invoiceId}/documents/{format}",
      summary: "The PDF (Factur-X) or the XML (UBL) of a document",
      ...tag,
    })
    .input(file)
    .output(z.file()),
  preview: staff("read invoices")
    .route({ method: "GET", path: "/customers/{customerId}/next-invoice", summary: "What the next invoice will be", ...tag })
    .input(z.object({ customerId: id, asOf: day.optional() }))
    .output(preview),
  runs: staff("read invoices")
    .route({ method: "GET", path: "/billing-runs", summary: "Billing runs, and accounts that could not be billed", ...tag })
    .input(z.object({ limit: z.number().int().min(1).max(200).default(20) }))
    .output(
      z.object({
        rows: z.array(
          z.object({
            id,
            period: z.string().nullable(),
            asOf: day,
            startedAt: instant,
            finishedAt: instant.nullable(),
            accounts: z.number(),
            invoices: z.number(),
            failures: z.number(),
          }),
        ),
        failures: z.array(
          z.object({ customerId: id, customerName: z.string(), asOf: day, reason: z.string(), failedAt: instant }),
        ),
      }),
    ),
  run: staff("run billing")
    .route({
      method: "POST",
      path: "/billing-runs",
      summary: "Bill what is owed now: one account at once, or all accounts in the background",
      ...tag,
    })
    .input(z.object({ customerId: id.optional(), asOf: day.optional() }))
    .output(z.object({ runId: id.nullable(), invoiceIds: z.array(id) })),
  credit: staff("credit invoices")
    .route({
      method: "POST",
      path: "/invoices/{invoiceId}/credit-notes",
      summary: "Give back all or a part of an invoice by a credit note",
      ...tag,
    })
    .input(
      one.extend({
        lines: z
          .array(z.object({ lineId: id, netMinor: minor }))
          .min(1)
          .max(500)
          .optional(),
        reason: requiredText(300),
      }),
    )
    .output(ok),
  settle: staff("credit invoices")
    .route({
      method: "POST",
      path: "/invoices/{invoiceId}/dispute/settlement",
      summary: "Close a dispute: the invoice stands",
      ...tag,
    })
    .input(one.extend({ how: requiredText(300) }))
    .output(ok),
  dispute: staff("credit invoices")
    .route({
      method: "POST",
      path: "/invoices/{invoiceId}/dispute",
      summary: "Note that the customer disputes an invoice",
      ...tag,
    })
    .input(one.extend({ reason: requiredText(500) }))
    .output(ok),
  send: staff("run billing")
    .route({
      method: "POST",
      path: "/invoices/{invoiceId}/sending",
      summary: "Send an invoice that could not be sent yet",
      ...tag,
    })
    .input(one)
    .output(ok),
  myInvoices: customer()
    .route({ method: "GET", path: "/my/invoices", summary: "My invoices", ...tag })
    .input(z.object(pageInput))
    .output(pageOf(row)),
  myInvoice: customer()
    .route({ method: "GET", path: "/my/invoices/{invoiceId}", summary: "One of my invoices, each line explained", ...tag })
    .input(one)
    .output(detail),
  myDocument: customer()
    .route({
      method: "GET",
      path: "/my/invoices/{invoiceId}/documents/{format}",
      summary: "The PDF or XML of my invoice",
      ...tag,
    })
    .input(file)
    .output(z.file()),
  viewMine: customer()
    .route({ method: "POST", path: "/my/invoices/{invoiceId}/view", summary: "I have opened this invoice", ...tag })
    .input(one)
    .output(ok),
  disputeMine: customer()
    .route({ method: "POST", path: "/my/invoices/{invoiceId}/dispute", summary: "I do not agree with this invoice", ...tag })
    .input(one.extend({ reason: requiredText(500) }))
    .output(ok),
  myNextInvoice: customer()
    .route({ method: "GET", path: "/my/next-invoice", summary: "What my next invoice will be", ...tag })
    .output(preview),
};
