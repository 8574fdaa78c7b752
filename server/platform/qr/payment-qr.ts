/**
 * The code a banking app scans to fill in a SEPA transfer: European Payments Council guideline EPC069-12, version 002 (the
 * BIC may be left out within the EEA). Euros only.
 */
import { decimalText } from "../money.ts";
import { readIban } from "./iban.ts";
import { qrSvg } from "./qr-svg.ts";

export interface TransferRequest {
  /** Who is paid, 70 characters at most. */
  name: string;
  iban: string;
  bic?: string;
  /** Euro cents, from 1 to 99,999,999,999. */
  minor: bigint;
  /** What the payee reads on the statement: free text of 140 characters, or a structured creditor reference (RF..) of 35. */
  text?: string;
  reference?: string;
}

/** The lines of the code. Throws RangeError naming what does not fit. */
export function transferPayload({ name, iban, bic = "", minor, text = "", reference = "" }: TransferRequest): string {
  const account = readIban(iban);
  if (!account) throw new RangeError("payment code: the IBAN is not valid");
  if (name.length < 1 || name.length > 70) throw new RangeError("payment code: the name must have 1 to 70 characters");
  if (bic !== "" && !/^[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?$/.test(bic)) throw new RangeError("payment code: the BIC is not valid");
  if (minor < 1n || minor > 99_999_999_999n)
    throw new RangeError("payment code: the amount must be from 0.01 to 999,999,999.99 EUR");
  if (text !== "" && reference !== "") throw new RangeError("payment code: give a text or a reference, not both");
  if (text.length > 140 || reference.length > 35)
    throw new RangeError("payment code: the text (140) or reference (35) is too long");
  const lines = ["BCD", "002", "1", "SCT", bic, name, account, `EUR${decimalText(minor, "EUR")}`, "", reference, text];
  if (lines.some((line) => /[\r\n]/.test(line))) throw new RangeError("payment code: a line break cannot be carried");
  const payload = lines.join("\n").replace(/\n+$/, "");
  if (Buffer.byteLength(payload) > 331) throw new RangeError("payment code: the content is longer than 331 bytes");
  return payload;
}

/** The payment code as SVG. `label` says in the reader's language what it is. */
export const paymentQr = (request: TransferRequest, label: string): string => qrSvg(transferPayload(request), label);
