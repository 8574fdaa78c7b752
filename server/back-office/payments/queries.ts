import { type Selectable, sql } from "kysely";
import type { DB } from "#db/schema.ts";
import { type Context, reader } from "#platform/context.ts";
import { found } from "#platform/errors.ts";
import { decodeCursor, page } from "#platform/page.ts";
import { paymentQr } from "#platform/qr/payment-qr.ts";
import { defaultLegalEntity } from "#record/organisation/legal-entity.ts";

const toRow = (row: Selectable<DB["payment_list"]>) => ({
  id: row.id!,
  customerId: row.customer_id,
  customerName: row.customer_name,
  method: row.method as "card" | "transfer" | "direct_debit",
  amountMinor: row.amount_minor!,
  unusedMinor: row.amount_minor! - row.allocated_minor! - row.refunded_minor!,
  refundedMinor: row.refunded_minor!,
  currency: row.currency!,
  reference: row.reference!,
  payerName: row.payer_name,
  receivedOn: row.received_on!,
});

interface ListInput {
  cursor?: string | undefined;
  limit: number;
  search?: string | undefined;
  customerId?: string | undefined;
  unmatched?: boolean | undefined;
}

/** Payments, newest first; `unmatched` are those with money not put against an invoice yet. */
export async function listPayments(ctx: Context, input: ListInput) {
  let query = reader(ctx)
    .selectFrom("payment_list")
    .selectAll()
    .orderBy("received_at", "desc")
    .orderBy("id", "desc")
    .limit(input.limit + 1);
  if (input.customerId) query = query.where("customer_id", "=", input.customerId);
  if (input.unmatched) query = query.where(sql<boolean>`amount_minor > allocated_minor + refunded_minor`);
  if (input.search)
    query = query.where(
      sql<boolean>`(reference || ' ' || coalesce(customer_name, '') || ' ' || coalesce(payer_name, '')) ilike ${`%${input.search}%`}`,
    );
  if (input.cursor) {
    const [at, id] = decodeCursor(input.cursor, 2);
    query = query.where(sql<boolean>`(received_at, id) < (${at}::timestamptz, ${id}::uuid)`);
  }
  const cut = page(await query.execute(), input.limit, (row) => [row.received_at, row.id]);
  return { rows: cut.rows.map(toRow), nextCursor: cut.nextCursor };
}

/** One payment, what it paid, and for money not used yet the open invoices it may belong to, likeliest first. */
export async function showPayment(ctx: Context, input: { paymentId: string }) {
  const db = reader(ctx);
  const row = found(
    await db.selectFrom("payment_list").selectAll().where("id", "=", input.paymentId).executeTakeFirst(),
    "payment",
    input.paymentId,
  );
  const allocations = await db
    .selectFrom("allocations")
    .innerJoin("invoices", "invoices.id", "allocations.invoice_id")
    .select(["invoice_id", "invoices.number", "amount_minor", "allocated_at"])
    .where("payment_id", "=", input.paymentId)
    .orderBy("allocated_at")
    .execute();
  const shown = toRow(row);
  const suggestions =
    shown.unusedMinor <= 0n
      ? []
      : await db
          .selectFrom("invoice_list")
          .select(["id", "number", "customer_name", "open_minor", "due_on"])
          .where("kind", "=", "invoice")
          .where("currency", "=", row.currency)
          .where("open_minor", ">", 0n)
          .orderBy(sql`open_minor = ${shown.unusedMinor}`, "desc")
          .orderBy(sql`customer_id is not distinct from ${row.customer_id}::uuid`, "desc")
          .orderBy(sql`position(lower(${row.payer_name ?? "-"}) in lower(customer_name)) > 0`, "desc")
          .orderBy("due_on")
          .limit(10)
          .execute();
  return {
    ...shown,
    payerIban: row.payer_iban,
    allocations: allocations.map((each) => ({
      invoiceId: each.invoice_id,
      number: each.number,
      amountMinor: each.amount_minor,
      allocatedAt: each.allocated_at,
    })),
    suggestions: suggestions.map((each) => ({
      invoiceId: each.id!,
      number: each.number!,
      customerName: each.customer_name!,
      openMinor: each.open_minor!,
      dueOn: each.due_on!,
    })),
  };
}

export async function listStatements(ctx: Context, input: { limit: number }) {
  const { rows } = await sql<{
    id: string;
    iban: string;
    reference: string;
    imported_at: Date;
    entries: bigint;
    matched: bigint;
    unmatched: bigint;
  }>`
    select s.id, s.iban, s.reference, s.imported_at, count(e.id) as entries, count(e.id) filter (where e.status = 'matched') as matched,
      count(e.id) filter (where e.status = 'unmatched') as unmatched
    from bank_statements s left join bank_entries e on e.statement_id = s.id group by s.id order by s.imported_at desc, s.id desc limit ${input.limit}`.execute(
    reader(ctx),
  );
  return {
    rows: rows.map((row) => ({
      id: row.id,
      iban: row.iban,
      reference: row.reference,
      importedAt: row.imported_at,
      entries: Number(row.entries),
      matched: Number(row.matched),
      unmatched: Number(row.unmatched),
    })),
  };
}

/** How a customer can pay an invoice by transfer: where to, what to write, and the code a banking app scans. */
export async function transferDetails(ctx: Context, input: { invoiceId: string }) {
  const customerId = ctx.actor.kind === "customer" ? ctx.actor.customerId : null;
  const invoice = found(
    await reader(ctx)
      .selectFrom("invoice_list")
      .select(["number", "open_minor", "currency"])
      .where("id", "=", input.invoiceId)
      .where("customer_id", "=", customerId)
      .executeTakeFirst(),
    "invoice",
    input.invoiceId,
  );
  const entity = await defaultLegalEntity(ctx);
  const payable = entity.iban !== null && invoice.currency === "EUR" && invoice.open_minor! > 0n;
  return {
    name: entity.name,
    iban: entity.iban,
    bic: entity.bic,
    reference: invoice.number!,
    openMinor: invoice.open_minor!,
    currency: invoice.currency!,
    qrSvg: payable
      ? paymentQr(
          {
            name: entity.name.slice(0, 70),
            iban: entity.iban!,
            ...(entity.bic && { bic: entity.bic }),
            minor: invoice.open_minor!,
            text: invoice.number!,
          },
          ctx.locale === "fr" ? "Code de paiement" : "Payment code",
        )
      : null,
  };
}

export async function myPayments(ctx: Context, input: { cursor?: string | undefined; limit: number }) {
  const customerId = ctx.actor.kind === "customer" ? ctx.actor.customerId : null;
  return customerId ? listPayments(ctx, { ...input, customerId }) : { rows: [], nextCursor: null };
}
