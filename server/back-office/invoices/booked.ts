import type { ProrationBasis } from "#back-office/subscriptions/engine/types.ts";
import type { ObligationKind } from "#back-office/subscriptions/engine/types.ts";
import { type Database, json, type Tx } from "#platform/database.ts";
import type { InvoiceLine, VatTreatment } from "./engine/types.ts";

/** What an account was already billed for in a currency, as the rating engine needs it. */
export async function bookedLines(db: Database, customerId: string, currency: string): Promise<InvoiceLine[]> {
  const rows = await db
    .selectFrom("obligations")
    .selectAll()
    .where("customer_id", "=", customerId)
    .where("currency", "=", currency)
    .orderBy("key")
    .execute();
  return rows.map((row) => ({
    key: row.key,
    itemId: row.item_id,
    kind: row.kind as ObligationKind,
    reason: row.reason,
    versionId: row.version_id,
    termsId: row.terms_id,
    service: { from: row.service_from, to: row.service_to, fromMs: Number(row.from_ms), toMs: Number(row.to_ms) },
    percentOff: row.percent_off,
    proration: row.proration as ProrationBasis,
    ...(row.credits !== null && { credits: row.credits }),
    quantity: row.quantity,
    net: row.net_minor,
    vat: row.vat as unknown as VatTreatment,
    derivation: [],
  }));
}

/** Books obligations with the lines they became. The unique keys refuse what is billed already, whoever else runs. */
export async function book(
  tx: Tx,
  account: { customerId: string; currency: string },
  lines: readonly { obligation: InvoiceLine; lineId: string }[],
): Promise<void> {
  for (const { obligation, lineId } of lines)
    await tx
      .insertInto("obligations")
      .values({
        key: obligation.key,
        customer_id: account.customerId,
        currency: account.currency,
        item_id: obligation.itemId,
        kind: obligation.kind,
        reason: obligation.reason,
        version_id: obligation.versionId,
        terms_id: obligation.termsId,
        service_from: obligation.service.from,
        service_to: obligation.service.to,
        from_ms: BigInt(obligation.service.fromMs),
        to_ms: BigInt(obligation.service.toMs),
        percent_off: obligation.percentOff,
        proration: obligation.proration,
        credits: obligation.credits ?? null,
        quantity: obligation.quantity,
        net_minor: obligation.net,
        vat: json(obligation.vat),
        invoice_line_id: lineId,
      })
      .execute();
}
