/** For tests: how to break the rules of the French reform, on a sound French invoice, and those of every VAT category. */
import { both, type Change, set, without } from "./broken-invoice.ts";
import { completeInvoice } from "./complete.ts";
import { families } from "./rules/vat-groups.ts";
import { sampleInvoice } from "./sample-invoice.ts";
import type { EInvoice } from "./types.ts";

export const brokenFrench: readonly (readonly [string, Change])[] = [
  ["BR-FR-01", set("number", "F".repeat(36))],
  ["BR-FR-02", set("number", "F 2026")],
  ["BR-FR-03", set("issueDate", "1999-12-31")],
  ["BR-FR-04", set("typeCode", "71")],
  ["BR-FR-05", set("notes", [])],
  ["BR-FR-06", (invoice) => invoice.notes.push(invoice.notes[0])],
  ["BR-FR-09", set("seller.ids", [{ id: "73282932", scheme: "0009" }])],
  ["BR-FR-10", without("seller.legalId.scheme")],
  ["BR-FR-11", without("buyer.legalId")],
  ["BR-FR-12", without("buyer.electronicAddress")],
  ["BR-FR-13", without("seller.electronicAddress")],
  ["BR-FR-15", set("lines.0.vat.category", "L")],
  ["BR-FR-16", set("lines.0.vat.rate", "21")],
  ["BR-FR-17", set("documents", [{ reference: "1", description: "Mon RIB" }])],
  [
    "BR-FR-18",
    set("documents", [
      { reference: "1", description: "LISIBLE" },
      { reference: "2", description: "LISIBLE" },
    ]),
  ],
  ["BR-FR-20", set("notes.3.text", "B2G")],
  ["BR-FR-21", set("buyer.electronicAddress", { id: "a@example.org", scheme: "EM" })],
  ["BR-FR-22", both(set("typeCode", "389"), set("seller.electronicAddress", { id: "a@example.org", scheme: "EM" }))],
  ["BR-FR-23", set("buyer.electronicAddress.id", "404833048 A")],
  ["BR-FR-25", set("buyer.electronicAddress.id", "4".repeat(126))],
  ["BR-FR-31", (invoice) => invoice.notes.push({ subject: "BAR", text: "B2C" })],
  ["BR-FR-32", set("buyer.legalId.id", "4048330")],
  ["BR-FR-CO-03", set("typeCode", "262")],
  ["BR-FR-CO-04", set("typeCode", "384")],
  ["BR-FR-CO-05", set("typeCode", "381")],
  ["BR-FR-CO-07", set("dueDate", "2026-01-01")],
  ["BR-FR-CO-08", both(set("process", "M4"), set("typeCode", "386"))],
  ["BR-FR-CO-09", set("process", "S2")],
  ["BR-FR-CO-10", set("seller.ids", [{ id: "1" }])],
  ["BR-FR-DEC-02", set("lines.0.quantity", "1.00001")],
  ["BR-FR-DEC-03", set("lines.0.price.net", "89.9000001")],
  ["BR-FR-DEC-04", set("lines.0.vat.rate", "20.001")],
];

/** An invoice of one VAT category alone, with an allowance and a charge of it. */
export function invoiceOf(category: string): EInvoice {
  const rate = ["S", "L", "M"].includes(category) ? "20" : category === "O" ? undefined : "0";
  const vat = { category, ...(rate === undefined ? {} : { rate }) };
  // oxlint-disable-next-line typescript/no-explicit-any -- as in broken-invoice.ts
  const base: any = {
    ...sampleInvoice,
    specification: "urn:cen.eu:en16931:2017",
    ...(category === "O" ? { seller: { ...sampleInvoice.seller }, buyer: { ...sampleInvoice.buyer } } : {}),
    delivery: { date: "2026-11-10", address: { country: "BE" } },
    lines: sampleInvoice.lines!.map((line) => ({ ...line, vat })),
    allowances: [{ amount: "1.00", vat, reason: "x" }],
    charges: [{ amount: "2.00", vat, reason: "y" }],
    ...(category === "E" ? { vatBreakdown: [{ category, exemptionReason: "z" }] } : {}),
  };
  if (category === "O") {
    delete base.seller.vatId;
    delete base.buyer.vatId;
  }
  return completeInvoice(base);
}

/** Every rule 01 to 10 of every category, on an invoice of that category alone. */
export function brokenVat(): (readonly [string, EInvoice])[] {
  return Object.entries(families).flatMap(([category, family]) => {
    const whole = invoiceOf(category);
    const wrongRate = category === "S" ? "0" : category === "L" || category === "M" ? "-1" : "5";
    const wrongNumber: Change = category === "O" ? set("seller.vatId", "FR1") : without("seller.vatId");
    const taxed = ["S", "Z", "L", "M"].includes(category);
    const changes: Record<string, Change> = {
      "01": set("vatBreakdown", []),
      "02": wrongNumber,
      "03": wrongNumber,
      "04": wrongNumber,
      "05": set("lines.0.vat.rate", wrongRate),
      "06": set("allowances.0.vat.rate", wrongRate),
      "07": set("charges.0.vat.rate", wrongRate),
      "08": set("vatBreakdown.0.taxableAmount", "1.00"),
      "09": set("vatBreakdown.0.taxAmount", "1.00"),
      "10": taxed
        ? set("vatBreakdown.0.exemptionReason", "x")
        : both(without("vatBreakdown.0.exemptionReason"), without("vatBreakdown.0.exemptionReasonCode")),
    };
    return Object.entries(changes).map(([number, change]) => {
      const copy = structuredClone(whole);
      change(copy);
      return [`BR-${family}-${number}`, copy] as const;
    });
  });
}
