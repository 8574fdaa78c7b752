/** Reads bank statements of ISO 20022, camt.053.001.02 to .08: what came in and went out, movement by movement. Pure. */
import { readXml, type XmlNode } from "#back-office/invoices/einvoice/xml-read.ts";
import { parseMoney } from "#platform/money.ts";

export interface BankEntry {
  /** What the movement is known by: the bank's reference, else its content. */
  key: string;
  /** Positive came in, negative went out. */
  amountMinor: bigint;
  currency: string;
  bookedOn: string;
  remittance: string;
  structured: string | null;
  payerName: string | null;
  payerIban: string | null;
}

export interface BankStatement {
  iban: string;
  reference: string;
  entries: BankEntry[];
}

/** The statement cannot be read; the message says where. */
export class StatementError extends Error {}

const child = (node: XmlNode | undefined, name: string): XmlNode | undefined => node?.children.find((each) => each.name === name);
const at = (node: XmlNode | undefined, path: string): XmlNode | undefined =>
  path.split("/").reduce<XmlNode | undefined>((found, name) => child(found, name), node);
const all = (node: XmlNode | undefined, name: string): XmlNode[] => node?.children.filter((each) => each.name === name) ?? [];
const textAt = (node: XmlNode | undefined, path: string): string | null => at(node, path)?.text.trim() || null;

/** All statements of a file. Document types and entities are refused; throws StatementError naming what is missing. */
export function readCamt053(xml: string): BankStatement[] {
  let root: XmlNode;
  try {
    root = readXml(xml);
  } catch (error) {
    throw new StatementError(error instanceof Error ? error.message : "not XML");
  }
  const statements = all(child(root, "BkToCstmrStmt"), "Stmt");
  if (root.name !== "Document" || statements.length === 0)
    throw new StatementError("no camt.053 statement (BkToCstmrStmt/Stmt) in this file");
  return statements.map((statement, index) => {
    const iban = textAt(statement, "Acct/Id/IBAN") ?? textAt(statement, "Acct/Id/Othr/Id");
    const reference = textAt(statement, "Id");
    if (!iban || !reference) throw new StatementError(`statement ${index + 1} has no account or no Id`);
    const seen = new Map<string, number>();
    const entries = all(statement, "Ntry").flatMap((entry, position) =>
      readEntry(entry, iban, `statement ${index + 1}, entry ${position + 1}`, seen),
    );
    return { iban, reference, entries };
  });
}

function readEntry(entry: XmlNode, iban: string, place: string, seen: Map<string, number>): BankEntry[] {
  // until version 04 the status is a text, later it has a code; only what is booked counts
  const status = textAt(entry, "Sts/Cd") ?? textAt(entry, "Sts");
  if (status !== null && status !== "BOOK") return [];
  const sign = textAt(entry, "CdtDbtInd") === "DBIT" ? -1n : 1n;
  const bookedOn = (textAt(entry, "BookgDt/Dt") ?? textAt(entry, "BookgDt/DtTm") ?? textAt(entry, "ValDt/Dt"))?.slice(0, 10);
  if (!bookedOn || !/^\d{4}-\d{2}-\d{2}$/.test(bookedOn)) throw new StatementError(`${place} has no booking date`);
  const details = all(entry, "NtryDtls").flatMap((part) => all(part, "TxDtls"));
  const parts = details.length > 1 ? details : [details[0]];
  return parts.map((detail, index) => {
    const amount =
      (details.length > 1 ? (at(detail, "Amt") ?? at(detail, "AmtDtls/TxAmt/Amt")) : undefined) ?? child(entry, "Amt");
    const currency = amount?.attributes.Ccy;
    if (!amount || !currency) throw new StatementError(`${place} has no amount`);
    let minor: bigint;
    try {
      minor = parseMoney(amount.text.trim(), currency);
    } catch {
      throw new StatementError(`${place}: "${amount.text}" is not an amount in ${currency}`);
    }
    const remittance = all(at(detail, "RmtInf"), "Ustrd")
      .map((line) => line.text.trim())
      .join(" ");
    const endToEnd = textAt(detail, "Refs/EndToEndId");
    const party = at(detail, "RltdPties/Dbtr");
    const read = {
      amountMinor: minor * sign,
      currency,
      bookedOn,
      remittance: remittance || textAt(entry, "AddtlNtryInf") || (endToEnd && endToEnd !== "NOTPROVIDED" ? endToEnd : ""),
      structured: textAt(detail, "RmtInf/Strd/CdtrRefInf/Ref"),
      payerName: textAt(party, "Nm") ?? textAt(party, "Pty/Nm"),
      payerIban: textAt(detail, "RltdPties/DbtrAcct/Id/IBAN"),
    };
    const reference = textAt(detail, "Refs/AcctSvcrRef") ?? textAt(entry, "AcctSvcrRef");
    const content = reference
      ? `${reference}#${index}`
      : [bookedOn, read.amountMinor, currency, read.payerIban, read.remittance, endToEnd].join("|");
    const times = (seen.get(content) ?? 0) + 1;
    seen.set(content, times);
    return { ...read, key: `${iban}:${content}${times === 1 ? "" : `~${times}`}` };
  });
}
