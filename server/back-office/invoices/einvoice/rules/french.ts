/** What the French reform asks beyond the norm (BR-FR-*, AFNOR XP Z12-012): applies when the business process (BT-23) is French. */
import { compare, isZero } from "#platform/rational.ts";
import { exact } from "../decimals.ts";
import type { EInvoice } from "../types.ts";
import type { Identifier } from "../types-parties.ts";
import { checkFrenchDecimals } from "./french-decimals.ts";
import type { Report } from "./report.ts";

const list = (text: string): ReadonlySet<string> => new Set(text.split(" "));

/** BT-23: goods (B), services (S), both (M), and the stage: 1 invoice, 2 already paid, 4 after an advance, 8 several sellers ... */
const processes = list("B1 S1 M1 B2 S2 M2 S3 B4 S4 M4 S5 S6 B7 S7 B8 S8 M8 B9 S9 M9");
export const isFrenchProcess = (process: string | undefined): boolean => processes.has(process ?? "");

const types = list("380 389 393 501 386 500 384 471 472 473 261 262 381 396 502 503");
const selfBilled = list("389 501 500 471 473 261 502");
const advances = list("386 500 503");
const corrections = list("384 471 472 473");
const credits = list("261 381 396 502 503");
const rates = list("0 0.9 1.05 1.75 2.1 5.5 7 8.5 9.2 9.6 10 13 19.6 20 20.6");
const categories = list("S E AE K G O Z");
const attachments = list(
  "RIB LISIBLE FEUILLE_DE_STYLE PJA BORDEREAU_SUIVI DOCUMENT_ANNEXE BON_LIVRAISON BON_COMMANDE BORDEREAU_SUIVI_VALIDATION ETAT_ACOMPTE FACTURE_PAIEMENT_DIRECT RECAPITULATIF_COTRAITANCE",
);
const treatments = list("B2B B2BINT B2C B2CINT OUTOFSCOPE ARCHIVEONLY");

export function checkFrench(invoice: EInvoice, report: Report): void {
  checkNumbers(invoice, report);
  checkNotes(invoice, report);
  checkParties(invoice, report);
  checkRouting(invoice, report);
  checkTaxes(invoice, report);
  checkDocuments(invoice, report);
  checkStage(invoice, report);
  checkFrenchDecimals(invoice, report);
}

function checkNumbers(invoice: EInvoice, report: Report): void {
  const check = (number: string | undefined, path: string): void => {
    if (number !== undefined && number.length > 35) report("BR-FR-01", path, { found: number });
    if (number !== undefined && !/^[A-Za-z0-9+\-_/]+$/.test(number)) report("BR-FR-02", path, { found: number });
  };
  check(invoice.number, "number");
  invoice.precedingInvoices?.forEach((each, index) => check(each.number, `precedingInvoices[${index}].number`));
  for (const term of ["issueDate", "dueDate", "taxPointDate"] as const)
    if (invoice[term] !== undefined && !invoice[term].startsWith("20")) report("BR-FR-03", term, { found: invoice[term] });
  if (invoice.typeCode !== undefined && !types.has(invoice.typeCode)) report("BR-FR-04", "typeCode", { found: invoice.typeCode });
}

function checkNotes({ notes = [] }: EInvoice, report: Report): void {
  const count = (subject: string): number => notes.filter((note) => note.subject === subject).length;
  for (const subject of ["PMT", "PMD", "AAB"]) if (count(subject) === 0) report("BR-FR-05", "notes", { subject });
  for (const subject of ["PMT", "PMD", "AAB", "TXD"]) if (count(subject) > 1) report("BR-FR-06", "notes", { subject });
  notes.forEach((note, index) => {
    if (note.subject === "BAR" && !treatments.has(note.text)) report("BR-FR-20", `notes[${index}].text`, { found: note.text });
  });
  if (count("BAR") > 1) report("BR-FR-31", "notes");
}

const isSiren = (id: Identifier | undefined): boolean => id?.scheme === "0002" && /^\d{9}$/.test(id.id);

