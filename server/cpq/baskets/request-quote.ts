import { append } from "#events/append.ts";
import type { Context } from "#platform/context.ts";
import { refuseUnless } from "#platform/errors.ts";
import { write } from "#platform/write.ts";
import { recogniseContact } from "#record/customers/recognise-contact.ts";
import { linesOf, type OpenBasket, openBasket, ownBasket, stateOf } from "./basket.ts";
import { saveChoices } from "./choose.ts";

type Own = { basketId: string; key: string };

const summaryOf = (basket: OpenBasket): string =>
  linesOf(basket)
    .map((line) => line.name[basket.row.locale as "en" | "fr"])
    .join(", ");

/** Finishes a basket: what is still open is completed at the lowest cost, keeping every choice. */
export const configureBasket = (ctx: Context, input: Own) =>
  write(ctx, async (tx) => {
    const inner = { ...ctx, tx };
    const basket = await openBasket(inner, await ownBasket(inner, input));
    if (basket.row.status !== "open") return stateOf(inner, basket);
    await complete(inner, basket);
    return stateOf(inner, basket);
  });

async function complete(ctx: Context, basket: OpenBasket): Promise<void> {
  const { session, row } = basket;
  const done = session.complete(basket.prices);
  refuseUnless(done, "basket.not_possible", { sku: "" });
  for (const [feature, value] of Object.entries(done.selection))
    if (session.feature(feature).status === "open") session.choose(feature, value);
  for (const option of basket.guide.questions.flatMap((question) => question.options))
    if (session.feature(option.feature).status === "open") session.choose(option.feature, false);
  await saveChoices(ctx, basket, session.state().choices);
  await ctx.tx!.updateTable("baskets").set({ status: "configured" }).where("id", "=", row.id).execute();
  row.status = "configured";
  const lines = linesOf(basket);
  const sum = (of: "oneOffMinor" | "monthlyMinor") => lines.reduce((total, line) => total + line[of], 0n);
  await append(ctx.tx!, ctx, "basket.configured", {
    subjectId: row.id,
    contactId: row.contact_id,
    customerId: row.customer_id,
    channel: "web",
    data: { summary: summaryOf(basket), oneOffMinor: sum("oneOffMinor"), monthlyMinor: sum("monthlyMinor"), currency: "EUR" },
  });
}

export interface QuoteRequest extends Own {
  firstName: string;
  lastName: string;
  email: string;
  company?: string | undefined;
  phone?: string | undefined;
  comment?: string | undefined;
}

/** The customer asks for a quote of a finished basket. Asking twice asks once. */
export const requestQuote = (ctx: Context, input: QuoteRequest) =>
  write(ctx, async (tx) => {
    const inner = { ...ctx, tx };
    const basket = await openBasket(inner, await ownBasket(inner, input));
    const { row } = basket;
    if (row.status === "requested") return stateOf(inner, basket);
    if (row.status === "open") await complete(inner, basket);
    const person = await recogniseContact(inner, {
      email: input.email,
      firstName: input.firstName,
      lastName: input.lastName,
      phone: input.phone,
      locale: row.locale as "en" | "fr",
      visitorId: row.visitor_id ?? undefined,
    });
    await tx
      .updateTable("baskets")
      .set({
        status: "requested",
        contact_id: person.contactId,
        customer_id: person.customerId,
        requested_at: ctx.now,
        updated_at: ctx.now,
      })
      .where("id", "=", row.id)
      .execute();
    row.status = "requested";
    await append(tx, ctx, "quote.requested", {
      subjectId: row.id,
      contactId: person.contactId,
      customerId: person.customerId,
      channel: "web",
      data: {
        basketId: row.id,
        summary: summaryOf(basket),
        lines: linesOf(basket).map((line) => ({ sku: line.sku, quantity: line.quantity, characteristics: {} })),
        locale: row.locale as "en" | "fr",
        name: `${input.firstName} ${input.lastName}`,
        email: input.email,
        ...(input.company && { company: input.company }),
        ...(input.phone && { phone: input.phone }),
        ...(input.comment && { comment: input.comment }),
      },
    });
    return stateOf(inner, basket);
  });

export const showBasket = async (ctx: Context, input: Own) => stateOf(ctx, await openBasket(ctx, await ownBasket(ctx, input)));
