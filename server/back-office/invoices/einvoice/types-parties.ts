/** Who is on the invoice, and where: EN 16931 groups BG-4 to BG-15. */
import { z } from "zod";
import { day, text } from "./types-values.ts";

/** An identifier with the scheme that issued it: {id: "732829320", scheme: "0002"} is a French SIREN. */
export const identifier = z.strictObject({ id: text, scheme: text.optional() });

/** BG-5, BG-8, BG-12, BG-15. */
const address = z.strictObject({
  line1: text.optional(), // BT-35, BT-50, BT-64, BT-75
  line2: text.optional(), // BT-36, BT-51, BT-65, BT-76
  line3: text.optional(), // BT-162, BT-163, BT-164, BT-165
  city: text.optional(), // BT-37, BT-52, BT-66, BT-77
  postcode: text.optional(), // BT-38, BT-53, BT-67, BT-78
  subdivision: text.optional(), // BT-39, BT-54, BT-68, BT-79
  country: text.optional(), // BT-40, BT-55, BT-69, BT-80: ISO 3166-1 alpha-2
});

/** BG-4 seller and BG-7 buyer. */
export const party = z.strictObject({
  name: text.optional(), // BT-27, BT-44: the registered name
  tradingName: text.optional(), // BT-28, BT-45
  ids: z.array(identifier).optional(), // BT-29 (several), BT-46 (one)
  legalId: identifier.optional(), // BT-30, BT-47: France SIREN, scheme 0002
  vatId: text.optional(), // BT-31, BT-48, with its country prefix
  taxId: text.optional(), // BT-32, seller only
  legalForm: text.optional(), // BT-33, seller only
  electronicAddress: identifier.optional(), // BT-34, BT-49: France scheme 0225
  address: address.optional(), // BG-5, BG-8
  contact: z.strictObject({ name: text.optional(), phone: text.optional(), email: text.optional() }).optional(), // BG-6, BG-9: BT-41 to BT-43, BT-56 to BT-58
});

/** BG-10, when another than the seller is paid: BT-59, BT-60, BT-61. */
export const payee = z.strictObject({ name: text.optional(), id: identifier.optional(), legalId: identifier.optional() });

/** BG-11: BT-62, BT-63, BG-12. */
export const taxRepresentative = z.strictObject({
  name: text.optional(),
  vatId: text.optional(),
  address: address.optional(),
});

/** BG-13: BT-70, BT-71, BT-72, BG-15. */
export const delivery = z.strictObject({
  name: text.optional(),
  locationId: identifier.optional(),
  date: day.optional(),
  address: address.optional(),
});

/** BG-14 (BT-73, BT-74) and BG-26 (BT-134, BT-135). Both days are included. */
export const period = z.strictObject({ start: day.optional(), end: day.optional() });

export type Identifier = z.output<typeof identifier>;
export type Address = z.output<typeof address>;
export type Party = z.output<typeof party>;
export type Payee = z.output<typeof payee>;
export type TaxRepresentative = z.output<typeof taxRepresentative>;
export type Delivery = z.output<typeof delivery>;
export type Period = z.output<typeof period>;
