import { type Context, reader } from "#platform/context.ts";
import type { ThemeTagger } from "./engine/theme-tagger.ts";
import { readTagger } from "./engine/write-tagger.ts";

const own = new WeakMap<object, { madeAt: number; tagger: ThemeTagger }>();

/** What the organisation's corrections taught about themes, if anything yet. Kept until newer is made. */
export async function ownTagger(ctx: Context): Promise<ThemeTagger | undefined> {
  const db = reader(ctx);
  const row = await db.selectFrom("feedback_taggers").select("made_at").executeTakeFirst();
  if (!row) return undefined;
  const kept = own.get(ctx.app);
  if (kept?.madeAt === row.made_at.getTime()) return kept.tagger;
  const { weights, made_at } = await db.selectFrom("feedback_taggers").select(["weights", "made_at"]).executeTakeFirstOrThrow();
  const tagger = readTagger(weights);
  own.set(ctx.app, { madeAt: made_at.getTime(), tagger });
  return tagger;
}
