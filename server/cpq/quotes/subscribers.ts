import type { Subscriber } from "#events/reactions.ts";
import { createQuote } from "./create-quote.ts";
import { settleApproval } from "./settle-approval.ts";

export const quotesSubscribers: readonly Subscriber[] = [
  {
    name: "quotes/draft-from-basket",
    to: ["quote.requested"],
    async react(ctx, event) {
      const data = event.data as {
        basketId: string;
        summary: string;
        lines: { sku: string; quantity: string; characteristics: Record<string, string> }[];
        locale: "en" | "fr";
      };
      const customerId = event.customerId ?? (await accountOf(ctx.tx!, event.contactId));
      if (!customerId) return; // nobody to quote to yet: the lead is qualified first
      await createQuote(ctx, {
        customerId,
        ...(event.contactId && { contactId: event.contactId }),
        basketId: data.basketId,
        summary: data.summary,
        locale: data.locale,
        lines: data.lines,
      });
    },
  },
  {
    name: "quotes/approval-granted",
    to: ["approval.granted"],
    react: (ctx, { data }) => settleApproval(ctx, { quoteId: data.quoteId as string, granted: true }),
  },
  {
    name: "quotes/approval-refused",
    to: ["approval.refused"],
    react: (ctx, { data }) => settleApproval(ctx, { quoteId: data.quoteId as string, granted: false }),
  },
];

async function accountOf(tx: NonNullable<Parameters<Subscriber["react"]>[0]["tx"]>, contactId: string | null) {
  if (!contactId) return null;
  const row = await tx.selectFrom("contacts").select("customer_id").where("id", "=", contactId).executeTakeFirst();
  return row?.customer_id ?? null;
}
