import { z } from "zod";
import { currency, day, id, minor, ok, requiredText, staff, text } from "#platform/contract.ts";

const tag = { tags: ["Prices"] };
const bilingual = z.object({ en: z.string(), fr: z.string() });
/** "0" to "100", at most four decimals. */
export const percent = z.string().regex(/^(100(\.0{1,4})?|\d{1,2}(\.\d{1,4})?)$/, "a percentage from 0 to 100, such as 12.5");
export const quantity = z.string().regex(/^(?!0+(\.0+)?$)\d{1,9}(\.\d{1,6})?$/, "a quantity above 0, such as 2 or 1.5");
const sku = z.string().regex(/^[A-Z0-9][A-Z0-9._-]{1,39}$/, "a reference of the catalogue");

/** Why a price: its steps from list to net in the words of the pricing engine (docs/engines/pricing.md), amounts in major units. */
export const explanation = z.object({
  hash: z.string(),
  /** The record still has its hash, and each step follows from the one before. */
  intact: z.boolean(),
  currency,
  list: z.string(),
  net: z.string(),
  discountPercent: z.string(),
  marginPercent: z.string().nullable(),
  steps: z.array(
    z.object({
      step: z.string(),
      rule: z.string(),
      operation: z.string(),
      operand: z.string(),
      from: z.string(),
      to: z.string(),
      note: z.string().nullable(),
      tiers: z.array(
        z.object({ tier: z.number(), quantity: z.string(), unitPrice: z.string(), flatFee: z.string(), amount: z.string() }),
      ),
    }),
  ),
});
export const taxTotal = z.object({ category: z.string(), percent: z.string(), netMinor: minor, taxMinor: minor });

export const pricingContract = {
  preview: staff("preview prices")
    .route({ method: "POST", path: "/prices/preview", summary: "What some lines would cost, and why", ...tag })
    .input(
      z.object({
        customerId: id.nullable().default(null),
        date: day.optional(),
        currency: currency.default("EUR"),
        segment: text(40).nullable().optional(),
        region: text(10).nullable().optional(),
        lines: z
          .array(z.object({ id: text(60).optional(), sku, quantity, discountPercent: percent.optional() }))
          .min(1)
          .max(1_000),
        headerDiscountPercent: percent.optional(),
        promotionCodes: z.array(text(40)).max(20).optional(),
      }),
    )
    .output(
      z.object({
        lines: z.array(
          z.object({
            id: z.string(),
            sku: z.string(),
            name: bilingual,
            kind: z.string(),
            everyMonths: z.number().nullable(),
            quantity: z.string(),
            discountPercent: z.string(),
            listMinor: minor,
            netMinor: minor,
            vatCategory: z.string(),
            vatRate: z.string(),
            why: explanation,
          }),
        ),
        taxes: z.array(taxTotal),
        listMinor: minor,
        netMinor: minor,
        taxMinor: minor,
        totalMinor: minor,
        hash: z.string(),
      }),
    ),
  listContractedPrices: staff("preview prices")
    .route({ method: "GET", path: "/contracted-prices", summary: "What customers agreed", ...tag })
    .input(z.object({ customerId: id.optional() }))
    .output(
      z.object({
        rows: z.array(
          z.object({
            id,
            customerId: id,
            customerName: z.string(),
            offeringId: id,
            sku: z.string(),
            offeringName: bilingual,
            currency,
            price: z.looseObject({}).nullable(),
            percentOff: z.string().nullable(),
            validFrom: day,
            validUntil: day.nullable(),
            note: z.string().nullable(),
          }),
        ),
      }),
    ),
  agreePrice: staff("agree prices with customers")
    .route({ method: "POST", path: "/contracted-prices", summary: "Note what a customer agreed for an offering", ...tag })
    .input(
      z.object({
        customerId: id,
        offeringId: id,
        currency: currency.default("EUR"),
        price: z.looseObject({ kind: z.string() }).optional(),
        percentOff: percent.optional(),
        validFrom: day,
        validUntil: day.nullable().optional(),
        note: requiredText(120).optional(),
      }),
    )
    .output(ok),
  endAgreedPrice: staff("agree prices with customers")
    .route({
      method: "PUT",
      path: "/contracted-prices/{contractedPriceId}/end",
      summary: "Until when an agreed price holds",
      ...tag,
    })
    .input(z.object({ contractedPriceId: id, validUntil: day }))
    .output(ok),
  listPriceRules: staff("preview prices")
    .route({ method: "GET", path: "/price-rules", summary: "Promotions and discount schedules", ...tag })
    .output(
      z.object({
        rows: z.array(
          z.object({
            id,
            kind: z.enum(["promotion", "schedule"]),
            name: z.string(),
            rule: z.looseObject({}),
            validFrom: day,
            validUntil: day.nullable(),
          }),
        ),
      }),
    ),
  createPriceRule: staff("change prices")
    .route({ method: "POST", path: "/price-rules", summary: "Start a promotion or a discount schedule", ...tag })
    .input(
      z.object({
        kind: z.enum(["promotion", "schedule"]),
        name: requiredText(80),
        rule: z.looseObject({}),
        validFrom: day,
        validUntil: day.nullable().optional(),
      }),
    )
    .output(ok),
  endPriceRule: staff("change prices")
    .route({ method: "PUT", path: "/price-rules/{priceRuleId}/end", summary: "Until when a promotion or schedule holds", ...tag })
    .input(z.object({ priceRuleId: id, validUntil: day }))
    .output(ok),
};
