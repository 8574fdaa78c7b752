import { type Context, reader } from "#platform/context.ts";
import { emergingPhrases } from "./engine/emerging.ts";
import { wordsOf } from "./engine/tokens.ts";
import type { Sentiment } from "./engine/tone-model.ts";

const dayMs = 86_400_000;
/** Of each of the two periods, at most so many texts are read: the newest. */
const mostTexts = 5_000;
const shownPhrases = 20;
const listedIds = 200;

/**
 * What people say in the last `days` that they did not in as many days before: phrases beyond chance, each with how often it is
 * said against us and the texts that say it.
 */
export async function listPhrases(ctx: Context, input: { days: number }) {
  const [middle, start] = [input.days, 2 * input.days].map((days) => new Date(ctx.now.getTime() - days * dayMs)) as [Date, Date];
  const read = (from: Date, to: Date) =>
    reader(ctx)
      .selectFrom("feedback_items")
      .select(["id", "text", "sentiment"])
      .where("received_at", ">=", from)
      .where("received_at", "<=", to)
      .where("text", "!=", "")
      .orderBy("received_at", "desc")
      .limit(mostTexts)
      .execute();
  const [now, before] = await Promise.all([read(middle, ctx.now), read(start, new Date(middle.getTime() - 1))]);
  const found = emergingPhrases(
    now.map((row) => row.text),
    before.map((row) => row.text),
    { top: shownPhrases },
  );
  const lines = found.length === 0 ? [] : now.map((row) => ({ ...row, line: ` ${wordsOf(row.text).join(" ")} ` }));
  return {
    from: middle,
    to: ctx.now,
    texts: now.length,
    textsBefore: before.length,
    rows: found.map(({ phrase, now: count, before: past, rise }) => {
      const said = lines.filter(({ line }) => line.includes(` ${phrase} `));
      const of = (sentiment: Sentiment) => said.filter((row) => row.sentiment === sentiment).length;
      return {
        phrase,
        now: count,
        before: past,
        rise,
        negative: of("negative"),
        positive: of("positive"),
        ids: said.slice(0, listedIds).map((row) => row.id),
      };
    }),
  };
}
