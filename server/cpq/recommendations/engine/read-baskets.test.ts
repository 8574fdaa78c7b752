import assert from "node:assert/strict";
import { test } from "node:test";
import { readBaskets } from "./read-baskets.ts";

const read = (text: string, columns = {}) => {
  const { items, baskets, leftOut } = readBaskets(Buffer.from(text), columns);
  return { baskets: baskets.map((basket) => [...basket].map((item) => items[item]!).sort()), leftOut };
};

test("one basket a line, without a heading", () => {
  assert.deepEqual(read("bread,butter\nmilk\n\nbutter, bread ,bread\n").baskets, [
    ["bread", "butter"],
    ["milk"],
    ["bread", "butter"],
  ]);
});

test("a row per article: usual headings, quotes, returns left out, a basket in pieces", () => {
  const rows = [
    "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country",
    '536365,85123A,"HOLDER, ""RED""\nBIG",6,12/1/2010 8:26,2.55,17850,United Kingdom',
    "536366,71053,LANTERN,6,12/1/2010 8:28,3.39,17850,United Kingdom",
    "536365,84406B,HANGER,8,12/1/2010 8:26,2.75,17850,United Kingdom",
    "C536379,85123A,HOLDER,-1,12/1/2010 9:41,27.5,14527,United Kingdom",
    "536380,22960,JAM,0,12/1/2010 9:41,27.5,,France",
  ];
  assert.deepEqual(read(rows.join("\r\n")), { baskets: [["84406B", "85123A"], ["71053"]], leftOut: 2 });
  assert.deepEqual(read(rows.join("\n"), { by: "customer" }).baskets, [["71053", "84406B", "85123A"]]);
  assert.deepEqual(read(rows.join("\n"), { item: "Description" }).baskets[1], ["LANTERN"]);
});

test("without a basket, what a customer bought on one day; semicolons; an old Windows export", () => {
  const text = "Member_number;Date;itemDescription\n1;01-01-2015;crème\n1;01-01-2015;pain\n1;02-01-2015;pain\n";
  assert.deepEqual(read(text).baskets, [["crème", "pain"], ["pain"]]);
  const { items } = readBaskets(Buffer.from(text, "latin1"));
  assert.deepEqual(items, ["crème", "pain"]);
});

test("what cannot be read is refused with the place", () => {
  assert.throws(() => read(""), /The file is empty/);
  assert.throws(
    () => read("InvoiceNo,StockCode\n", { item: "SKU" }),
    /Line 1: there is no column "SKU"\. There are: InvoiceNo, StockCode\./,
  );
  assert.throws(() => read("InvoiceNo,Price\n1,2\n", { basket: "InvoiceNo" }), /which column holds the article/);
  assert.throws(() => read('InvoiceNo,StockCode\n1,a\n2,"b\n'), /Line 3: a quotation mark never closes/);
  assert.throws(() => read("InvoiceNo,StockCode\n,a\n"), /No row has both/);
});
