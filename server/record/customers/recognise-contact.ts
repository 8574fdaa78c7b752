import type { Context, Locale } from "#platform/context.ts";
import { refuseUnless } from "#platform/errors.ts";
import { isId } from "#platform/ids.ts";
import { write } from "#platform/write.ts";
import { handlesOf, insertContact } from "./add-contact.ts";
import { contactByEmail } from "./contact-by-email.ts";
import { identifyVisitor } from "./identify-visitor.ts";
import { keepIdentifiers } from "./identifiers.ts";

/**
 * The contact behind an address given in a form, a chat or a mail: the known one, or a new one without an account. Empty
 * fields of a known contact are filled; nothing that is there is overwritten. With `visitorId`, what the visitor did
 * before joins the contact's line.
 */
export const recogniseContact = (
  ctx: Context,
  input: {
    email: string;
    firstName?: string | undefined;
    lastName?: string | undefined;
    phone?: string | undefined;
    locale?: Locale | undefined;
    visitorId?: string | undefined;
    follows?: string | undefined;
  },
) =>
  write(ctx, async (tx) => {
    refuseUnless(input.visitorId === undefined || isId(input.visitorId), "input.invalid");
    const known = await contactByEmail(tx, input.email);
    const follows = input.follows ?? input.visitorId;
    const contactId = known?.id ?? (await insertContact(tx, ctx, null, input, follows));
    if (known) {
      const row = await tx
        .selectFrom("contacts")
        .select(["first_name", "last_name", "phone"])
        .where("id", "=", known.id!)
        .executeTakeFirstOrThrow();
      const filled = {
        ...(row.first_name === "" && row.last_name === ""
          ? { first_name: input.firstName ?? "", last_name: input.lastName ?? "" }
          : {}),
        ...(row.phone === null && input.phone ? { phone: input.phone } : {}),
      };
      if (Object.keys(filled).length > 0)
        await tx
          .updateTable("contacts")
          .set({ ...filled, updated_at: ctx.now })
          .where("id", "=", known.id!)
          .execute();
      await keepIdentifiers(tx, { id: known.id!, customerId: known.customer_id }, handlesOf({ phone: input.phone }));
    }
    const identified = input.visitorId
      ? await identifyVisitor({ ...ctx, tx }, { contactId: contactId!, visitorId: input.visitorId })
      : undefined;
    return { contactId: contactId!, customerId: known?.customer_id ?? null, created: !known, visitorId: identified?.visitorId };
  });
