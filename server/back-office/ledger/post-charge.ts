import type { RecordedEvent } from "#events/envelope.ts";
import type { Context } from "#platform/context.ts";
import { write } from "#platform/write.ts";
import { accounts, revenueAccount } from "./accounts.ts";
import { labelOf } from "./labels.ts";
import { postEntry } from "./post-entry.ts";
import { sayRecognised } from "./recognised.ts";

interface Charge {
  orderItemId: string;
  kind?: string;
  name: string;
  netMinor: string;
  currency: string;
  on: string;
}

/** A product delivered or a service confirmed is revenue at that moment, invoiced or not; taken back, it is not any more. */
export const postCharge = (ctx: Context, event: RecordedEvent) =>
  write(ctx, async (tx) => {
    const charge = event.data as unknown as Charge;
    const earned = event.type === "charge.earned";
    const kept = await tx
      .selectFrom("one_off_charges")
      .select("kind")
      .where("order_item_id", "=", charge.orderItemId)
      .executeTakeFirst();
    const amountMinor = BigInt(charge.netMinor) * (earned ? 1n : -1n);
    const entryId = await postEntry(tx, ctx, {
      journal: "OD",
      date: charge.on,
      sourceEventId: event.id,
      purpose: "charge",
      customerId: event.customerId,
      piece: charge.orderItemId.slice(-12),
      pieceDate: charge.on,
      label: await labelOf(ctx, earned ? "earned" : "withdrawn", charge.name),
      currency: charge.currency,
      postings: [
        { account: accounts.toBeInvoiced, amountMinor },
        { account: revenueAccount(charge.kind ?? kept?.kind ?? "service"), amountMinor: -amountMinor },
      ],
    });
    if (!entryId) return;
    await sayRecognised(tx, ctx, {
      subjectId: entryId,
      customerId: event.customerId,
      causedBy: event.id,
      name: charge.name,
      amountMinor,
      currency: charge.currency,
      on: charge.on,
      invoiceLineId: null,
      entryId,
    });
  });
