import type { RecordedEvent } from "#events/envelope.ts";
import type { Context } from "#platform/context.ts";
import { write } from "#platform/write.ts";
import { localText } from "#back-office/subscriptions/engine/local-time.ts";
import { defaultLegalEntity } from "#record/organisation/legal-entity.ts";
import { accounts, moneyAccount } from "./accounts.ts";
import { labelOf } from "./labels.ts";
import { type Posting, postEntry } from "./post-entry.ts";

interface PaymentFact {
  amountMinor: string;
  currency: string;
  number?: string;
}

/** Money in waits to be matched; matched, it settles the customer's debt; released or refunded, it goes the way back. */
export const postPayment = (ctx: Context, event: RecordedEvent) =>
  write(ctx, async (tx) => {
    const fact = event.data as unknown as PaymentFact;
    const payment = await tx
      .selectFrom("payments")
      .select(["method", "received_on", "reference", "customer_id"])
      .where("id", "=", event.subjectId)
      .executeTakeFirstOrThrow();
    const amount = BigInt(fact.amountMinor);
    const money = moneyAccount(payment.method);
    const entity = await defaultLegalEntity(ctx);
    const day = localText(event.occurredAt.getTime(), entity.time_zone).slice(0, 10);
    const what = event.type.slice("payment.".length) as "received" | "matched" | "released" | "refunded";
    const moves: Record<typeof what, Posting[]> = {
      received: move(money, accounts.unmatched, amount),
      matched: move(accounts.unmatched, accounts.customers, amount),
      released: move(accounts.customers, accounts.unmatched, amount),
      refunded: move(accounts.unmatched, money, amount),
    };
    await postEntry(tx, ctx, {
      journal: what === "received" || what === "refunded" ? "BQ" : "OD",
      date: what === "received" ? payment.received_on : day,
      sourceEventId: event.id,
      purpose: "payment",
      customerId: event.customerId ?? payment.customer_id,
      piece: fact.number ?? payment.reference.slice(0, 40),
      pieceDate: payment.received_on,
      label: await labelOf(ctx, what, fact.number ?? payment.reference),
      currency: fact.currency,
      postings: moves[what],
    });
  });

const move = (debit: Posting["account"], credit: Posting["account"], amountMinor: bigint): Posting[] => [
  { account: debit, amountMinor },
  { account: credit, amountMinor: -amountMinor },
];
