import { type Context, reader } from "#platform/context.ts";
import { guideOf } from "./guide.ts";

interface Analysis {
  satisfiable: boolean;
  configurations: string | null;
  dead: string[];
  core: string[];
  falseOptional: string[];
  redundant: string[];
}

export async function listGuides(ctx: Context) {
  const rows = await reader(ctx).selectFrom("guides").selectAll().orderBy("slug").orderBy("version", "desc").limit(200).execute();
  return {
    rows: rows.map((row) => ({
      id: row.id,
      slug: row.slug,
      version: row.version,
      status: row.status,
      name: row.name as { en: string; fr: string },
      analysis: row.analysis as Analysis | null,
    })),
  };
}

export async function readGuide(ctx: Context, input: { slug: string }) {
  const { id, slug, name, intro, questions } = await guideOf(ctx, input);
  return { id, slug, name, intro, questions };
}

/** What the shop offers: the published guides. */
export async function listOnlineGuides(ctx: Context) {
  const rows = await reader(ctx)
    .selectFrom("guides")
    .select(["slug", "name", "intro"])
    .where("status", "=", "published")
    .orderBy("slug")
    .limit(100)
    .execute();
  return { rows: rows.map(({ slug, name, intro }) => ({ slug, name: name as Name, intro: intro as Name })) };
}

type Name = { en: string; fr: string };
