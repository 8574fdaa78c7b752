import type { Context } from "#platform/context.ts";
import { defaultLegalEntity } from "#record/organisation/legal-entity.ts";

const texts = {
  en: {
    invoice: "Invoice",
    credit_note: "Credit note",
    earned: "Delivered:",
    withdrawn: "Returned:",
    revenue: "Revenue:",
    received: "Payment",
    matched: "Matched",
    released: "Taken off",
    refunded: "Refund",
  },
  fr: {
    invoice: "Facture",
    credit_note: "Avoir",
    earned: "Livré :",
    withdrawn: "Retourné :",
    revenue: "Produit :",
    received: "Encaissement",
    matched: "Rapprochement",
    released: "Détachement",
    refunded: "Remboursement",
  },
} as const;

/** The label of an entry, in the language the books are kept in. At most 100 characters, on one line. */
export async function labelOf(ctx: Context, what: keyof (typeof texts)["en"], rest: string): Promise<string> {
  const { locale } = await defaultLegalEntity(ctx);
  return `${texts[locale as "en" | "fr"][what]} ${rest}`.replace(/[\t\r\n|]+/g, " ").slice(0, 100);
}
