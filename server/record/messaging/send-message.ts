import { sql } from "kysely";
import type { Context, Locale } from "#platform/context.ts";
import { json, type Tx } from "#platform/database.ts";
import { newId } from "#platform/ids.ts";
import { enqueue } from "#platform/jobs/task.ts";
import { write } from "#platform/write.ts";
import { append } from "#events/append.ts";
import { livingContact } from "#record/consent/living-contact.ts";
import { listPurposes } from "#record/consent/purposes.ts";
import { stateOf } from "#record/consent/state-of.ts";
import { normaliseEmail } from "#record/customers/normalise.ts";
import { businessCalendar } from "#record/organisation/business-calendar.ts";
import { decide } from "./decide.ts";
import type { MessageInput, SendOutcome } from "./message-input.ts";
import { messagePolicy, openFrom } from "./policy.ts";
import { queueMessage } from "./queue-message.ts";

/**
 * The only way a message leaves for a person. The decision is kept whatever it is; a message that may leave is queued in
 * the same transaction and goes out by SMTP right after; one at a bad hour waits and is decided anew; one that may not
 * leave is a fact too.
 */
export const sendMessage = (ctx: Context, input: MessageInput): Promise<SendOutcome> =>
  write(ctx, async (tx) => {
    const transactional = input.transactional ?? false;
    const contact = await livingContact(tx, input.contactId);
    const { decision, facts } = await weigh(tx, { ...ctx, tx }, contact, input.purpose, transactional);
    const decisionId = newId();
    await tx
      .insertInto("message_decisions")
      .values({
        id: decisionId,
        contact_id: contact.id,
        customer_id: contact.customer_id,
        campaign_id: input.campaignId ?? null,
        purpose: input.purpose,
        template: input.template,
        transactional,
        outcome: decision.outcome,
        reason: decision.reason,
        basis: decision.basis,
        facts: json(facts),
        decided_at: ctx.now,
      })
      .execute();
    if (decision.outcome === "send") {
      const { messageId } = await queueMessage(
        { ...ctx, tx },
        { ...input, transactional, decisionId, contact: { ...contact, locale: contact.locale as Locale, email: contact.email! } },
      );
      return { outcome: "sent", messageId, decisionId };
    }
    if (decision.outcome === "defer") {
      await tx
        .insertInto("messages_deferred")
        .values({ id: newId(), due_at: decision.until, input: json(input), contact_id: contact.id, created_at: ctx.now })
        .execute();
      return { outcome: "deferred", until: decision.until, decisionId };
    }
    await append(tx, ctx, "message.skipped", {
      subjectId: decisionId,
      customerId: contact.customer_id,
      contactId: contact.id,
      channel: "email",
      follows: input.follows ?? input.campaignId,
      causedBy: input.causedBy,
      startsLine: input.campaignId !== undefined,
      data: {
        purpose: input.purpose,
        reason: decision.reason,
        template: input.template,
        campaignId: input.campaignId,
        decisionId,
      },
    });
    return { outcome: "skipped", reason: decision.reason, decisionId };
  });

async function weigh(
  tx: Tx,
  ctx: Context,
  contact: { id: string; email: string | null },
  purposeKey: string,
  transactional: boolean,
) {
  const address = await addressOf(tx, contact.email);
  if (transactional) {
    const decision = decide({
      transactional,
      address,
      purpose: undefined,
      consent: undefined,
      recentMessages: 0,
      cap: 0,
      openFrom: ctx.now,
      now: ctx.now,
    });
    return { decision, facts: { address: contact.email } };
  }
  const purpose = (await listPurposes(tx)).find((candidate) => candidate.key === purposeKey);
  const state = await stateOf(tx, contact.id, purposeKey);
  const policy = await messagePolicy(ctx);
  const since = new Date(ctx.now.getTime() - policy.capDays * 86_400_000);
  const recent = await sql<{
    n: bigint;
  }>`select count(*) as n from messages where contact_id = ${contact.id} and not transactional and created_at > ${since}`.execute(
    tx,
  );
  const recentMessages = Number(recent.rows[0]!.n);
  const opens = openFrom(await businessCalendar(ctx), policy, ctx.now);
  const decision = decide({
    transactional,
    address,
    purpose,
    consent: state?.state as "given" | undefined,
    recentMessages,
    cap: policy.capMessages,
    openFrom: opens,
    now: ctx.now,
  });
  const facts = {
    address: contact.email,
    consent: state
      ? { state: state.state, textVersion: state.text_version, since: state.changed_at, ledgerRow: state.event_id }
      : null,
    recentMessages,
    cap: `${policy.capMessages} in ${policy.capDays} days`,
    hours: `${policy.from}-${policy.to}`,
    ...(decision.outcome === "defer" ? { until: decision.until } : {}),
  };
  return { decision, facts };
}

/** An address is judged for everyone who uses it: a mailbox that bounced bounces for all. */
async function addressOf(tx: Tx, email: string | null) {
  if (!email) return { email: null, invalid: false, suppressed: false };
  const rows = await tx
    .selectFrom("identifiers")
    .select(["invalid_at", "suppressed_at"])
    .where("kind", "=", "email")
    .where("value_norm", "=", normaliseEmail(email))
    .execute();
  return {
    email,
    invalid: rows.some((row) => row.invalid_at !== null),
    suppressed: rows.some((row) => row.suppressed_at !== null),
  };
}

/** The same from a queue: modules above this one ask for "messaging/send" by name. */
export const sendLater = (tx: Tx, input: MessageInput) => enqueue(tx, "messaging/send", { ...input });
