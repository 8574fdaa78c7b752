import { type Context, reader } from "#platform/context.ts";
import { json } from "#platform/database.ts";
import { found, refuse } from "#platform/errors.ts";
import { write } from "#platform/write.ts";

/** Only the fields a lead is routed by; the text is a regular expression, whatever the capitals. */
export interface RoutingRule {
  name: string;
  matches: { source?: string | undefined; company?: string | undefined };
  teamId: string | null;
  strategy: "round_robin" | "least_busy";
}

export async function showSettings(ctx: Context) {
  const db = reader(ctx);
  const settings = await db.selectFrom("lead_settings").selectAll().executeTakeFirstOrThrow();
  const rules = await db.selectFrom("lead_score_rules").selectAll().orderBy("kind").orderBy("key").execute();
  const routing = await db
    .selectFrom("lead_routing_rules as r")
    .leftJoin("teams", "teams.id", "r.team_id")
    .selectAll("r")
    .select("teams.name as team_name")
    .orderBy("r.position")
    .execute();
  return {
    handOverScore: settings.hand_over_score,
    respondMinutes: settings.respond_minutes,
    nurture: settings.nurture as { key: string; afterDays: number; template: string }[],
    rules: rules.map((rule) => ({
      key: rule.key,
      kind: rule.kind as "fit" | "engagement",
      label: rule.label as { en: string; fr: string },
      matches: rule.matches,
      pattern: rule.pattern,
      points: rule.points,
      halfLifeDays: rule.half_life_days,
      cap: rule.cap,
      active: rule.active,
    })),
    routing: routing.map((rule) => ({
      name: rule.name,
      matches: rule.matches as RoutingRule["matches"],
      teamId: rule.team_id,
      teamName: rule.team_name,
      strategy: rule.strategy as RoutingRule["strategy"],
    })),
  };
}

export const changeSettings = (ctx: Context, input: { handOverScore: number; respondMinutes: number }) =>
  write(ctx, async (tx) => {
    await tx
      .updateTable("lead_settings")
      .set({ hand_over_score: input.handOverScore, respond_minutes: input.respondMinutes })
      .execute();
    return { handOverScore: input.handOverScore };
  });

/** What a rule is worth, from each lead's next action on. A rule of fit neither fades nor has a cap. */
export const changeScoreRule = (
  ctx: Context,
  input: { key: string; points: number; halfLifeDays: number | null; cap: number | null; active: boolean },
) =>
  write(ctx, async (tx) => {
    const rule = found(
      await tx.selectFrom("lead_score_rules").select(["key", "kind"]).where("key", "=", input.key).forUpdate().executeTakeFirst(),
      "score rule",
      input.key,
    );
    const fades = rule.kind === "engagement";
    await tx
      .updateTable("lead_score_rules")
      .set({
        points: input.points,
        half_life_days: fades ? input.halfLifeDays : null,
        cap: fades ? input.cap : null,
        active: input.active,
      })
      .where("key", "=", rule.key)
      .execute();
    return { key: rule.key };
  });

/** Who gets the leads handed over from now on: the rules are tried in this order, the first that matches decides. */
export const changeRouting = (ctx: Context, input: { rules: RoutingRule[] }) =>
  write(ctx, async (tx) => {
    for (const rule of input.rules)
      for (const pattern of Object.values(rule.matches))
        if (pattern && !isPattern(pattern)) refuse("lead.bad_pattern", { pattern });
    await tx.deleteFrom("lead_routing_rules").execute();
    for (const [position, rule] of input.rules.entries())
      await tx
        .insertInto("lead_routing_rules")
        .values({
          position: position + 1,
          name: rule.name,
          matches: json(Object.fromEntries(Object.entries(rule.matches).filter(([, pattern]) => pattern))),
          team_id: rule.teamId,
          strategy: rule.strategy,
        })
        .execute();
    return { rules: input.rules.length };
  });

function isPattern(text: string): boolean {
  try {
    return Boolean(new RegExp(text, "i"));
  } catch {
    return false;
  }
}
