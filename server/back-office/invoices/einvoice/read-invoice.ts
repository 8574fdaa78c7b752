import { EInvoiceError } from "./problem.ts";
import { type EInvoice, invoiceSchema } from "./types.ts";

/** "lines[2].price.net" from ["lines", 2, "price", "net"]. */
const place = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (text, key) => (typeof key === "number" ? `${text}[${key}]` : text === "" ? String(key) : `${text}.${String(key)}`),
    "",
  ) || "invoice";

/** Reads an invoice from parsed JSON. Throws EInvoiceError (rule FORMAT) naming every place that is not of the shape. */
export function readInvoice(json: unknown): EInvoice {
  const result = invoiceSchema.safeParse(json);
  if (result.success) return result.data;
  throw new EInvoiceError(
    result.error.issues.map((issue) => ({ rule: "FORMAT", path: place(issue.path), message: issue.message })),
  );
}
