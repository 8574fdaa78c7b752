import type { Context } from "#platform/context.ts";
import { write } from "#platform/write.ts";
import { append } from "#events/append.ts";
import { stateOf } from "#record/consent/state-of.ts";
import { identifyVisitor } from "#record/customers/identify-visitor.ts";

/**
 * Someone followed a link: a fact on their line that follows from the message. Whoever agreed to be recognised is, and
 * what they do next on our pages joins their line. Returns where the link leads, or undefined for one we never made.
 */
export const recordClick = (ctx: Context, click: { token: string; visitorId: string; counts: boolean }) =>
  write(ctx, async (tx) => {
    const link = await tx.selectFrom("message_links").selectAll().where("token", "=", click.token).executeTakeFirst();
    if (!link) return undefined;
    if (!click.counts) return link.url;
    const message = await tx.selectFrom("messages").selectAll().where("id", "=", link.message_id).executeTakeFirstOrThrow();
    if (!message.contact_id) return link.url;
    await tx
      .updateTable("messages")
      .set((eb) => ({ clicked_at: eb.fn.coalesce("clicked_at", eb.val(ctx.now)) }))
      .where("id", "=", message.id)
      .execute();
    const profiling = await stateOf(tx, message.contact_id, "profiling");
    const asContact = {
      ...ctx,
      tx,
      actor: {
        kind: "customer" as const,
        id: message.contact_id,
        contactId: message.contact_id,
        customerId: message.customer_id,
        level: "link" as const,
      },
    };
    const { eventId } = await append(tx, asContact, "message.clicked", {
      subjectId: message.id,
      customerId: message.customer_id,
      contactId: message.contact_id,
      channel: "email",
      stage: "of its cause",
      causedBy: message.event_id ?? undefined,
      data: { url: link.url, campaignId: message.campaign_id ?? undefined, visitorId: click.visitorId },
    });
    if (profiling?.state !== "given") return link.url;
    await identifyVisitor(asContact, { contactId: message.contact_id, visitorId: click.visitorId });
    return withClick(link.url, eventId, ctx.app.config.publicUrl);
  });

/** Our own pages are told which click of someone who agreed to be recognised led to them, so that the visit follows from it. Other sites are not. */
function withClick(url: string, clickId: string, publicUrl: string): string {
  const address = new URL(url, publicUrl);
  if (address.origin !== new URL(publicUrl).origin) return url;
  address.searchParams.set("c", clickId);
  return address.href;
}

/** A mail was opened, by someone who agreed that we look. Counted once. */
export const recordOpen = (ctx: Context, messageId: string) =>
  write(ctx, async (tx) => {
    const message = await tx
      .updateTable("messages")
      .set({ opened_at: ctx.now })
      .where("id", "=", messageId)
      .where("opened_at", "is", null)
      .where("contact_id", "is not", null)
      .returningAll()
      .executeTakeFirst();
    if (!message) return;
    const profiling = await stateOf(tx, message.contact_id!, "profiling");
    if (profiling?.state !== "given") return;
    await append(tx, ctx, "message.opened", {
      subjectId: message.id,
      customerId: message.customer_id,
      contactId: message.contact_id,
      channel: "email",
      stage: "of its cause",
      causedBy: message.event_id ?? undefined,
      data: { campaignId: message.campaign_id ?? undefined },
    });
  });
