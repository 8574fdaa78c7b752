import { createHash } from "node:crypto";
import { dateOf, localText, plusDays } from "#back-office/subscriptions/engine/local-time.ts";
import { append } from "#events/append.ts";
import type { Context } from "#platform/context.ts";
import { json, type Tx } from "#platform/database.ts";
import { refuse } from "#platform/errors.ts";
import { newId } from "#platform/ids.ts";
import { enqueue } from "#platform/jobs/task.ts";
import { defaultLegalEntity } from "#record/organisation/legal-entity.ts";
import { takeNumber } from "#record/organisation/take-number.ts";
import { billingContact } from "./billing-contact.ts";
import type { DraftLine } from "./draft.ts";
import { checkInvoice } from "./einvoice/check-invoice.ts";
import type { VatTotal } from "./engine/vat-breakdown.ts";
import { electronicInvoice } from "./electronic-invoice.ts";

/** Days a customer has to pay. */
export const paymentDays = 30;

export interface NewDocument {
  kind: "invoice" | "credit_note";
  customerId: string;
  contactId: string | null;
  currency: string;
  lines: readonly DraftLine[];
  net: bigint;
  vat: readonly VatTotal[];
  tax: bigint;
  total: bigint;
  /** The fact it goes back to. */
  causedBy: string;
  /** Credit notes: a line they give back; its invoice is the one corrected. */
  correctsLineId: string | null;
  reason: string | null;
}

/**
 * Issues an invoice or credit note: checked against the law first, then numbered without gap, kept for ever, announced.
 * PDF and XML follow from its kept content. Refuses, with what to mend, what may not be issued.
 */
export async function issueDocument(ctx: Context, input: NewDocument): Promise<{ id: string; number: string; eventId: string }> {
  const tx = ctx.tx!;
  const entity = await defaultLegalEntity(ctx);
  const customer = await tx.selectFrom("customers").selectAll().where("id", "=", input.customerId).executeTakeFirstOrThrow();
  const orderId = input.lines.find((line) => line.orderId)?.orderId ?? null;
  const order = orderId
    ? await tx
        .selectFrom("orders")
        .select(["number", "delivery_address", "contact_id"])
        .where("id", "=", orderId)
        .executeTakeFirst()
    : undefined;
  const corrects = input.correctsLineId ? await correctedBy(tx, input.correctsLineId) : null;
  if (input.kind === "credit_note" && !corrects) refuse("invoice.nothing_to_correct");
  const issuedOn = dateOf(localText(ctx.now.getTime(), entity.time_zone));
  const dueOn = input.kind === "invoice" ? plusDays(issuedOn, paymentDays) : issuedOn;
  const year = issuedOn.slice(0, 4);
  const id = newId();
  const buyerEmail = (await billingContact(tx, input.customerId, order?.contact_id ?? null))?.email ?? null;
  const composed = { ...input, entity, customer, order, corrects, issuedOn, dueOn, buyerEmail };
  const draft = electronicInvoice({ ...composed, number: "0" });
  const verdict = checkInvoice(draft, ctx.locale);
  if (!verdict.valid)
    refuse("invoice.not_legal", {
      customer: customer.name,
      problems: verdict.errors
        .slice(0, 5)
        .map((problem) => `${problem.rule} ${problem.path}: ${problem.message}`)
        .join("; "),
    });
  // The number last: the counter is locked until the transaction ends.
  const number =
    input.kind === "invoice"
      ? await takeNumber(tx, `invoice-${year}`, `FAC-${year}-`)
      : await takeNumber(tx, `credit-note-${year}`, `AVO-${year}-`);
  const content = json(electronicInvoice({ ...composed, number }));
  const contactId = input.contactId ?? order?.contact_id ?? null;
  const about = { subjectId: id, customerId: input.customerId, contactId, causedBy: input.causedBy };
  const { eventId } =
    input.kind === "invoice"
      ? await append(tx, ctx, "invoice.issued", { ...about, data: issuedData(input, number, orderId, issuedOn, dueOn) })
      : await append(tx, ctx, "credit_note.issued", {
          ...about,
          data: {
            number,
            invoiceId: corrects!.id,
            reason: input.reason ?? "",
            currency: input.currency,
            netMinor: input.net,
            taxMinor: input.tax,
            totalMinor: input.total,
            lines: input.lines.map((line) => ({ invoiceLineId: line.creditsLineId ?? line.id, netMinor: line.netMinor })),
          },
        });
  await tx
    .insertInto("invoices")
    .values({
      id,
      number,
      kind: input.kind,
      customer_id: input.customerId,
      contact_id: contactId,
      legal_entity_id: entity.id,
      order_id: orderId,
      corrects_id: input.kind === "credit_note" ? corrects!.id : null,
      reason: input.reason,
      currency: input.currency,
      locale: customer.locale,
      issued_on: issuedOn,
      due_on: dueOn,
      net_minor: input.net,
      tax_minor: input.tax,
      total_minor: input.total,
      vat: json(input.vat),
      content,
      content_sha256: createHash("sha256").update(content).digest("hex"),
      issued_event_id: eventId,
      issued_at: ctx.now,
    })
    .execute();
  await insertLines(tx, id, input.lines);
  await tx.insertInto("invoice_follow_ups").values({ invoice_id: id }).execute();
  await enqueue(tx, "invoices/make-documents", { invoiceId: id }, { key: `invoice-documents:${id}` });
  return { id, number, eventId };
}

async function correctedBy(tx: Tx, lineId: string) {
  const line = await tx.selectFrom("invoice_lines").select("invoice_id").where("id", "=", lineId).executeTakeFirstOrThrow();
  const invoice = await tx
    .selectFrom("invoices")
    .select(["id", "number", "issued_on"])
    .where("id", "=", line.invoice_id)
    .executeTakeFirstOrThrow();
  return invoice;
}

const issuedData = (input: NewDocument, number: string, orderId: string | null, issuedOn: string, dueOn: string) => ({
  number,
  orderId,
  issuedOn,
  dueOn,
  currency: input.currency,
  netMinor: input.net,
  taxMinor: input.tax,
  totalMinor: input.total,
  lines: input.lines.map((line) => ({
    lineId: line.id,
    kind: line.kind,
    sku: line.sku,
    name: line.name,
    netMinor: line.netMinor,
    vatCategory: line.vat.category,
    vatRate: line.vat.rate,
    serviceFrom: line.serviceFrom,
    serviceTo: line.serviceTo,
    orderItemId: line.orderItemId,
    subscriptionId: line.subscriptionId,
    creditsLineId: line.creditsLineId,
  })),
});

async function insertLines(tx: Tx, invoiceId: string, lines: readonly DraftLine[]): Promise<void> {
  await tx
    .insertInto("invoice_lines")
    .values(
      lines.map((line, position) => ({
        id: line.id,
        invoice_id: invoiceId,
        position,
        kind: line.kind,
        sku: line.sku,
        name: line.name,
        quantity: line.quantity,
        unit: line.unit,
        net_minor: line.netMinor,
        vat_category: line.vat.category,
        vat_rate: line.vat.rate,
        service_from: line.serviceFrom,
        service_to: line.serviceTo,
        order_item_id: line.orderItemId,
        subscription_id: line.subscriptionId,
        credits_line_id: line.creditsLineId,
        derivation: json(line.derivation),
      })),
    )
    .execute();
}
