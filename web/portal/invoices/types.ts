import type { client } from "../../api/client.ts";

export type MyInvoice = Awaited<ReturnType<typeof client.invoices.myInvoice>>;
export type MyInvoiceRow = Awaited<ReturnType<typeof client.invoices.myInvoices>>["rows"][number];

/** Something is left to pay. */
export const isPayable = (invoice: Pick<MyInvoiceRow, "kind" | "openMinor">): boolean =>
  invoice.kind === "invoice" && BigInt(invoice.openMinor) > 0n;
