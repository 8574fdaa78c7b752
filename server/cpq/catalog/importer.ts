import { json } from "#platform/database.ts";
import { importNote } from "#platform/import-note.ts";
import { newId } from "#platform/ids.ts";
import type { Importer, ImportOutcome } from "#platform/importer.ts";
import { parseMoney } from "#platform/money.ts";

const bookName = (currency: string): string => `Import ${currency}`;
const skuOf = (name: string): string =>
  name
    .toUpperCase()
    .normalize("NFD")
    .replace(/[^A-Z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
    .slice(0, 40)
    .padEnd(2, "X");

/** Products with their list price, as drafts: publish them to sell them. */
export const productsImporter: Importer = {
  kind: "products",
  en: "Products",
  fr: "Produits",
  fields: [
    {
      name: "name",
      en: "Product",
      fr: "Produit",
      required: true,
      headings: ["product", "productname", "name", "produit", "nom", "designation"],
    },
    { name: "sku", en: "SKU", fr: "Référence", headings: ["sku", "productcode", "reference", "ref", "code"] },
    {
      name: "family",
      en: "Family",
      fr: "Famille",
      headings: ["series", "family", "productfamily", "famille", "category", "categorie"],
    },
    {
      name: "price",
      en: "Price",
      fr: "Prix",
      headings: ["salesprice", "price", "unitprice", "listprice", "prix", "prixunitaire"],
    },
  ],
  async take(tx, ctx, importId, rows, options) {
    const outcomes: ImportOutcome[] = [];
    const book = await tx
      .insertInto("price_books")
      .values({ id: newId(), name: bookName(options.currency), currency: options.currency, priority: -10 })
      .onConflict((c) => c.column("name").doUpdateSet({ priority: -10 }))
      .returning("id")
      .executeTakeFirstOrThrow();
    for (const { line, values } of rows) {
      if (!values.name) {
        outcomes.push({ line, status: "error", field: "name", note: importNote(ctx.locale, "name_missing") });
        continue;
      }
      const price = readPrice(values.price, options.currency);
      if (price === undefined) {
        outcomes.push({ line, status: "error", field: "price", note: importNote(ctx.locale, "not_an_amount", values.price) });
        continue;
      }
      const sku = values.sku ?? skuOf(values.name);
      const known = await tx.selectFrom("offerings").select("id").where("sku", "=", sku).executeTakeFirst();
      if (known) {
        outcomes.push({ line, status: "unchanged", recordId: known.id });
        continue;
      }
      const id = newId();
      await tx
        .insertInto("offerings")
        .values({
          id,
          sku,
          kind: "product",
          name: json({ en: values.name, fr: values.name }),
          description: json({ en: "", fr: "" }),
          family: values.family ?? "imported",
          currency: options.currency,
          import_id: importId,
          created_at: ctx.now,
        })
        .execute();
      if (price !== null)
        await tx
          .insertInto("prices")
          .values({
            id: newId(),
            price_book_id: book.id,
            offering_id: id,
            price: json({ kind: "per_unit", unitPrice: price }),
            valid_from: "2000-01-01",
          })
          .execute();
      outcomes.push({ line, status: "created", recordId: id });
    }
    return { outcomes, warnings: [] };
  },
  async undo(tx, importId) {
    await tx
      .deleteFrom("prices")
      .where("offering_id", "in", tx.selectFrom("offerings").select("id").where("import_id", "=", importId))
      .execute();
    return Number((await tx.deleteFrom("offerings").where("import_id", "=", importId).executeTakeFirst()).numDeletedRows);
  },
};

/** The price as plain decimal text; null when none is given, undefined when it cannot be read. */
function readPrice(text: string | undefined, currency: string): string | null | undefined {
  if (!text) return null;
  const plain = text
    .replace(/[\s\u00a0\u202f€$£]/g, "")
    .replace(/^(\d+),(\d{1,2})$/, "$1.$2")
    .replace(/,(?=\d{3}\b)/g, "");
  try {
    parseMoney(plain, currency);
    return plain;
  } catch {
    return undefined;
  }
}
