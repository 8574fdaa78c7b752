import { sql } from "kysely";
import type { Context } from "#platform/context.ts";
import type { Tx } from "#platform/database.ts";
import { found, refuseUnless } from "#platform/errors.ts";

/**
 * Whose quotes someone sees: all, their team's, or their own; those nobody has taken yet are everybody's. A portal
 * customer sees their own account's. What is outside is answered as not found.
 */
export function quotesInScope(ctx: Context, alias: "quotes" | "quote_list") {
  const { actor } = ctx;
  if (actor.kind === "customer") return sql<boolean>`${sql.ref(`${alias}.customer_id`)} = ${actor.customerId}`;
  if (actor.kind === "visitor") return sql<boolean>`false`;
  if (actor.kind !== "staff" || actor.scope === "all") return sql<boolean>`true`;
  const owner = sql.ref(`${alias}.owner_id`);
  const own = sql`${owner} = ${actor.id} or ${owner} is null`;
  return actor.scope === "team" && actor.teamId
    ? sql<boolean>`(${own} or ${sql.ref(`${alias}.team_id`)} = ${actor.teamId})`
    : sql<boolean>`(${own})`;
}

/** The quote, held until the transaction ends, if the one who acts may see it. */
export async function lockQuote(tx: Tx, ctx: Context, quoteId: string) {
  const row = await tx
    .selectFrom("quotes")
    .selectAll()
    .where("id", "=", quoteId)
    .where(quotesInScope(ctx, "quotes"))
    .forUpdate()
    .executeTakeFirst();
  return found(row, "quote", quoteId);
}

/** The quote, held, if its lines and terms may change now. */
export async function lockDraft(tx: Tx, ctx: Context, quoteId: string) {
  const quote = await lockQuote(tx, ctx, quoteId);
  refuseUnless(quote.status === "draft", "quote.not_draft", { number: quote.number, status: quote.status });
  return quote;
}
export type QuoteRow = Awaited<ReturnType<typeof lockQuote>>;
