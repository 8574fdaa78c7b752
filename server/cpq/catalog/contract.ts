import { z } from "zod";
import { currency, day, id, instant, minor, ok, pageInput, pageOf, requiredText, staff, text } from "#platform/contract.ts";

const tag = { tags: ["Catalogue"] };
export const offeringKind = z.enum(["product", "service", "subscription", "bundle"]);
export const deliveryKind = z.enum(["ship", "install", "provision", "none"]);
const bilingual = z.object({ en: requiredText(160), fr: requiredText(160) });
const decimal = z.string().regex(/^\d{1,15}(\.\d{1,10})?$/, "a decimal such as 12.50");
/** A charge model of the pricing engine (see docs/engines/pricing.md); checked in full when it is saved. */
export const priceModel = z.looseObject({
  kind: z.enum([
    "flat",
    "per_unit",
    "volume",
    "graduated",
    "package",
    "stair_step",
    "percentage",
    "cost_plus",
    "percent_of_total",
  ]),
});
export const meter = z.object({ meter: z.string().regex(/^[a-z][a-z0-9_]{0,39}$/), unit: requiredText(20), model: priceModel });
export const characteristic = z.object({
  name: z.string().regex(/^[a-z][a-z0-9_]{0,39}$/),
  label: bilingual,
  values: z.array(z.object({ value: requiredText(60), label: bilingual })).max(100),
});

const offeringFields = z.object({
  name: bilingual,
  description: z.object({ en: text(2_000), fr: text(2_000) }),
  family: requiredText(40),
  taxClass: requiredText(40),
  delivery: deliveryKind,
  leadTimeDays: z.number().int().min(0).max(365),
  unitCostMinor: minor.nullable(),
  everyMonths: z.number().int().min(1).max(60).nullable(),
  termMonths: z.number().int().min(1).max(120).nullable(),
  meters: z.array(meter).max(20),
  characteristics: z.array(characteristic).max(100),
});
const newOffering = offeringFields.extend({
  sku: z.string().regex(/^[A-Z0-9][A-Z0-9._-]{1,39}$/, "capital letters, digits, dots and dashes"),
  kind: offeringKind,
  taxClass: requiredText(40).default("standard"),
  delivery: deliveryKind.default("none"),
  leadTimeDays: offeringFields.shape.leadTimeDays.default(0),
  unitCostMinor: minor.nullable().default(null),
  everyMonths: offeringFields.shape.everyMonths.default(null),
  termMonths: offeringFields.shape.termMonths.default(null),
  meters: z.array(meter).max(20).default([]),
  characteristics: z.array(characteristic).max(100).default([]),
});
const offeringRow = z.object({
  id,
  sku: z.string(),
  kind: offeringKind,
  status: z.string(),
  version: z.number(),
  name: bilingual,
  family: z.string(),
  leadTimeDays: z.number(),
  delivery: deliveryKind,
  everyMonths: z.number().nullable(),
});
const price = z.object({
  id,
  priceBookId: id,
  priceBook: z.string(),
  currency,
  price: z.looseObject({}),
  validFrom: day,
  validUntil: day.nullable(),
});

export const catalogContract = {
  list: staff("read the catalogue")
    .route({ method: "GET", path: "/offerings", summary: "Offerings, newest first", ...tag })
    .input(
      z.object({
        ...pageInput,
        search: text(80).optional(),
        kind: offeringKind.optional(),
        status: z.enum(["draft", "published", "retired"]).optional(),
      }),
    )
    .output(pageOf(offeringRow)),
  show: staff("read the catalogue")
    .route({ method: "GET", path: "/offerings/{offeringId}", summary: "One offering with its prices and versions", ...tag })
    .input(z.object({ offeringId: id }))
    .output(
      offeringRow.extend({
        description: z.object({ en: z.string(), fr: z.string() }),
        taxClass: z.string(),
        unitCostMinor: minor.nullable(),
        termMonths: z.number().nullable(),
        meters: z.array(meter),
        characteristics: z.array(characteristic),
        /** On sale, and changed since: what is sold is the latest version until this one is published. */
        changed: z.boolean(),
        prices: z.array(price),
        versions: z.array(z.object({ version: z.number(), publishedAt: instant })),
      }),
    ),
  create: staff("change the catalogue")
    .route({ method: "POST", path: "/offerings", summary: "Draft an offering", ...tag })
    .input(newOffering)
    .output(ok),
  change: staff("change the catalogue")
    .route({
      method: "PATCH",
      path: "/offerings/{offeringId}",
      summary: "Change a draft; a published one becomes a new version when published again",
      ...tag,
    })
    .input(offeringFields.partial().extend({ offeringId: id }))
    .output(ok),
  publish: staff("change the catalogue")
    .route({ method: "POST", path: "/offerings/{offeringId}/publication", summary: "Put an offering on sale", ...tag })
    .input(z.object({ offeringId: id }))
    .output(z.object({ id, version: z.number() })),
  retire: staff("change the catalogue")
    .route({
      method: "POST",
      path: "/offerings/{offeringId}/retirement",
      summary: "Take an offering off sale; what was sold goes on",
      ...tag,
    })
    .input(z.object({ offeringId: id }))
    .output(ok),
  listPriceBooks: staff("read the catalogue")
    .route({ method: "GET", path: "/price-books", summary: "Price books", ...tag })
    .output(
      z.object({
        rows: z.array(
          z.object({
            id,
            name: z.string(),
            currency,
            segment: z.string().nullable(),
            region: z.string().nullable(),
            validFrom: day.nullable(),
            validUntil: day.nullable(),
            priority: z.number(),
            prices: z.number(),
          }),
        ),
      }),
    ),
  listPrices: staff("read the catalogue")
    .route({
      method: "GET",
      path: "/price-books/{priceBookId}/prices",
      summary: "The prices of a book, past and to come",
      ...tag,
    })
    .input(z.object({ priceBookId: id }))
    .output(
      z.object({
        rows: z.array(
          price.extend({ offeringId: id, sku: z.string(), offeringName: bilingual, everyMonths: z.number().nullable() }),
        ),
      }),
    ),
  createPriceBook: staff("change prices")
    .route({ method: "POST", path: "/price-books", summary: "Create a price book", ...tag })
    .input(
      z.object({
        name: requiredText(80),
        currency,
        segment: text(40).nullable().default(null),
        region: text(40).nullable().default(null),
        validFrom: day.nullable().default(null),
        validUntil: day.nullable().default(null),
        priority: z.number().int().min(-100).max(100).default(0),
      }),
    )
    .output(ok),
  setPrice: staff("change prices")
    .route({
      method: "PUT",
      path: "/price-books/{priceBookId}/prices/{offeringId}",
      summary: "Set a price from a day on",
      ...tag,
    })
    .input(z.object({ priceBookId: id, offeringId: id, price: priceModel, validFrom: day }))
    .output(ok),
  listTaxRules: staff("read the catalogue")
    .route({ method: "GET", path: "/tax-rules", summary: "VAT by tax class and region", ...tag })
    .output(
      z.object({
        rows: z.array(
          z.object({
            id,
            taxClass: z.string(),
            region: z.string(),
            category: z.string(),
            percent: decimal,
            reason: z.string().nullable(),
          }),
        ),
      }),
    ),
};
