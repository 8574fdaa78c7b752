import type { Context, Locale } from "#platform/context.ts";
import { changeContact } from "#record/customers/change-contact.ts";
import { requireFull } from "./require-full.ts";

/** A customer changes their own name, phone or language; the change is kept in the history of the record. */
export async function changeMe(
  ctx: Context,
  input: {
    firstName?: string | undefined;
    lastName?: string | undefined;
    phone?: string | undefined;
    locale?: Locale | undefined;
  },
) {
  requireFull(ctx);
  return changeContact(ctx, { contactId: ctx.actor.id, ...input });
}
