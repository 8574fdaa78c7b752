import { type Answers, linesOf, openAnswers, questionsOf } from "#cpq/baskets/basket.ts";
import { guideOf } from "#cpq/configuration/guide.ts";
import type { Context } from "#platform/context.ts";
import { refuseUnless } from "#platform/errors.ts";
import { write } from "#platform/write.ts";
import { addLines } from "./add-lines.ts";
import { lockDraft } from "./lock-quote.ts";
import { priceVersion } from "./price-version.ts";

interface Choice {
  feature: string;
  value: boolean;
}

async function answered(
  ctx: Context,
  input: { guide: string; choices: Choice[]; wanted?: Choice | undefined },
): Promise<Answers> {
  const guide = await guideOf(ctx, { slug: input.guide });
  const known = new Set(guide.questions.flatMap((question) => question.options.map((option) => option.feature)));
  for (const { feature } of [...input.choices, ...(input.wanted ? [input.wanted] : [])])
    refuseUnless(known.has(feature), "basket.unknown_option", { feature });
  return openAnswers(ctx, guide, input.choices);
}

/** A guide answered for a customer at the desk. Nothing is kept: the answers so far come with the question. */
export async function tryConfiguration(ctx: Context, input: { guide: string; choices: Choice[]; wanted?: Choice | undefined }) {
  const answers = await answered(ctx, input);
  const { session, prices, guide } = answers;
  const result = input.wanted ? session.choose(input.wanted.feature, input.wanted.value, prices) : { accepted: true as const };
  const lines = linesOf(answers);
  return {
    name: guide.name,
    choices: session.state().choices.flatMap(({ feature, value }) => (typeof value === "boolean" ? [{ feature, value }] : [])),
    questions: questionsOf(answers),
    lines,
    currency: "EUR",
    oneOffMinor: lines.reduce((sum, line) => sum + line.oneOffMinor, 0n),
    monthlyMinor: lines.reduce((sum, line) => sum + line.monthlyMinor, 0n),
    conflict: result.accepted
      ? null
      : {
          feature: input.wanted!.feature,
          reasons: result.conflict.reasons.map((reason) => reason.text),
          repairs: result.conflict.repairs.slice(0, 3).map((repair) => ({
            drop: repair.drop.map(({ feature }) => feature),
            priceChangeMinor: repair.priceChange,
          })),
        },
  };
}

/** Puts a configured offer on a draft, whole or not at all: what was left open is completed at the lowest price. */
export const addConfiguration = (ctx: Context, input: { quoteId: string; guide: string; choices: Choice[] }) =>
  write(ctx, async (tx) => {
    const inner = { ...ctx, tx };
    const quote = await lockDraft(tx, ctx, input.quoteId);
    const answers = await answered(inner, input);
    const done = answers.session.complete(answers.prices);
    refuseUnless(done, "quote.configuration_impossible");
    for (const [feature, value] of Object.entries(done.selection))
      if (answers.session.feature(feature).status === "open") answers.session.choose(feature, value);
    const lines = linesOf(answers).map(({ sku, quantity }) => ({ sku, quantity }));
    await addLines(tx, ctx, quote.id, quote.version, lines);
    await priceVersion(tx, ctx, quote);
    return { id: quote.id, lines: lines.length };
  });
