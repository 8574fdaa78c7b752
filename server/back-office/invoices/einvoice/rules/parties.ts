/** Who is on the invoice: BR-06 to BR-11, BR-17 to BR-20, BR-56, BR-57, BR-62, BR-63, BR-CO-09, BR-CO-26. */
import { vatPrefixes } from "../code-lists.ts";
import type { EInvoice } from "../types.ts";
import type { Address } from "../types-parties.ts";
import type { Report } from "./report.ts";

export function checkParties(invoice: EInvoice, report: Report): void {
  const { seller, buyer, taxRepresentative, delivery } = invoice;
  if (seller?.name === undefined) report("BR-06", "seller.name");
  if (buyer?.name === undefined) report("BR-07", "buyer.name");
  checkAddress(seller?.address, "seller.address", "BR-08", "BR-09", report);
  checkAddress(buyer?.address, "buyer.address", "BR-10", "BR-11", report);
  if (seller && !seller.ids?.length && seller.legalId === undefined && seller.vatId === undefined) report("BR-CO-26", "seller");
  if (seller?.electronicAddress && seller.electronicAddress.scheme === undefined)
    report("BR-62", "seller.electronicAddress.scheme");
  if (buyer?.electronicAddress && buyer.electronicAddress.scheme === undefined) report("BR-63", "buyer.electronicAddress.scheme");
  if ((buyer?.ids?.length ?? 0) > 1) report("UBL-SR-16", "buyer.ids");
  checkPayee(invoice, report);
  if (taxRepresentative) {
    if (taxRepresentative.name === undefined) report("BR-18", "taxRepresentative.name");
    checkAddress(taxRepresentative.address, "taxRepresentative.address", "BR-19", "BR-20", report);
    if (taxRepresentative.vatId === undefined) report("BR-56", "taxRepresentative.vatId");
  }
  if (delivery?.address && delivery.address.country === undefined) report("BR-57", "delivery.address.country");
  checkVatId(seller?.vatId, "seller.vatId", report);
  checkVatId(buyer?.vatId, "buyer.vatId", report);
  checkVatId(taxRepresentative?.vatId, "taxRepresentative.vatId", report);
}

function checkAddress(address: Address | undefined, path: string, noneRule: string, countryRule: string, report: Report): void {
  if (!address) report(noneRule, path);
  else if (address.country === undefined) report(countryRule, `${path}.country`);
}

/** A payee is named only when it is not the seller (BG-10). */
function checkPayee({ payee, seller }: EInvoice, report: Report): void {
  if (!payee) return;
  const same =
    payee.name !== undefined &&
    (payee.name === seller?.name ||
      payee.name === seller?.tradingName ||
      (payee.id !== undefined && seller?.ids?.some((id) => id.id === payee.id?.id) === true));
  if (payee.name === undefined || same) report("BR-17", "payee.name");
}

function checkVatId(vatId: string | undefined, path: string, report: Report): void {
  if (vatId !== undefined && !vatPrefixes.has(vatId.slice(0, 2))) report("BR-CO-09", path, { found: vatId });
}
