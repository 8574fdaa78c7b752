/** The values an electronic invoice is made of: texts, decimals, dates, VAT categories, allowances. */
import { z } from "zod";

/** A text that is not blank; blanks around it mean nothing and are dropped. */
export const text = z.string().trim().min(1, "must not be empty").max(1_000_000);

/** An exact decimal as a text, or a whole number. A JSON number with decimals is refused: it is already rounded. */
export const decimal = z.union(
  [
    z
      .string()
      .trim()
      .regex(/^-?\d{1,24}(\.\d{1,24})?$/, 'must be a plain decimal text such as "12.50"'),
    z.int().transform(String),
  ],
  'must be a plain decimal text such as "12.50"',
);

/** A calendar day, "2026-11-22". */
export const day = z.iso.date("must be a date such as 2026-11-22");

/** UNTDID 5305 as EN 16931 uses it: S standard, Z zero, E exempt, AE reverse charge, K intra-community, G export, O outside scope, L IGIC, M IPSI. */
export const vatCategory = text;

/** BG-20, BG-21 (document) and BG-27, BG-28 (line; no VAT there: the line's VAT counts). `percentage` and `baseAmount` go together. */
export const allowance = z.strictObject({
  amount: decimal.optional(), // BT-92, BT-99, BT-136, BT-141; computed from base and percentage when absent
  baseAmount: decimal.optional(), // BT-93, BT-100, BT-137, BT-142
  percentage: decimal.optional(), // BT-94, BT-101, BT-138, BT-143
  vat: z.strictObject({ category: vatCategory.optional(), rate: decimal.optional() }).optional(), // BT-95/96, BT-102/103
  reason: text.optional(), // BT-97, BT-104, BT-139, BT-144
  reasonCode: text.optional(), // BT-98 and BT-140 of UNTDID 5189, BT-105 and BT-145 of UNTDID 7161
});

export type Allowance = z.output<typeof allowance>;
