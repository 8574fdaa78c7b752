import { z } from "zod";
import { currency, day, id, instant, minor, pageInput, pageOf, staff, text } from "#platform/contract.ts";

const tag = { tags: ["Ledger"] };
const entry = z.object({
  id,
  number: z.string(),
  journal: z.enum(["VT", "BQ", "OD"]),
  date: day,
  label: z.string(),
  piece: z.string(),
  currency,
  customerId: id.nullable(),
  customerName: z.string().nullable(),
  /** The fact it posts: ask for its causes to walk back to the first click. */
  sourceEventId: id,
  postings: z.array(z.object({ account: z.string(), accountName: z.string(), amountMinor: minor, invoiceLineId: id.nullable() })),
});
const format = z.enum(["fec", "csv"]);

export const ledgerContract = {
  list: staff("read the ledger")
    .route({ method: "GET", path: "/ledger/entries", summary: "The journal, the latest entries first", ...tag })
    .input(
      z.object({
        ...pageInput,
        from: day.optional(),
        to: day.optional(),
        account: text(12).optional(),
        customerId: id.optional(),
        search: text(60).optional(),
      }),
    )
    .output(pageOf(entry)),
  show: staff("read the ledger")
    .route({
      method: "GET",
      path: "/ledger/entries/{entryId}",
      summary: "One entry with its postings and the fact it posts",
      ...tag,
    })
    .input(z.object({ entryId: id }))
    .output(entry),
  balance: staff("read the ledger")
    .route({ method: "GET", path: "/ledger/balance", summary: "Trial balance, and the checks that must hold", ...tag })
    .input(z.object({ to: day.optional() }))
    .output(
      z.object({
        rows: z.array(
          z.object({
            account: z.string(),
            kind: z.enum(["asset", "liability", "revenue"]),
            name: z.string(),
            currency,
            debitMinor: minor,
            creditMinor: minor,
            balanceMinor: minor,
          }),
        ),
        checks: z.object({ receivableMinor: minor, openMinor: minor, agree: z.boolean() }),
      }),
    ),
  revenue: staff("read the ledger")
    .route({ method: "GET", path: "/ledger/revenue", summary: "Revenue by month: recognised, and promised for later", ...tag })
    .output(z.object({ rows: z.array(z.object({ month: z.string(), currency, recognisedMinor: minor, toComeMinor: minor })) })),
  export: staff("export the journal")
    .route({ method: "POST", path: "/ledger/exports", summary: "Write the journal for finance: FEC or CSV", ...tag })
    .input(z.object({ from: day, to: day, format }))
    .output(z.object({ id, fileName: z.string(), entries: z.number(), sha256: z.string() })),
  exports: staff("read the ledger")
    .route({ method: "GET", path: "/ledger/exports", summary: "Exports made", ...tag })
    .input(z.object({ limit: z.number().int().min(1).max(200).default(50) }))
    .output(
      z.object({
        rows: z.array(
          z.object({
            id,
            format,
            from: day,
            to: day,
            entries: z.number(),
            fileName: z.string(),
            sha256: z.string(),
            exportedAt: instant,
          }),
        ),
      }),
    ),
  file: staff("export the journal")
    .route({ method: "GET", path: "/ledger/exports/{exportId}/file", summary: "The file of an export", ...tag })
    .input(z.object({ exportId: id }))
    .output(z.file()),
};
