import { createHash, timingSafeEqual } from "node:crypto";
import { publishedOfferings } from "#cpq/catalog/queries.ts";
import type { Offering } from "#cpq/catalog/offering.ts";
import { openSession } from "#cpq/configuration/engine/session/open-session.ts";
import type { Choice, Prices, Session } from "#cpq/configuration/engine/types.ts";
import { type Guide, guideOf } from "#cpq/configuration/guide.ts";
import { recommendFor } from "#cpq/recommendations/recommend.ts";
import { type Context, reader } from "#platform/context.ts";
import { found } from "#platform/errors.ts";
import { listPrices } from "./list-prices.ts";

export const hashKey = (key: string): string => createHash("sha256").update(key).digest("hex");

/** The basket, held, if the key is its own; a wrong key is a basket that does not exist. */
export async function ownBasket(ctx: Context, input: { basketId: string; key: string }) {
  let query = reader(ctx).selectFrom("baskets").selectAll().where("id", "=", input.basketId);
  if (ctx.tx) query = query.forUpdate();
  const row = await query.executeTakeFirst();
  const same = row && timingSafeEqual(Buffer.from(row.key_hash), Buffer.from(hashKey(input.key)));
  return found(same ? row : undefined, "basket", input.basketId);
}
export type BasketRow = Awaited<ReturnType<typeof ownBasket>>;

export interface OpenBasket extends Answers {
  row: BasketRow;
}

/** A guide answered so far, with the prices of today: a visitor's basket, or what a seller configures at the desk. */
export interface Answers {
  guide: Guide;
  /** Articles beside the guide. */
  extras: readonly string[];
  session: Session;
  offerings: ReadonlyMap<string, Offering>;
  /** Of each feature that adds a line: what it costs, one-off plus a year of the monthly price, so "cheapest" means cheapest to own. */
  prices: Prices;
  lineOf(sku: string, quantity: string): { oneOffMinor: bigint; monthlyMinor: bigint };
}

/** A basket with its guide's session at the choices made so far, and prices of today. */
export async function openBasket(ctx: Context, row: BasketRow): Promise<OpenBasket> {
  const guide = await guideOf(ctx, { guideId: row.guide_id });
  return { row, ...(await openAnswers(ctx, guide, row.choices as Choice[], row.extras)) };
}

/** A guide's session at some choices, and what its lines cost today. */
export async function openAnswers(
  ctx: Context,
  guide: Guide,
  choices: readonly Choice[],
  extras: readonly string[] = [],
): Promise<Answers> {
  const session = openSession(guide.model, { choices });
  const skus = [...new Set([...guide.lines.map((line) => line.sku), ...extras])];
  const offerings = new Map((await publishedOfferings(ctx, skus)).map((offering) => [offering.sku, offering]));
  const lineOf = await listPrices(ctx, offerings);
  const prices = Object.fromEntries(
    guide.lines
      .filter((line) => offerings.has(line.sku))
      .map((line) => {
        const { oneOffMinor, monthlyMinor } = lineOf(line.sku, line.quantity);
        return [line.feature, oneOffMinor + monthlyMinor * 12n];
      }),
  );
  return { guide, session, extras, offerings, prices, lineOf };
}

/** What is in the basket: a line per selected feature that has one, then the extras. */
export function linesOf({ guide, session, extras: beside, offerings, lineOf }: Answers) {
  const { features } = session.state();
  const selected = guide.lines
    .filter((line) => features[line.feature]?.status === "selected")
    .map(({ sku, quantity }) => ({ sku, quantity }));
  const extras = beside.filter((sku) => !selected.some((line) => line.sku === sku)).map((sku) => ({ sku, quantity: "1" }));
  return [...selected, ...extras].flatMap(({ sku, quantity }) => {
    const offering = offerings.get(sku);
    return offering
      ? [{ sku, quantity, name: offering.name, ...lineOf(sku, quantity), leadTimeDays: offering.leadTimeDays }]
      : [];
  });
}

/** The questions of the guide with what each option is by now. */
export function questionsOf({ guide, session }: Answers) {
  const state = session.state();
  return guide.questions.map((question) => {
    const options = question.options.map(({ feature, label }) => {
      const { status, forced, why } = state.features[feature]!;
      return { feature, label, status, forced, chosen: why === "choice" };
    });
    return {
      key: question.key,
      label: question.label,
      kind: question.kind,
      options,
      answered:
        question.kind === "one"
          ? options.some((option) => option.status === "selected")
          : options.some((option) => option.chosen),
    };
  });
}

/** A basket as its page shows it. */
export async function stateOf(ctx: Context, basket: OpenBasket) {
  const { row, guide, session } = basket;
  const lines = linesOf(basket);
  const left = session.count();
  return {
    id: row.id,
    guide: guide.slug,
    name: guide.name,
    status: row.status as "open" | "configured" | "requested",
    questions: questionsOf(basket),
    lines,
    currency: "EUR",
    oneOffMinor: lines.reduce((sum, line) => sum + line.oneOffMinor, 0n),
    monthlyMinor: lines.reduce((sum, line) => sum + line.monthlyMinor, 0n),
    leadTimeDays: Math.max(0, ...lines.map((line) => line.leadTimeDays)),
    remaining: left.count === null ? null : left.count.toString(),
    recommendations: await sellable(
      ctx,
      basket,
      lines.map((line) => line.sku),
    ),
  };
}

/** Recommendations that would still give a valid basket: what the guide excludes by now is not offered. */
async function sellable(ctx: Context, { guide, session }: OpenBasket, skus: string[]) {
  const state = session.state();
  const all = await recommendFor(ctx, skus, 10);
  return all
    .filter(({ sku }) => guide.lines.every((line) => line.sku !== sku || state.features[line.feature]!.status === "open"))
    .slice(0, 3);
}
