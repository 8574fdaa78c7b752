import type { Context } from "#platform/context.ts";
import { reader } from "#platform/context.ts";
import { seeContact } from "#record/customers/visible.ts";
import { giveConsent } from "./give-consent.ts";
import { requestConsent } from "./request-consent.ts";
import { withdrawConsent } from "./withdraw-consent.ts";

/** Staff write down what a person said; who wrote it and how they heard it is the proof. */
export async function recordConsent(ctx: Context, input: { contactId: string; purpose: string; allowed: boolean; how: string }) {
  const contactId = await seeContact(ctx, reader(ctx), input.contactId);
  const proof = { recordedBy: ctx.actor.id };
  const { id } = await (input.allowed
    ? giveConsent(ctx, { contactId, purpose: input.purpose, how: input.how, proof })
    : withdrawConsent(ctx, { contactId, purpose: input.purpose, reason: input.how, proof }));
  return { id };
}

/** Staff ask a person for their consent by e-mail. */
export async function askConsent(ctx: Context, input: { contactId: string; purpose: string }) {
  const contactId = await seeContact(ctx, reader(ctx), input.contactId);
  const { id } = await requestConsent(ctx, {
    contactId,
    purpose: input.purpose,
    how: "asked by staff",
    unproven: { claimId: undefined }, // nobody said yes: it counts once the link in the mailbox is followed, whatever the purpose
    proof: { askedBy: ctx.actor.id },
  });
  return { id };
}