function checkParties(invoice: EInvoice, report: Report): void {
  if (!isSiren(invoice.seller?.legalId)) report("BR-FR-10", "seller.legalId");
  if (treatmentOf(invoice) === "B2B" && !isSiren(invoice.buyer?.legalId)) report("BR-FR-11", "buyer.legalId");
  if (invoice.buyer?.electronicAddress === undefined) report("BR-FR-12", "buyer.electronicAddress");
  if (invoice.seller?.electronicAddress === undefined) report("BR-FR-13", "seller.electronicAddress");
  for (const role of ["seller", "buyer"] as const) {
    const party = invoice[role];
    const siret = party?.ids?.find((id) => id.scheme === "0009")?.id;
    if (siret !== undefined && (!/^\d{14}$/.test(siret) || siret.slice(0, 9) !== party?.legalId?.id))
      report("BR-FR-09", `${role}.ids`, { found: siret });
    const schemes = (party?.ids ?? []).map((id) => id.scheme);
    if (schemes.includes(undefined) || new Set(schemes).size !== schemes.length) report("BR-FR-CO-10", `${role}.ids`);
    const address = party?.electronicAddress;
    if (address?.scheme === "0225" && !/^[A-Za-z0-9+\-_.]+$/.test(address.id))
      report("BR-FR-23", `${role}.electronicAddress`, { found: address.id });
    if (address && address.id.length > 125) report("BR-FR-25", `${role}.electronicAddress`);
    if (party?.legalId?.scheme === "0002" && !isSiren(party.legalId))
      report("BR-FR-32", `${role}.legalId`, { found: party.legalId.id });
  }
}

const treatmentOf = (invoice: EInvoice): string | undefined => invoice.notes?.find((note) => note.subject === "BAR")?.text;

/** Between companies in France, the one who receives the document is found by its SIREN under scheme 0225. */
function checkRouting(invoice: EInvoice, report: Report): void {
  if (treatmentOf(invoice) !== "B2B") return;
  const self = selfBilled.has(invoice.typeCode ?? "");
  const receiver = self ? invoice.seller : invoice.buyer;
  const address = receiver?.electronicAddress;
  if (address?.scheme === "0225" && address.id.startsWith(receiver?.legalId?.id ?? "?")) return;
  report(self ? "BR-FR-22" : "BR-FR-21", `${self ? "seller" : "buyer"}.electronicAddress`, { found: address?.id ?? "-" });
}

function checkTaxes(invoice: EInvoice, report: Report): void {
  const check = (vat: { category?: string | undefined; rate?: string | undefined } | undefined, path: string): void => {
    if (vat?.category !== undefined && !categories.has(vat.category))
      report("BR-FR-15", `${path}.category`, { found: vat.category });
    if (vat?.rate !== undefined && !rates.has(vat.rate.replace(/\.?0+$/, "") || "0") && !rates.has(vat.rate))
      report("BR-FR-16", `${path}.rate`, { found: vat.rate });
  };
  invoice.lines?.forEach((line, index) => check(line.vat, `lines[${index}].vat`));
  invoice.allowances?.forEach((each, index) => check(each.vat, `allowances[${index}].vat`));
  invoice.charges?.forEach((each, index) => check(each.vat, `charges[${index}].vat`));
  invoice.vatBreakdown?.forEach((group, index) => check(group, `vatBreakdown[${index}]`));
}

function checkDocuments({ documents = [] }: EInvoice, report: Report): void {
  documents.forEach((each, index) => {
    if (each.description !== undefined && !attachments.has(each.description))
      report("BR-FR-17", `documents[${index}].description`, { found: each.description });
  });
  if (documents.filter((each) => each.description === "LISIBLE").length > 1) report("BR-FR-18", "documents");
}

/** What the type (BT-3) and the stage (BT-23) ask of each other: BR-FR-CO-03 to 09. */
function checkStage(invoice: EInvoice, report: Report): void {
  const { typeCode = "", process = "", precedingInvoices = [], totals } = invoice;
  const paid = process.endsWith("2");
  if (typeCode === "262" && (!invoice.contractReference || !invoice.period?.start || !invoice.period.end))
    report("BR-FR-CO-03", "contractReference");
  if (corrections.has(typeCode) && precedingInvoices.length !== 1) report("BR-FR-CO-04", "precedingInvoices");
  if (credits.has(typeCode) && !precedingInvoices.some((each) => each.number && each.issueDate))
    report("BR-FR-CO-05", "precedingInvoices");
  if (invoice.dueDate && invoice.issueDate && invoice.dueDate < invoice.issueDate && !paid && !advances.has(typeCode))
    report("BR-FR-CO-07", "dueDate");
  if (process.endsWith("4") && advances.has(typeCode)) report("BR-FR-CO-08", "process", { found: process });
  const prepaid = exact(totals?.prepaid);
  const withVat = exact(totals?.withVat);
  const payable = exact(totals?.payable);
  if (paid && (!prepaid || !withVat || compare(prepaid, withVat) !== 0 || !payable || !isZero(payable) || !invoice.dueDate))
    report("BR-FR-CO-09", "totals.prepaid");
}
