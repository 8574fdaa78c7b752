import type { Choice, Conflict } from "#cpq/configuration/engine/types.ts";
import type { Context } from "#platform/context.ts";
import { json } from "#platform/database.ts";
import { refuseUnless } from "#platform/errors.ts";
import { write } from "#platform/write.ts";
import { type OpenBasket, openBasket, ownBasket, stateOf } from "./basket.ts";

type Own = { basketId: string; key: string };

/** Chooses an option, refuses it, or takes the choice back (null). What cannot be is not done, and explained with the cheapest ways out. */
export const choose = (ctx: Context, input: Own & { feature: string; value: boolean | null }) =>
  write(ctx, async (tx) => {
    const inner = { ...ctx, tx };
    const basket = await openBasket(inner, await ownBasket(inner, input));
    refuseUnless(basket.row.status !== "requested", "basket.requested");
    refuseUnless(optionsOf(basket).has(input.feature), "basket.unknown_option", { feature: input.feature });
    const { session } = basket;
    if (input.value === null) session.retract(input.feature);
    const result = input.value === null ? { accepted: true as const } : session.choose(input.feature, input.value, basket.prices);
    if (result.accepted) await saveChoices(inner, basket, session.state().choices);
    return {
      accepted: result.accepted,
      conflict: result.accepted ? null : told(basket, result.conflict),
      basket: await stateOf(inner, basket),
    };
  });

/** Why an option is decided by now, or cannot be had. */
export async function explain(ctx: Context, input: Own & { feature: string }) {
  const basket = await openBasket(ctx, await ownBasket(ctx, input));
  refuseUnless(optionsOf(basket).has(input.feature), "basket.unknown_option", { feature: input.feature });
  const found = basket.session.explain(input.feature);
  return {
    reasons: found?.reasons.map((reason) => reason.text) ?? [],
    choices: found?.choices.map((choice) => nameOf(basket, choice)) ?? [],
  };
}

/** Adds a recommended article: through the guide when it is one of its options, beside it otherwise. */
export const addExtra = (ctx: Context, input: Own & { sku: string }) =>
  write(ctx, async (tx) => {
    const inner = { ...ctx, tx };
    const row = await ownBasket(inner, input);
    const basket = await openBasket(inner, row);
    refuseUnless(row.status !== "requested", "basket.requested");
    const line = basket.guide.lines.find((each) => each.sku === input.sku);
    if (line) {
      const result = basket.session.choose(line.feature, true, basket.prices);
      refuseUnless(result.accepted, "basket.not_possible", { sku: input.sku });
      await saveChoices(inner, basket, basket.session.state().choices);
      return stateOf(inner, basket);
    }
    const published = await tx
      .selectFrom("offerings")
      .select("sku")
      .where("sku", "=", input.sku)
      .where("status", "=", "published")
      .executeTakeFirst();
    refuseUnless(published, "basket.not_possible", { sku: input.sku });
    const extras = [...new Set([...row.extras, input.sku])];
    await tx.updateTable("baskets").set({ extras, updated_at: ctx.now }).where("id", "=", row.id).execute();
    return stateOf(inner, await openBasket(inner, { ...row, extras }));
  });

export async function saveChoices(ctx: Context, basket: OpenBasket, choices: readonly Choice[]): Promise<void> {
  await ctx
    .tx!.updateTable("baskets")
    .set({ choices: json(choices), status: "open", updated_at: ctx.now })
    .where("id", "=", basket.row.id)
    .execute();
  basket.row.status = "open";
}

const optionsOf = ({ guide }: OpenBasket): Set<string> =>
  new Set(guide.questions.flatMap((question) => question.options.map((option) => option.feature)));

const nameOf = ({ guide, row }: OpenBasket, choice: Choice): string => {
  const option = guide.questions.flatMap((question) => question.options).find((each) => each.feature === choice.feature);
  return option?.label[row.locale as "en" | "fr"] ?? choice.feature;
};

const told = (basket: OpenBasket, conflict: Conflict) => ({
  reasons: conflict.reasons.map((reason) => reason.text),
  choices: conflict.choices.map((choice) => nameOf(basket, choice)),
  repairs: conflict.repairs
    .slice(0, 3)
    .map((repair) => ({ drop: repair.drop.map((choice) => nameOf(basket, choice)), priceChangeMinor: repair.priceChange })),
});
