/** Codes come from the lists of the norm: BR-CL-01 to BR-CL-26. */
import {
  addressSchemes,
  allowanceReasons,
  chargeReasons,
  classificationLists,
  countries,
  currencies,
  exemptionReasons,
  invoiceTypes,
  isIdentifierScheme,
  mimeTypes,
  noteSubjects,
  paymentMeans,
  retiredAddressSchemes,
  taxPoints,
  vatCategories,
} from "../code-lists.ts";
import { isCreditNote } from "../specifications.ts";
import type { EInvoice } from "../types.ts";
import type { Address } from "../types-parties.ts";
import type { Allowance } from "../types-values.ts";
import type { Report } from "./report.ts";

type Check = (rule: string, path: string, found: string | undefined, list: { has(code: string): boolean }) => void;

const identifierSchemes = { has: isIdentifierScheme };
/** UN/ECE Recommendations 20 and 21 have some 2,000 codes: their form is checked, not their existence. */
const unitCodes = { has: (code: string): boolean => /^[A-Z0-9]{1,3}$/.test(code) };
/** UNTDID 1153 likewise. */
const objectSchemes = { has: (code: string): boolean => /^[A-Z]{2,3}$/.test(code) };

/** `received`: the document was written by others, perhaps long ago. */
export function checkCodes(invoice: EInvoice, report: Report, received: boolean): void {
  const check: Check = (rule, path, found, list) => {
    if (found !== undefined && !list.has(found)) report(rule, path, { found });
  };
  if (!isCreditNote(invoice.typeCode)) check("BR-CL-01", "typeCode", invoice.typeCode, invoiceTypes);
  check("BR-CL-04", "currency", invoice.currency, currencies);
  check("BR-CL-05", "taxCurrency", invoice.taxCurrency, currencies);
  check("BR-CL-06", "taxPointCode", invoice.taxPointCode, taxPoints);
  check("BR-CL-07", "object.scheme", invoice.object?.scheme, objectSchemes);
  invoice.notes?.forEach((note, index) => check("BR-CL-08", `notes[${index}].subject`, note.subject, noteSubjects));
  check("BR-CL-16", "payment.meansCode", invoice.payment?.meansCode, paymentMeans);
  invoice.vatBreakdown?.forEach((group, index) => {
    check("BR-CL-17", `vatBreakdown[${index}].category`, group.category, vatCategories);
    check("BR-CL-22", `vatBreakdown[${index}].exemptionReasonCode`, group.exemptionReasonCode?.toUpperCase(), exemptionReasons);
  });
  invoice.documents?.forEach((each, index) => check("BR-CL-24", `documents[${index}].file.mime`, each.file?.mime, mimeTypes));
  checkPartyCodes(invoice, check, received);
  checkAllowances(invoice.allowances, "allowances", allowanceReasons, "BR-CL-19", check);
  checkAllowances(invoice.charges, "charges", chargeReasons, "BR-CL-20", check);
  checkLineCodes(invoice, check);
}

function checkPartyCodes(invoice: EInvoice, check: Check, received: boolean): void {
  const schemes = { has: (code: string): boolean => addressSchemes.has(code) || (received && retiredAddressSchemes.has(code)) };
  const country = (address: Address | undefined, path: string): void =>
    check("BR-CL-14", `${path}.address.country`, address?.country, countries);
  for (const role of ["seller", "buyer"] as const) {
    const party = invoice[role];
    country(party?.address, role);
    party?.ids?.forEach((id, index) => check("BR-CL-10", `${role}.ids[${index}].scheme`, id.scheme, identifierSchemes));
    check("BR-CL-11", `${role}.legalId.scheme`, party?.legalId?.scheme, identifierSchemes);
    check("BR-CL-25", `${role}.electronicAddress.scheme`, party?.electronicAddress?.scheme, schemes);
  }
  country(invoice.taxRepresentative?.address, "taxRepresentative");
  country(invoice.delivery?.address, "delivery");
  check("BR-CL-10", "payee.id.scheme", invoice.payee?.id?.scheme, identifierSchemes);
  check("BR-CL-11", "payee.legalId.scheme", invoice.payee?.legalId?.scheme, identifierSchemes);
  check("BR-CL-26", "delivery.locationId.scheme", invoice.delivery?.locationId?.scheme, identifierSchemes);
}

function checkAllowances(
  list: readonly Allowance[] | undefined,
  path: string,
  reasons: ReadonlySet<string>,
  rule: string,
  check: Check,
): void {
  list?.forEach((each, index) => {
    check(rule, `${path}[${index}].reasonCode`, each.reasonCode, reasons);
    check("BR-CL-17", `${path}[${index}].vat.category`, each.vat?.category, vatCategories);
  });
}

function checkLineCodes(invoice: EInvoice, check: Check): void {
  invoice.lines?.forEach((line, index) => {
    const path = `lines[${index}]`;
    check("BR-CL-07", `${path}.object.scheme`, line.object?.scheme, objectSchemes);
    checkAllowances(line.allowances, `${path}.allowances`, allowanceReasons, "BR-CL-19", check);
    checkAllowances(line.charges, `${path}.charges`, chargeReasons, "BR-CL-20", check);
    check("BR-CL-13", `${path}.item.classifications`, unknownList(line.item?.classifications), classificationLists);
    check("BR-CL-15", `${path}.item.originCountry`, line.item?.originCountry, countries);
    check("BR-CL-18", `${path}.vat.category`, line.vat?.category, vatCategories);
    check("BR-CL-21", `${path}.item.standardId.scheme`, line.item?.standardId?.scheme, identifierSchemes);
    check("BR-CL-23", `${path}.unit`, line.unit, unitCodes);
    check("BR-CL-23", `${path}.price.baseUnit`, line.price?.baseUnit, unitCodes);
  });
}

const unknownList = (list: readonly { list?: string | undefined }[] | undefined): string | undefined =>
  list?.map((each) => each.list).find((each) => each !== undefined && !classificationLists.has(each));
