import type { client } from "../../api/client.ts";
import type { Tone } from "../../ui/status-badge.tsx";

export type InvoiceRow = Awaited<ReturnType<typeof client.invoices.list>>["rows"][number];
export type InvoiceDetail = Awaited<ReturnType<typeof client.invoices.show>>;
export type InvoiceLine = InvoiceDetail["lines"][number];
export type Preview = Awaited<ReturnType<typeof client.invoices.preview>>;

export const invoiceStatuses = ["issued", "sent", "overdue", "disputed", "paid", "credited", "credit_note"] as const;

export const invoiceTone: Partial<Record<InvoiceRow["status"], Tone>> = { credited: "neutral", credit_note: "plan" };

/** What makes an invoice look different: the live list and record read again after these. */
export const invoiceNouns = ["invoice", "credit_note", "payment", "reminder"];
