import { type RawBuilder, sql } from "kysely";
import type { z } from "zod";
import { type Context, reader } from "#platform/context.ts";
import { found } from "#platform/errors.ts";
import type { campaignFigure } from "./contract.ts";

type Figure = z.infer<typeof campaignFigure>;

/** The events a figure of a campaign was counted from, newest first: one for each that counts. */
export async function figureEvents(
  ctx: Context,
  input: { campaignId: string; figure: Figure; limit: number; before?: string | undefined },
) {
  const db = reader(ctx);
  const campaign = found(
    await db.selectFrom("campaigns").select(["id", "slug"]).where("id", "=", input.campaignId).executeTakeFirst(),
    "campaign",
    input.campaignId,
  );
  const { rows } = await sql<{ id: string; position: bigint }>`
    select e.id, e.position from events e
    where ${behind[input.figure](campaign)} and (${input.before ?? null}::bigint is null or e.position < ${input.before ?? null}::bigint)
    order by e.position desc limit ${input.limit + 1}`.execute(db);
  const page = rows.slice(0, input.limit);
  return {
    eventIds: page.map((row) => row.id),
    nextBefore: rows.length > input.limit ? page.at(-1)!.position.toString() : null,
  };
}

type Behind = (campaign: { id: string; slug: string }) => RawBuilder<boolean>;
/** Somebody who clicks three times counts once: by the first. */
const firstOfItsKind = sql<boolean>`not exists (select 1 from events b where b.subject_id = e.subject_id and b.type = e.type and b.position < e.position)`;
const ofMessages =
  (type: string): Behind =>
  ({ id }) =>
    sql<boolean>`e.type = ${type} and e.subject_id in (select m.id from messages m where m.campaign_id = ${id}) and ${firstOfItsKind}`;
const onItsLines =
  (type: string): Behind =>
  ({ id }) =>
    sql<boolean>`e.type = ${type} and e.correlation_id in (select l.correlation_id from campaign_lines l where l.campaign_id = ${id})`;

const behind: Record<Figure, Behind> = {
  sent: ofMessages("message.sent"),
  delivered: ofMessages("message.delivered"),
  bounced: ofMessages("message.bounced"),
  opened: ofMessages("message.opened"),
  clicked: ofMessages("message.clicked"),
  skipped: ({ id }) =>
    sql<boolean>`e.type = 'message.skipped' and e.subject_id in (select d.id from message_decisions d where d.campaign_id = ${id})`,
  unsubscribed: ({ id }) =>
    sql<boolean>`e.type = 'consent.withdrawn' and exists (select 1 from campaign_unsubscribes u where u.campaign_id = ${id} and u.contact_id = e.contact_id and u.at = e.occurred_at)`,
  visitors: ({ slug }) => sql<boolean>`e.type = 'page.viewed' and e.data ->> 'path' = ${`/p/${slug}`}
    and not exists (select 1 from events b where b.subject_id = e.subject_id and b.type = e.type and b.data ->> 'path' = e.data ->> 'path' and b.position < e.position)`,
  submissions: ({ id }) =>
    sql<boolean>`e.type = 'form.submitted' and e.subject_id in (select f.id from form_submissions f where f.campaign_id = ${id})`,
  leads: ({ id }) =>
    sql<boolean>`e.type = 'lead.captured' and e.subject_id in (select l.id from leads l where l.campaign_id = ${id})`,
  opportunities: ({ id }) =>
    sql<boolean>`e.type = 'opportunity.opened' and e.subject_id in (select l.opportunity_id from leads l where l.campaign_id = ${id})`,
  orders: onItsLines("order.placed"),
  payments: onItsLines("payment.received"),
};
