import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { Refusal } from "../errors.ts";
import { decodeText } from "./decode-text.ts";
import { type CsvLimits, type CsvRow, readCsv } from "./read-csv.ts";
import { csvRefusals } from "./refusals.ts";
import { sniffDelimiter } from "./sniff-delimiter.ts";
import { byteOrderMark, csvLine, writeCsv } from "./write-csv.ts";

async function* chunks(bytes: Uint8Array, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
async function read(bytes: Uint8Array | string, limits: CsvLimits = {}, chunkSize = 7) {
  const file = await readCsv(chunks(Buffer.from(bytes), chunkSize), limits);
  const rows: CsvRow[] = [];
  for await (const row of file.rows) rows.push(row);
  return { delimiter: file.delimiter, columns: file.columns, encoding: file.encoding(), rows };
}
const refusedAs = (code: string) => (error: unknown) => error instanceof Refusal && error.code === code && code in csvRefusals;

test("reads a French spreadsheet export: semicolons, comma decimals, windows-1252", async () => {
  const file = await read(
    Buffer.from("Société;Montant HT;Ville\r\nHôtel Beaurivage;1 234,50;Nice\r\n\u0080uro;12,00;Besançon\r\n", "latin1"),
  );
  assert.equal(file.delimiter, ";");
  assert.equal(file.encoding, "windows-1252");
  assert.deepEqual(file.columns, ["Société", "Montant HT", "Ville"]);
  assert.deepEqual(
    file.rows.map((row) => row.values["Société"]),
    ["Hôtel Beaurivage", "€uro"],
  );
  assert.deepEqual(file.rows[0], {
    line: 2,
    cells: ["Hôtel Beaurivage", "1 234,50", "Nice"],
    values: { Société: "Hôtel Beaurivage", "Montant HT": "1 234,50", Ville: "Nice" },
  });
});

test("finds the encoding however the bytes are cut", async () => {
  const text = `name,city\r\n${"ascii only,here\r\n".repeat(30)}Léa,Orléans\r\n`;
  for (const [bytes, encoding] of [
    [Buffer.from(text), "utf-8"],
    [Buffer.from(`\ufeff${text}`), "utf-8"],
    [Buffer.from(text, "latin1"), "windows-1252"],
    [Buffer.from(`\ufeff${text}`, "utf16le"), "utf-16le"],
  ] as const) {
    for (const size of [1, 2, 3, 5, 64, 100_000]) {
      const file = await read(bytes, {}, size);
      assert.equal(file.encoding, encoding, `${encoding} in chunks of ${size}`);
      assert.deepEqual(file.columns, ["name", "city"]);
      assert.deepEqual(file.rows.at(-1)?.cells, ["Léa", "Orléans"]);
    }
  }
});

test("every row knows the line it begins on, across quotes, line breaks and blank rows", async () => {
  const { rows } = await read('id,note\n1,"two\r\nlines, ""quoted"""\n\n ,\n2,5" screen\n3\n4,a,b\n5,c,\n');
  assert.deepEqual(
    rows.map((row) => [row.line, row.cells[0], row.cells[1], row.problem]),
    [
      [2, "1", 'two\nlines, "quoted"', undefined],
      [6, "2", '5" screen', undefined],
      [7, "3", "", "too_few_cells"],
      [8, "4", "a", "too_many_cells"],
      [9, "5", "c", undefined],
    ],
  );
});

test("names columns that have no name or the same name, and heeds a sep= line", async () => {
  const file = await read("sep=|\r\nname|name||name\r\na|b|c|d\r\n");
  assert.equal(file.delimiter, "|");
  assert.deepEqual(file.columns, ["name", "name (2)", "column 3", "name (3)"]);
  assert.equal(file.rows[0]?.line, 3);
});

test("finds the delimiter despite commas in amounts and in quotes", () => {
  assert.equal(sniffDelimiter("a;b\n1,50;2,50\n3,50;4,50\n"), ";");
  assert.equal(sniffDelimiter('a,b\n"x;y;z",1\n"x;y",2\n'), ",");
  assert.equal(sniffDelimiter("a\tb, c\n1\t2\n"), "\t");
  assert.equal(sniffDelimiter("only\none\n"), ",");
});

test("refuses what cannot be read, saying where", async () => {
  await assert.rejects(read(""), refusedAs("csv.empty"));
  await assert.rejects(read("a,b\n1,2\n", { maxBytes: 5 }), refusedAs("csv.too_large"));
  await assert.rejects(read("a,b\n1,2\n3,4\n", { maxRows: 1 }), refusedAs("csv.too_many_rows"));
  await assert.rejects(read(`a,b\n1,${"x".repeat(300)}\n`, { maxRowLength: 100 }), refusedAs("csv.row_too_long"));
  await assert.rejects(
    read('a,b\n1,2\n3,"open\n5,6\n'),
    (error: unknown) => refusedAs("csv.quote_not_closed")(error) && (error as Refusal).params["line"] === 2,
  );
});

test("a reader may stop early", async () => {
  const file = await readCsv(chunks(Buffer.from(`a,b\n${"1,2\n".repeat(50_000)}`), 1000));
  for await (const row of file.rows) {
    assert.equal(row.line, 2);
    break;
  }
});

test("writes cells that spreadsheets read and never run", () => {
  assert.equal(
    csvLine(["=1+1", "+33 6", "@x", "-12.50", "-12,50", -3n, 'a"b', "c,d", " e", null, true]),
    '\'=1+1,\'+33 6,\'@x,-12.50,"-12,50",-3,"a""b","c,d"," e",,true\r\n',
  );
  assert.equal(csvLine(["a;b", "c,d"], { delimiter: ";" }), '"a;b";c,d\r\n');
});

test("what is written is read back", async () => {
  const cell = fc.string({ unit: fc.constantFrom("a", "é", '"', ",", ";", "\n", "€", "0") }).map((text) => text.trim());
  const row = fc.array(cell, { minLength: 3, maxLength: 3 }).filter((cells) => cells.some((text) => text !== ""));
  await fc.assert(
    fc.asyncProperty(
      fc.array(row, { minLength: 1, maxLength: 8 }),
      fc.constantFrom("," as const, ";" as const),
      async (rows, delimiter) => {
        let text = "";
        for await (const line of writeCsv(["x", "y", "z"], rows, { delimiter })) text += line;
        assert.ok(text.startsWith(byteOrderMark));
        const file = await read(text, { delimiter });
        assert.deepEqual(
          file.rows.map((each) => [...each.cells]),
          rows,
        );
      },
    ),
  );
});

test("text is decoded the same whatever the chunks", async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: "grapheme" }), fc.integer({ min: 1, max: 9 }), async (text, size) => {
      let decoded = "";
      for await (const part of decodeText(chunks(Buffer.from(text), size), () => {})) decoded += part;
      assert.equal(decoded, text.replace(/^\ufeff/, ""));
    }),
  );
});
