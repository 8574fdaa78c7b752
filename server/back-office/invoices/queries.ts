import { type Selectable, sql } from "kysely";
import type { DB } from "#db/schema.ts";
import { type Context, reader } from "#platform/context.ts";
import { keptRefusalInWords } from "#platform/http/problem.ts";
import { found } from "#platform/errors.ts";
import { decodeCursor, page } from "#platform/page.ts";
import type { Step } from "./engine/types.ts";
import { explainLine } from "./explain-line.ts";

export type InvoiceStatus = "issued" | "sent" | "overdue" | "disputed" | "paid" | "credited" | "credit_note";

const toRow = (row: Selectable<DB["invoice_list"]>) => ({
  id: row.id!,
  number: row.number!,
  kind: row.kind as "invoice" | "credit_note",
  status: row.status as InvoiceStatus,
  customerId: row.customer_id!,
  customerName: row.customer_name!,
  orderId: row.order_id,
  currency: row.currency!,
  issuedOn: row.issued_on!,
  dueOn: row.due_on!,
  netMinor: row.net_minor!,
  taxMinor: row.tax_minor!,
  totalMinor: row.total_minor!,
  openMinor: row.open_minor!,
});

interface ListInput {
  cursor?: string | undefined;
  limit: number;
  search?: string | undefined;
  status?: InvoiceStatus | undefined;
  customerId?: string | undefined;
  orderId?: string | undefined;
}

export async function listInvoices(ctx: Context, input: ListInput) {
  let query = reader(ctx)
    .selectFrom("invoice_list")
    .selectAll()
    .orderBy("issued_at", "desc")
    .orderBy("id", "desc")
    .limit(input.limit + 1);
  if (input.status) query = query.where("status", "=", input.status);
  if (input.customerId) query = query.where("customer_id", "=", input.customerId);
  if (input.orderId) query = query.where("order_id", "=", input.orderId);
  if (input.search) query = query.where(sql<boolean>`(number || ' ' || customer_name) ilike ${`%${input.search}%`}`);
  if (input.cursor) {
    const [at, id] = decodeCursor(input.cursor, 2);
    query = query.where(sql<boolean>`(issued_at, id) < (${at}::timestamptz, ${id}::uuid)`);
  }
  const cut = page(await query.execute(), input.limit, (row) => [row.issued_at, row.id]);
  return { rows: cut.rows.map(toRow), nextCursor: cut.nextCursor };
}

/** One document with its lines, each explained in the reader's language, its files and what became of it. */
export async function showInvoice(ctx: Context, input: { invoiceId: string }) {
  const db = reader(ctx);
  const row = await visibleInvoice(ctx, input.invoiceId);
  const [lines, documents, vat, related] = await Promise.all([
    db.selectFrom("invoice_lines").selectAll().where("invoice_id", "=", row.id!).orderBy("position").execute(),
    db.selectFrom("invoice_documents").selectAll().where("invoice_id", "=", row.id!).orderBy("format").execute(),
    db.selectFrom("invoices").select("vat").where("id", "=", row.id!).executeTakeFirstOrThrow(),
    db
      .selectFrom("invoices")
      .select(["id", "number", "total_minor"])
      .where((eb) => eb.or([eb("corrects_id", "=", row.id!), eb("id", "=", row.corrects_id ?? row.id!)]))
      .where("id", "<>", row.id!)
      .orderBy("issued_at")
      .execute(),
  ]);
  return {
    ...toRow(row),
    customerNumber: row.customer_number!,
    orderNumber: row.order_number,
    reason: row.reason,
    creditedMinor: row.credited_minor!,
    paidMinor: row.paid_minor!,
    sentAt: row.sent_at,
    sentTo: row.sent_to,
    viewedAt: row.viewed_at,
    disputedAt: row.disputed_at,
    disputeReason: row.dispute_reason,
    settledAt: row.settled_at,
    vat: (vat.vat as { category: string; rate: string; base: string; amount: string }[]).map((each) => ({
      category: each.category,
      rate: each.rate,
      baseMinor: BigInt(each.base),
      taxMinor: BigInt(each.amount),
    })),
    lines: lines.map((line) => ({
      id: line.id,
      kind: line.kind as "one_off" | "service" | "recurring" | "usage" | "correction",
      sku: line.sku,
      name: line.name,
      quantity: line.quantity,
      unit: line.unit,
      netMinor: line.net_minor,
      vatRate: line.vat_rate,
      serviceFrom: line.service_from,
      serviceTo: line.service_to,
      subscriptionId: line.subscription_id,
      explanation: explainLine(line.derivation as unknown as Step[], ctx.locale),
    })),
    documents: documents.map((file) => ({ format: file.format as "facturx" | "ubl", sha256: file.sha256, size: file.size })),
    related: related.map((each) => ({ id: each.id, number: each.number, totalMinor: each.total_minor })),
  };
}

async function visibleInvoice(ctx: Context, invoiceId: string) {
  let query = reader(ctx).selectFrom("invoice_list").selectAll().where("id", "=", invoiceId);
  if (ctx.actor.kind === "customer") query = query.where("customer_id", "=", ctx.actor.customerId);
  return found(await query.executeTakeFirst(), "invoice", invoiceId);
}

/** The PDF (Factur-X) or the XML (UBL) as it was made, checked against its kept hash by the file store. */
export async function readDocument(ctx: Context, input: { invoiceId: string; format: "facturx" | "ubl" }) {
  const row = await visibleInvoice(ctx, input.invoiceId);
  const kept = found(
    await reader(ctx)
      .selectFrom("invoice_documents")
      .selectAll()
      .where("invoice_id", "=", row.id!)
      .where("format", "=", input.format)
      .executeTakeFirst(),
    "document",
    input.invoiceId,
  );
  const bytes = found(await ctx.app.files.get(kept.file_key), "file", kept.file_key);
  const [name, type] =
    input.format === "facturx" ? [`${row.number}.pdf`, "application/pdf"] : [`${row.number}.xml`, "application/xml"];
  return new File([bytes as Uint8Array<ArrayBuffer>], name, { type });
}

/** The customer's own; someone without an account has none. */
export async function myInvoices(ctx: Context, input: { cursor?: string | undefined; limit: number }) {
  const customerId = ctx.actor.kind === "customer" ? ctx.actor.customerId : null;
  return customerId ? listInvoices(ctx, { ...input, customerId }) : { rows: [], nextCursor: null };
}

export async function listRuns(ctx: Context, input: { limit: number }) {
  const db = reader(ctx);
  const [runs, failures] = await Promise.all([
    db.selectFrom("billing_runs").selectAll().orderBy("started_at", "desc").limit(input.limit).execute(),
    db
      .selectFrom("billing_failures")
      .innerJoin("customers", "customers.id", "billing_failures.customer_id")
      .select(["customer_id", "customers.name", "as_of", "reason", "failed_at"])
      .orderBy("failed_at", "desc")
      .limit(200)
      .execute(),
  ]);
  return {
    rows: runs.map((run) => ({
      id: run.id,
      period: run.period,
      asOf: run.as_of,
      startedAt: run.started_at,
      finishedAt: run.finished_at,
      accounts: run.accounts,
      invoices: run.invoices,
      failures: run.failures,
    })),
    failures: failures.map((failure) => ({
      customerId: failure.customer_id,
      customerName: failure.name,
      asOf: failure.as_of,
      reason: keptRefusalInWords(failure.reason, ctx.locale),
      failedAt: failure.failed_at,
    })),
  };
}
