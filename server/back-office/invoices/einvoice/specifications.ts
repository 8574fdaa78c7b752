/** The specifications (BT-24) and business processes (BT-23) that are written, and the document types (BT-3). */

/** The European norm as it is; also the Factur-X profile "EN 16931". */
export const en16931 = "urn:cen.eu:en16931:2017";
/** Peppol BIS Billing 3. */
export const peppolBilling = "urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0";
export const peppolProcess = "urn:fdc:peppol.eu:2017:poacc:billing:01:1.0";

export const isPeppol = (specification: string | undefined): boolean => specification?.startsWith(peppolBilling) ?? false;

/** UNTDID 1001 codes that are credit notes: UBL writes them as CreditNote, all others as Invoice (BR-CL-01). */
const creditNoteTypes = new Set(["81", "83", "261", "262", "296", "308", "381", "396", "420", "458", "532"]);
export const isCreditNote = (typeCode: string | undefined): boolean => creditNoteTypes.has(typeCode ?? "");

/** Value added tax point (BT-8): UBL writes UNTDID 2005, CII writes UNTDID 2475. */
export const taxPointCodes: readonly { readonly ubl: string; readonly cii: string }[] = [
  { ubl: "3", cii: "5" },
  { ubl: "35", cii: "29" },
  { ubl: "432", cii: "72" },
];
