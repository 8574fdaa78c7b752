import { sql } from "kysely";
import { append } from "#events/append.ts";
import type { Context } from "#platform/context.ts";
import { json, type Tx } from "#platform/database.ts";
import { write } from "#platform/write.ts";
import { handOverLead } from "./hand-over-lead.ts";
import { withMarketing } from "./lead.ts";
import { scoreLead, type ScoreRule, type Touch } from "./score.ts";

const lookBackDays = 180;

export async function scoreRules(tx: Tx): Promise<ScoreRule[]> {
  const rows = await tx.selectFrom("lead_score_rules").selectAll().where("active", "=", true).orderBy("key").execute();
  return rows.map((row) => ({
    key: row.key,
    kind: row.kind as ScoreRule["kind"],
    label: row.label as ScoreRule["label"],
    matches: row.matches,
    pattern: row.pattern,
    points: row.points,
    halfLifeDays: row.half_life_days,
    cap: row.cap,
  }));
}

/** Scores a lead again from everything it did; past the threshold it goes to sales. States the score only when it changed. */
export const rescoreLead = (ctx: Context, leadId: string) =>
  write(ctx, async (tx) => {
    const lead = await tx.selectFrom("leads").selectAll().where("id", "=", leadId).forUpdate().executeTakeFirst();
    if (!lead || lead.closed_at) return;
    const rules = await scoreRules(tx);
    const { touches, lastEvent } = await touchesOf(tx, lead.contact_id, ctx.now);
    const scored = scoreLead(
      { company: lead.company, email: lead.email, phone: lead.phone, source: lead.source },
      touches,
      rules,
      ctx.now,
    );
    const lastTouch = touches.at(-1)?.occurredAt;
    await tx
      .updateTable("leads")
      .set({
        fit: scored.fit,
        engagement: scored.engagement,
        score: scored.score,
        grade: scored.grade,
        reasons: json(scored.reasons),
        updated_at: ctx.now,
        ...(lastTouch && lastTouch > lead.last_touch_at && { last_touch_at: lastTouch }),
      })
      .where("id", "=", leadId)
      .execute();
    if (scored.score !== lead.score || scored.grade !== lead.grade) {
      const why = scored.reasons.map((reason) => `${reason.label.fr} +${reason.points}`).join(", ");
      await append(tx, ctx, "lead.scored", {
        subjectId: leadId,
        contactId: lead.contact_id,
        causedBy: lastEvent,
        data: { score: scored.score, fit: scored.fit, engagement: scored.engagement, grade: scored.grade, reason: why },
      });
    }
    const { hand_over_score: threshold } = await tx
      .selectFrom("lead_settings")
      .select("hand_over_score")
      .executeTakeFirstOrThrow();
    if (scored.score >= threshold && (withMarketing as readonly string[]).includes(lead.status))
      await handOverLead({ ...ctx, tx }, { leadId });
  });

/** What the contact did, as themselves and as the anonymous visitor they were. */
async function touchesOf(
  tx: Tx,
  contactId: string | null,
  now: Date,
): Promise<{ touches: Touch[]; lastEvent: string | undefined }> {
  if (!contactId) return { touches: [], lastEvent: undefined };
  const since = new Date(now.getTime() - lookBackDays * 86_400_000);
  const { rows } = await sql<{ id: string; type: string; occurred_at: Date; text: string | null }>`
    select id, type, occurred_at, coalesce(data->>'path', data->>'url', '') as text from events
    where occurred_at >= ${since} and type in ('form.submitted', 'message.clicked', 'message.opened', 'page.viewed', 'basket.started', 'basket.configured', 'quote.requested')
      and (contact_id = ${contactId} or subject_id in (select value_norm::uuid from identifiers where contact_id = ${contactId} and kind = 'visitor'))
    order by occurred_at, position limit 2000`.execute(tx);
  return {
    touches: rows.map((row) => ({ type: row.type, occurredAt: row.occurred_at, text: row.text ?? "" })),
    lastEvent: rows.at(-1)?.id,
  };
}
