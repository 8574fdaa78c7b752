/**
 * The French accounting file (fichier des écritures comptables): 18 columns, tab between them, one line per posting. Pure.
 * Source: art. A47 A-1 of the livre des procédures fiscales.
 */
import { decimalText } from "#platform/money.ts";

export interface JournalLine {
  number: string;
  journal: string;
  entryDate: string;
  customerNumber: string | null;
  customerName: string | null;
  piece: string;
  pieceDate: string;
  label: string;
  currency: string;
  postedOn: string;
  account: string;
  accountName: string;
  amountMinor: bigint;
}

export const fecColumns = [
  "JournalCode",
  "JournalLib",
  "EcritureNum",
  "EcritureDate",
  "CompteNum",
  "CompteLib",
  "CompAuxNum",
  "CompAuxLib",
  "PieceRef",
  "PieceDate",
  "EcritureLib",
  "Debit",
  "Credit",
  "EcritureLet",
  "DateLet",
  "ValidDate",
  "Montantdevise",
  "Idevise",
] as const;

export const journalNames: Record<string, string> = { VT: "Ventes", BQ: "Banque", OD: "Opérations diverses" };

/** "732829320FEC20261231.txt": the SIREN and the last day. */
export const fecName = (siren: string, to: string): string => `${siren}FEC${to.replaceAll("-", "")}.txt`;

export const writeFec = (lines: readonly JournalLine[]): string =>
  `${[fecColumns.join("\t"), ...lines.map(fecLine)].join("\r\n")}\r\n`;

function fecLine(line: JournalLine): string {
  const { amountMinor } = line;
  const amount = (minor: bigint): string => decimalText(minor, line.currency).replace(".", ",");
  const auxiliary = line.account.startsWith("411") && line.customerNumber;
  const foreign = line.currency !== "EUR";
  return [
    line.journal,
    journalNames[line.journal] ?? line.journal,
    line.number,
    day(line.entryDate),
    line.account,
    line.accountName,
    auxiliary ? line.customerNumber : "",
    auxiliary ? line.customerName : "",
    line.piece,
    day(line.pieceDate),
    line.label,
    amount(amountMinor > 0n ? amountMinor : 0n),
    amount(amountMinor < 0n ? -amountMinor : 0n),
    "",
    "",
    day(line.postedOn),
    foreign ? amount(amountMinor) : "",
    foreign ? line.currency : "",
  ]
    .map((text) => String(text ?? "").replace(/[\t\r\n]+/g, " "))
    .join("\t");
}

const day = (text: string): string => text.replaceAll("-", "");
