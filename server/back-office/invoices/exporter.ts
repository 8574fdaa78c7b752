import { reader } from "#platform/context.ts";
import type { Exporter } from "#platform/exporter.ts";
import { decimalText } from "#platform/money.ts";
import { streamRows } from "#platform/stream-rows.ts";

/** All invoices and credit notes in the order they were issued, with what is still open. Amounts of credit notes are positive, like their documents. */
export const invoicesExporter: Exporter = {
  kind: "invoices",
  columns: [
    "id",
    "number",
    "kind",
    "status",
    "account",
    "account_number",
    "customer_id",
    "order_number",
    "corrects_id",
    "reason",
    "issued_on",
    "due_on",
    "net",
    "tax",
    "total",
    "paid",
    "credited",
    "open",
    "currency",
    "issued_at",
  ],
  async *rows(ctx, { from, to }) {
    let query = reader(ctx).selectFrom("invoice_list").selectAll().orderBy("issued_at").orderBy("id");
    if (from) query = query.where("issued_at", ">=", from);
    if (to) query = query.where("issued_at", "<", to);
    for await (const row of streamRows(ctx, query)) {
      const amount = (minor: bigint | null): string => decimalText(minor ?? 0n, row.currency!);
      yield [
        row.id,
        row.number,
        row.kind,
        row.status,
        row.customer_name,
        row.customer_number,
        row.customer_id,
        row.order_number,
        row.corrects_id,
        row.reason,
        row.issued_on,
        row.due_on,
        amount(row.net_minor),
        amount(row.tax_minor),
        amount(row.total_minor),
        amount(row.paid_minor),
        amount(row.credited_minor),
        amount(row.open_minor),
        row.currency,
        row.issued_at,
      ];
    }
  },
};
