import { appendMany } from "#events/append-many.ts";
import type { Context } from "#platform/context.ts";
import { json, type Tx } from "#platform/database.ts";
import { newId } from "#platform/ids.ts";
import { write } from "#platform/write.ts";

interface View {
  path: string;
  referrer?: string | undefined;
  utm: Partial<Record<string, string>>;
  at?: Date | undefined;
}

const oldestMs = 24 * 3_600_000;

/**
 * Notes what a visitor looked at. Everything one visitor does shares one line, each view following from the one before; when
 * a tracked click brought them, the line is that of the message they clicked and the view follows from the click. Times a browser reports are taken only if they are of the last day.
 */
export const recordViews = (
  ctx: Context,
  input: { visitorId?: string | undefined; clickId?: string | undefined; views: View[] },
) =>
  write(ctx, async (tx) => {
    const click = input.clickId
      ? await tx
          .selectFrom("events")
          .select(["id", "correlation_id", "contact_id", "customer_id", "data"])
          .where("id", "=", input.clickId)
          .where("type", "=", "message.clicked")
          .executeTakeFirst()
      : undefined;
    const asked = input.visitorId ?? (click?.data as { visitorId?: string } | undefined)?.visitorId;
    const known = asked
      ? await tx.selectFrom("visitors").selectAll().where("id", "=", asked).forUpdate().executeTakeFirst()
      : undefined;
    const visitorId = known?.id ?? asked ?? newId();
    const owner = await tx
      .selectFrom("identifiers")
      .select(["contact_id", "customer_id"])
      .where("kind", "=", "visitor")
      .where("value_norm", "=", visitorId)
      .executeTakeFirst();
    const facts = input.views.map((view) => ({
      subjectId: visitorId,
      contactId: owner?.contact_id,
      customerId: owner?.customer_id,
      channel: "web" as const,
      occurredAt: view.at && Math.abs(ctx.now.getTime() - view.at.getTime()) < oldestMs ? view.at : ctx.now,
      data: { path: view.path, visitorId, utm: withoutEmpty(view.utm), ...(view.referrer && { referrer: view.referrer }) },
    }));
    const line = click?.correlation_id ?? known?.line_id;
    let before = click?.id ?? (known && (await lastView(tx, visitorId)));
    let lineId = line;
    for (const fact of facts) {
      const [id] = await appendMany(tx, ctx, "page.viewed", [
        { ...fact, ...(lineId && { correlationId: lineId }), ...(before && { causationId: before }) },
      ]);
      lineId ??= id!;
      before = id!;
    }
    if (known)
      await tx
        .updateTable("visitors")
        .set({ last_seen_at: ctx.now, line_id: lineId!, ...(click && { click_id: click.id }) })
        .where("id", "=", visitorId)
        .execute();
    else {
      await tx
        .insertInto("visitors")
        .values({
          id: visitorId,
          first_seen_at: ctx.now,
          last_seen_at: ctx.now,
          first_utm: json(facts[0]!.data.utm),
          first_referrer: input.views[0]!.referrer ?? null,
          line_id: lineId!,
          click_id: click?.id ?? null,
        })
        .execute();
    }
    return { visitorId };
  });

async function lastView(tx: Tx, visitorId: string): Promise<string | undefined> {
  const last = await tx
    .selectFrom("events")
    .select("id")
    .where("subject_id", "=", visitorId)
    .orderBy("position", "desc")
    .limit(1)
    .executeTakeFirst();
  return last?.id;
}

const withoutEmpty = (utm: Partial<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(utm).filter((entry): entry is [string, string] => Boolean(entry[1])));
