import type { Database } from "#platform/database.ts";
import type { OpenInvoice } from "./match-entry.ts";

/** The invoices with these numbers, and what is open on each. */
export async function invoicesNamed(db: Database, numbers: readonly string[]): Promise<OpenInvoice[]> {
  if (numbers.length === 0) return [];
  const rows = await db
    .selectFrom("invoice_list")
    .select(["id", "number", "customer_id", "currency", "open_minor"])
    .where("kind", "=", "invoice")
    .where("number", "in", [...numbers])
    .execute();
  return rows.map(toOpen);
}

/** The open invoices of every account that paid from this bank account before. */
export async function invoicesOfPayer(db: Database, iban: string | null): Promise<OpenInvoice[]> {
  if (!iban) return [];
  const rows = await db
    .selectFrom("invoice_list")
    .select(["id", "number", "customer_id", "currency", "open_minor"])
    .where("kind", "=", "invoice")
    .where("open_minor", ">", 0n)
    .where("customer_id", "in", (eb) =>
      eb
        .selectFrom("payments")
        .select("payments.customer_id")
        .where("payer_iban", "=", iban)
        .where("payments.customer_id", "is not", null),
    )
    .limit(200)
    .execute();
  return rows.map(toOpen);
}

const toOpen = (row: {
  id: string | null;
  number: string | null;
  customer_id: string | null;
  currency: string | null;
  open_minor: bigint | null;
}): OpenInvoice => ({
  id: row.id!,
  number: row.number!,
  customerId: row.customer_id!,
  currency: row.currency!,
  openMinor: row.open_minor!,
});
