import type { Context } from "#platform/context.ts";
import { write } from "#platform/write.ts";
import { readPreference } from "./consent-links.ts";
import { giveConsent } from "./give-consent.ts";
import { showPreferences } from "./preferences.ts";
import { withdrawConsent } from "./withdraw-consent.ts";

export interface Wish {
  purpose: string;
  allowed: boolean;
}

/** A person sets their own preferences. They came by a link of their mailbox or a portal session, so a yes counts at once. */
const apply = (ctx: Context, contactId: string, wishes: readonly Wish[], how: string) =>
  write(ctx, async (tx) => {
    for (const { purpose, allowed } of wishes) {
      if (allowed) await giveConsent({ ...ctx, tx }, { contactId, purpose, how });
      else await withdrawConsent({ ...ctx, tx }, { contactId, purpose, reason: how });
    }
    return showPreferences({ ...ctx, tx }, contactId);
  });

export const changeMine = (ctx: Context, input: { preferences: Wish[] }) =>
  apply(ctx, ctx.actor.id, input.preferences, "portal preferences");

export const changeByLink = (ctx: Context, input: { token: string; preferences: Wish[] }) => {
  const { contactId } = readPreference(ctx.app, input.token, ctx.now);
  return apply(ctx, contactId, input.preferences, "preference link");
};
