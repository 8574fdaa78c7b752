/** How many digits the French platforms read: BR-FR-DEC-02 quantities, BR-FR-DEC-03 prices, BR-FR-DEC-04 rates. Money is BR-DEC-*. */
import { decimalsOf } from "../decimals.ts";
import type { EInvoice } from "../types.ts";
import type { Report } from "./report.ts";

export function checkFrenchDecimals(invoice: EInvoice, report: Report): void {
  const check = (rule: string, path: string, value: string | undefined, decimals: number, digits: number): void => {
    if (value === undefined) return;
    const written = value.replace(/[-+.]/g, "").length;
    if (decimalsOf(value) > decimals || written > digits) report(rule, path, { found: value });
  };
  invoice.lines?.forEach((line, index) => {
    const path = `lines[${index}]`;
    check("BR-FR-DEC-02", `${path}.quantity`, line.quantity, 4, 19);
    check("BR-FR-DEC-02", `${path}.price.baseQuantity`, line.price?.baseQuantity, 4, 19);
    check("BR-FR-DEC-03", `${path}.price.net`, line.price?.net, 6, 19);
    check("BR-FR-DEC-03", `${path}.price.gross`, line.price?.gross, 6, 19);
    check("BR-FR-DEC-04", `${path}.vat.rate`, line.vat?.rate, 2, 4);
  });
}
