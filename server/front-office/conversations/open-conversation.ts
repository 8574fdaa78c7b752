import { append } from "#events/append.ts";
import type { Channel } from "#events/define-event.ts";
import type { Context, Locale } from "#platform/context.ts";
import type { Tx } from "#platform/database.ts";
import { found } from "#platform/errors.ts";
import { newId } from "#platform/ids.ts";
import { write } from "#platform/write.ts";
import { assignTo } from "./assign-conversation.ts";
import { startClocks } from "./clocks.ts";
import type { ConversationChannel, Kind, Priority } from "./conversation.ts";
import { pickAgent } from "./pick-agent.ts";

export interface NewConversation {
  customerId?: string | null | undefined;
  contactId?: string | null | undefined;
  subject: string;
  kind: Kind;
  priority: Priority;
  /** Why it was opened, when not by the customer: "gave 3 of 10 after the installation". */
  reason?: string | undefined;
  channel: ConversationChannel;
  teamId?: string | null | undefined;
  assigneeId?: string | null | undefined;
  /** A chat is first looked at by the assistant: nobody is given it until a person is needed. */
  handledBy?: "assistant" | "people" | undefined;
  visitor?: { id: string | null; name: string | null; keyHash: Buffer | null } | undefined;
  locale?: Locale | undefined;
  /** The id of what it grew out of, when nothing is being reacted to. */
  follows?: string | undefined;
  causedBy?: string | undefined;
}

/**
 * Opens a matter with a customer: its clocks start in business time, and the least busy agent gets it. Called by whoever
 * notices a matter (a mail, a chat, a detractor, a complaint).
 */
export const openConversation = (ctx: Context, input: NewConversation): Promise<{ id: string }> =>
  write(ctx, async (tx) => {
    const id = newId();
    const contact = input.contactId
      ? await tx.selectFrom("contacts").select(["customer_id", "locale"]).where("id", "=", input.contactId).executeTakeFirst()
      : undefined;
    const customerId = input.customerId ?? contact?.customer_id ?? null;
    const subject = input.subject.replace(/\s+/g, " ").trim().slice(0, 200);
    await tx
      .insertInto("conversations")
      .values({
        id,
        subject,
        kind: input.kind,
        priority: input.priority,
        status: "open",
        reason: input.reason ?? null,
        channel: input.channel,
        locale: input.locale ?? contact?.locale ?? ctx.locale,
        customer_id: customerId,
        contact_id: input.contactId ?? null,
        visitor_id: input.visitor?.id ?? null,
        visitor_name: input.visitor?.name ?? null,
        key_hash: input.visitor?.keyHash ?? null,
        handled_by: input.handledBy ?? "people",
        team_id: input.teamId ?? null,
        opened_at: ctx.now,
        last_message_at: ctx.now,
      })
      .execute();
    await append(tx, ctx, "conversation.opened", {
      subjectId: id,
      customerId,
      contactId: input.contactId,
      channel: channelOfEvent(input.channel),
      follows: input.follows,
      causedBy: input.causedBy,
      data: { subject, kind: input.kind, priority: input.priority, ...(input.reason && { reason: input.reason }) },
    });
    await startClocks(tx, ctx, id, ["first_response", "resolution"]);
    if ((input.handledBy ?? "people") === "people") {
      const taker = input.assigneeId ? await chosen(tx, input.assigneeId) : await pickAgent(tx, input.teamId);
      if (taker) await assignTo(tx, ctx, id, taker, input.assigneeId ? "chosen" : "least busy");
    }
    return { id };
  });

const chosen = async (tx: Tx, staffId: string) =>
  found(
    await tx.selectFrom("staff").select(["id", "name", "team_id as teamId"]).where("id", "=", staffId).executeTakeFirst(),
    "staff member",
    staffId,
  );

export const channelOfEvent = (channel: string): Channel => channel as ConversationChannel;
