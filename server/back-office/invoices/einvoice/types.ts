/**
 * An electronic invoice or credit note: the semantic model of EN 16931-1, one field a business term (BT) or group (BG).
 * Money, quantities, prices and rates are decimal texts ("1234.50"), dates are "2026-11-22". A credit note carries
 * **positive** amounts and a credit note type code (381): the type says who owes whom, never the sign.
 */
import { z } from "zod";
import { delivery, identifier, party, payee, period, taxRepresentative } from "./types-parties.ts";
import { allowance, day, decimal, text, vatCategory } from "./types-values.ts";

const line = z.strictObject({
  id: text.optional(), // BT-126, numbered from 1 when absent
  note: text.optional(), // BT-127
  object: identifier.optional(), // BT-128
  quantity: decimal.optional(), // BT-129
  unit: text.optional(), // BT-130, UN/ECE Recommendation 20 or 21
  netAmount: decimal.optional(), // BT-131, computed when absent
  orderLine: text.optional(), // BT-132
  accountingReference: text.optional(), // BT-133
  period: period.optional(), // BG-26
  allowances: z.array(allowance).optional(), // BG-27
  charges: z.array(allowance).optional(), // BG-28
  price: z
    .strictObject({
      net: decimal.optional(), // BT-146, computed from gross and discount when absent
      discount: decimal.optional(), // BT-147
      gross: decimal.optional(), // BT-148
      baseQuantity: decimal.optional(), // BT-149
      baseUnit: text.optional(), // BT-150
    })
    .optional(), // BG-29
  vat: z.strictObject({ category: vatCategory.optional(), rate: decimal.optional() }).optional(), // BG-30: BT-151, BT-152
  item: z
    .strictObject({
      name: text.optional(), // BT-153
      description: text.optional(), // BT-154
      sellerId: text.optional(), // BT-155
      buyerId: text.optional(), // BT-156
      standardId: identifier.optional(), // BT-157
      classifications: z.array(z.strictObject({ code: text, list: text.optional(), version: text.optional() })).optional(), // BT-158
      originCountry: text.optional(), // BT-159
      attributes: z.array(z.strictObject({ name: text.optional(), value: text.optional() })).optional(), // BG-32: BT-160, BT-161
    })
    .optional(), // BG-31
});

const vatGroup = z.strictObject({
  category: vatCategory.optional(), // BT-118
  rate: decimal.optional(), // BT-119
  taxableAmount: decimal.optional(), // BT-116, computed when absent
  taxAmount: decimal.optional(), // BT-117, computed when absent
  exemptionReason: text.optional(), // BT-120
  exemptionReasonCode: text.optional(), // BT-121
});

const totals = z.strictObject({
  lineTotal: decimal.optional(), // BT-106
  allowanceTotal: decimal.optional(), // BT-107
  chargeTotal: decimal.optional(), // BT-108
  withoutVat: decimal.optional(), // BT-109
  vat: decimal.optional(), // BT-110
  vatInAccountingCurrency: decimal.optional(), // BT-111
  withVat: decimal.optional(), // BT-112
  prepaid: decimal.optional(), // BT-113
  rounding: decimal.optional(), // BT-114
  payable: decimal.optional(), // BT-115
});

const payment = z.strictObject({
  meansCode: text.optional(), // BT-81, UNTDID 4461
  meansText: text.optional(), // BT-82
  reference: text.optional(), // BT-83
  transfers: z
    .array(z.strictObject({ account: text.optional(), accountName: text.optional(), bank: text.optional() }))
    .optional(), // BG-17: BT-84, BT-85, BT-86
  card: z.strictObject({ number: text, holder: text.optional() }).optional(), // BG-18: BT-87, BT-88
  mandate: text.optional(), // BT-89
  creditorId: text.optional(), // BT-90
  debitedAccount: text.optional(), // BT-91
});

const attachedDocument = z.strictObject({
  reference: text.optional(), // BT-122
  description: text.optional(), // BT-123
  url: text.optional(), // BT-124
  file: z.strictObject({ name: text, mime: text, base64: text }).optional(), // BT-125
});

export const invoiceSchema = z.strictObject({
  number: text.optional(), // BT-1
  issueDate: day.optional(), // BT-2
  typeCode: text.optional(), // BT-3, UNTDID 1001: 380 invoice (the default), 381 credit note
  currency: text.optional(), // BT-5
  taxCurrency: text.optional(), // BT-6
  taxPointDate: day.optional(), // BT-7
  taxPointCode: text.optional(), // BT-8, UNTDID 2005: 3 issue date (French: TVA sur les débits), 35 delivery, 432 payment
  dueDate: day.optional(), // BT-9
  buyerReference: text.optional(), // BT-10
  projectReference: text.optional(), // BT-11
  contractReference: text.optional(), // BT-12
  orderReference: text.optional(), // BT-13
  salesOrderReference: text.optional(), // BT-14
  receivingAdviceReference: text.optional(), // BT-15
  despatchAdviceReference: text.optional(), // BT-16
  tenderReference: text.optional(), // BT-17
  object: identifier.optional(), // BT-18
  buyerAccountingReference: text.optional(), // BT-19
  paymentTerms: text.optional(), // BT-20
  notes: z.array(z.strictObject({ subject: text.optional(), text })).optional(), // BG-1: BT-21, BT-22
  process: text.optional(), // BT-23
  specification: text.optional(), // BT-24
  precedingInvoices: z.array(z.strictObject({ number: text.optional(), issueDate: day.optional() })).optional(), // BG-3: BT-25, BT-26
  seller: party.optional(), // BG-4
  buyer: party.optional(), // BG-7
  payee: payee.optional(), // BG-10
  taxRepresentative: taxRepresentative.optional(), // BG-11
  delivery: delivery.optional(), // BG-13
  period: period.optional(), // BG-14
  payment: payment.optional(), // BG-16
  allowances: z.array(allowance).optional(), // BG-20
  charges: z.array(allowance).optional(), // BG-21
  totals: totals.optional(), // BG-22: computed when absent, except prepaid, rounding and vatInAccountingCurrency
  vatBreakdown: z.array(vatGroup).optional(), // BG-23: computed when absent; give it to state exemption reasons
  documents: z.array(attachedDocument).optional(), // BG-24
  lines: z.array(line).optional(), // BG-25
});

export type EInvoice = z.output<typeof invoiceSchema>;
export type EInvoiceLine = z.output<typeof line>;
export type EInvoiceTotals = z.output<typeof totals>;
export type VatGroup = z.output<typeof vatGroup>;
export type EInvoicePayment = z.output<typeof payment>;
