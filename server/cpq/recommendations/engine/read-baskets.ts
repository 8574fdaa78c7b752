import { BasketError, type BasketSet, basketSet } from "./basket-set.ts";
import { type TableRow, tableRows, textOf } from "./table-rows.ts";

/** The columns of a file with a row per article; those not named are found by their usual headings. */
export interface BasketColumns {
  basket?: string | undefined;
  item?: string | undefined;
  customer?: string | undefined;
  /** What belongs together: what is bought at once, or all that a customer ever bought. */
  by?: "basket" | "customer" | undefined;
}

/** Headings such files usually have, compared without case and punctuation, the best first. */
const usual = {
  basket: [
    "invoiceno",
    "invoice",
    "invoiceid",
    "invoicenumber",
    "orderid",
    "orderno",
    "ordernumber",
    "order",
    "basketid",
    "basket",
    "transactionid",
    "transactionno",
    "transaction",
    "receiptid",
    "receipt",
    "ticketid",
    "billno",
    "sessionid",
    "facture",
    "commande",
    "panier",
    "ticket",
  ],
  item: [
    "stockcode",
    "sku",
    "productid",
    "itemid",
    "productcode",
    "itemcode",
    "articleid",
    "article",
    "item",
    "itemdescription",
    "itemname",
    "product",
    "productname",
    "produit",
    "description",
  ],
  customer: [
    "customerid",
    "customer",
    "customerno",
    "userid",
    "user",
    "memberid",
    "membernumber",
    "clientid",
    "client",
    "householdkey",
    "household",
    "customerunique id",
  ],
  quantity: ["quantity", "qty", "quantite", "units"],
  date: ["invoicedate", "date", "orderdate", "transactiondate", "day", "timestamp", "datetime"],
} as const;

const plain = (heading: string): string =>
  heading
    .replace(/^\ufeff/, "")
    .normalize("NFD")
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "");

/**
 * The baskets of a file: either one basket a line (items separated, no heading), or a row per article with a heading. Of the
 * latter, returns (a quantity of zero or less, an invoice number beginning with C) are left out, and where nothing names the
 * basket it is what a customer bought on one day. Refuses (BasketError) with the line and what to do.
 */
export function readBaskets(bytes: Uint8Array, columns: BasketColumns = {}): BasketSet {
  const rows = tableRows(textOf(bytes).replace(/^\ufeff/, ""));
  const first = rows.next();
  if (first.done) throw new BasketError(null, "The file is empty.");
  const isNamed = Object.values(columns).some((name) => name !== undefined && name !== "basket" && name !== "customer");
  const headings = first.value.cells.map(plain);
  const has = (which: keyof typeof usual) => usual[which].some((name) => headings.includes(name));
  const isTable = isNamed || (has("item") && (has("basket") || has("customer")));
  if (!isTable) return linesAsBaskets(first.value, rows, columns);
  return rowsAsBaskets(first.value, rows, columns);
}

function linesAsBaskets(first: TableRow, rows: Iterable<TableRow>, { by }: BasketColumns): BasketSet {
  if (by === "customer") throw new BasketError(1, "this file has one basket a line and names no customers.");
  const items = (row: TableRow) => row.cells.filter((cell) => cell !== "");
  return basketSet(
    (function* () {
      yield items(first);
      for (const row of rows) yield items(row);
    })(),
  );
}

function rowsAsBaskets(heading: TableRow, rows: Iterable<TableRow>, columns: BasketColumns): BasketSet {
  const headings = heading.cells.map(plain);
  const find = (which: keyof typeof usual, named?: string): number => {
    if (named === undefined) return usual[which].map((name) => headings.indexOf(name)).find((at) => at >= 0) ?? -1;
    const at = heading.cells.findIndex((cell) => cell.replace(/^\ufeff/, "") === named);
    if (at < 0) throw new BasketError(1, `there is no column "${named}". There are: ${heading.cells.join(", ")}.`);
    return at;
  };
  const itemAt = find("item", columns.item);
  const customerAt = find("customer", columns.customer);
  const basketAt = columns.by === "customer" ? -1 : find("basket", columns.basket);
  const dateAt = columns.by === "customer" ? -1 : find("date");
  const quantityAt = find("quantity");
  if (itemAt < 0)
    throw new BasketError(1, `which column holds the article? Name it with --item. There are: ${heading.cells.join(", ")}.`);
  if (basketAt < 0 && customerAt < 0)
    throw new BasketError(
      1,
      `which column says what was bought together? Name it with --basket. There are: ${heading.cells.join(", ")}.`,
    );
  const named = new Map<string, string[]>();
  const whose = new Map<string, string>();
  let leftOut = 0;
  for (const { cells } of rows) {
    const item = cells[itemAt] ?? "";
    const key =
      basketAt >= 0 ? (cells[basketAt] ?? "") : withDay(cells[customerAt] ?? "", dateAt < 0 ? undefined : cells[dateAt]);
    const isReturn = (quantityAt >= 0 && Number(cells[quantityAt]) <= 0) || (basketAt >= 0 && /^c\d/i.test(key));
    if (item === "" || key === "" || isReturn) {
      leftOut += 1;
      continue;
    }
    const basket = named.get(key);
    if (basket) basket.push(item);
    else {
      named.set(key, [item]);
      if (customerAt >= 0) whose.set(key, cells[customerAt] ?? "");
    }
  }
  if (named.size === 0) throw new BasketError(null, "No row has both a basket and an article.");
  return basketSet(named.values(), leftOut, customerAt >= 0 && columns.by !== "customer" ? [...whose.values()] : undefined);
}

const withDay = (customer: string, date: string | undefined): string =>
  customer === "" || date === undefined ? customer : `${customer} ${date.split(/[ T]/)[0]}`;
