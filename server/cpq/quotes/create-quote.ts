import { append } from "#events/append.ts";
import type { Context } from "#platform/context.ts";
import { json, type Tx } from "#platform/database.ts";
import { found, refuseUnless } from "#platform/errors.ts";
import { newId } from "#platform/ids.ts";
import { write } from "#platform/write.ts";
import { inScope } from "#front-office/opportunities/lock-opportunity.ts";
import { openOpportunity } from "#front-office/opportunities/open-opportunity.ts";
import { takeNumber } from "#record/organisation/take-number.ts";
import { addLines, type NewLine } from "./add-lines.ts";
import { lockQuote } from "./lock-quote.ts";
import { priceVersion } from "./price-version.ts";

export interface CreateQuote {
  customerId: string;
  contactId?: string | undefined;
  opportunityId?: string | undefined;
  basketId?: string | undefined;
  summary?: string | undefined;
  locale?: "en" | "fr" | undefined;
  lines?: readonly NewLine[] | undefined;
}

/**
 * Drafts a quote for a customer on their open deal; opens a deal when there is none. A basket gives one quote, however
 * often it is asked for.
 */
export const createQuote = (ctx: Context, input: CreateQuote) =>
  write(ctx, async (tx) => {
    if (input.basketId) {
      const made = await tx.selectFrom("quotes").select("id").where("basket_id", "=", input.basketId).executeTakeFirst();
      if (made) return made;
    }
    const customer = found(
      await tx.selectFrom("customers").selectAll().where("id", "=", input.customerId).executeTakeFirst(),
      "customer",
      input.customerId,
    );
    const contact = await contactOf(tx, input);
    const deal = await dealOf(tx, ctx, input, {
      customerId: customer.id,
      name: input.summary ?? customer.name,
      ownerId: customer.owner_id,
    });
    const ownerId = ctx.actor.kind === "staff" ? ctx.actor.id : (deal.owner_id ?? customer.owner_id);
    const owner = ownerId
      ? await tx.selectFrom("staff").select(["id", "team_id"]).where("id", "=", ownerId).executeTakeFirst()
      : undefined;
    const id = newId();
    const year = ctx.now.getUTCFullYear();
    const number = await takeNumber(tx, `quote-${year}`, `DEV-${year}-`);
    await tx
      .insertInto("quotes")
      .values({
        id,
        number,
        customer_id: customer.id,
        contact_id: contact?.id ?? null,
        opportunity_id: deal.id,
        owner_id: owner?.id ?? null,
        team_id: owner?.team_id ?? null,
        status: "draft",
        currency: customer.currency,
        locale: input.locale ?? contact?.locale ?? customer.locale,
        basket_id: input.basketId ?? null,
        summary: input.summary ?? null,
        created_at: ctx.now,
        updated_at: ctx.now,
      })
      .execute();
    await tx
      .insertInto("quote_versions")
      .values({
        quote_id: id,
        version: 1,
        delivery_address: customer.billing_address === null ? null : json(customer.billing_address),
        created_at: ctx.now,
      })
      .execute();
    await addLines(tx, ctx, id, 1, input.lines ?? []);
    await priceVersion(tx, ctx, await lockQuote(tx, { ...ctx, actor: { kind: "system", id: "quotes" } }, id));
    await append(tx, ctx, "quote.drafted", {
      subjectId: id,
      customerId: customer.id,
      contactId: contact?.id,
      ...(!ctx.cause && { follows: deal.id }),
      data: { number, version: 1, opportunityId: deal.id },
    });
    return { id };
  });

/** The person the quote is for: as asked, else the first buyer or main contact of the account. */
async function contactOf(tx: Tx, input: CreateQuote) {
  const contacts = await tx
    .selectFrom("contacts")
    .select(["id", "locale", "roles", "is_primary"])
    .where("customer_id", "=", input.customerId)
    .where("merged_into_id", "is", null)
    .orderBy("is_primary", "desc")
    .orderBy("id")
    .execute();
  if (!input.contactId) return contacts.find((contact) => contact.roles.includes("buyer")) ?? contacts[0];
  const asked = contacts.find((contact) => contact.id === input.contactId);
  refuseUnless(asked, "quote.contact_elsewhere");
  return asked;
}

async function dealOf(
  tx: Tx,
  ctx: Context,
  input: CreateQuote,
  fallback: { customerId: string; name: string; ownerId: string | null },
): Promise<{ id: string; owner_id: string | null }> {
  let open = tx
    .selectFrom("opportunities")
    .select(["id", "owner_id", "customer_id"])
    .where("closed_at", "is", null)
    .where("customer_id", "=", input.customerId)
    .where(inScope(ctx, "opportunities"))
    .orderBy("created_at", "desc")
    .limit(1);
  if (input.opportunityId) open = open.where("id", "=", input.opportunityId);
  const deal = await open.executeTakeFirst();
  if (deal) return deal;
  refuseUnless(!input.opportunityId, "quote.deal_not_open");
  const ownerId = ctx.actor.kind === "staff" ? ctx.actor.id : fallback.ownerId;
  const { id } = await openOpportunity(
    { ...ctx, tx },
    {
      name: fallback.name,
      customerId: fallback.customerId,
      ...(input.contactId && { contactId: input.contactId }),
      ...(ownerId && { ownerId }),
    },
  );
  return { id, owner_id: ownerId };
}
