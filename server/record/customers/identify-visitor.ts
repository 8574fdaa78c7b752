import type { Context } from "#platform/context.ts";
import { found } from "#platform/errors.ts";
import { newId } from "#platform/ids.ts";
import { write } from "#platform/write.ts";
import { append } from "#events/append.ts";
import { keepIdentifiers } from "./identifiers.ts";

/**
 * An anonymous visitor turns out to be this contact: what they did before joins the contact's line. A browser that
 * already belongs to someone else (a shared computer) is not taken away from them: the answer then holds a fresh visitor
 * id for the browser to carry from now on.
 */
export const identifyVisitor = (ctx: Context, input: { contactId: string; visitorId: string }) =>
  write(ctx, async (tx) => {
    const contact = found(
      await tx
        .selectFrom("contacts")
        .select(["id", "customer_id", "first_name", "last_name", "email"])
        .where("id", "=", input.contactId)
        .where("merged_into_id", "is", null)
        .executeTakeFirst(),
      "contact",
      input.contactId,
    );
    const holders = await tx
      .selectFrom("contact_addresses")
      .select("contact_id")
      .where("kind", "=", "visitor")
      .where("value_norm", "=", input.visitorId)
      .execute();
    if (holders.some((holder) => holder.contact_id === contact.id)) return { visitorId: input.visitorId };
    const visitorId = holders.length > 0 ? newId() : input.visitorId;
    await keepIdentifiers(tx, { id: contact.id, customerId: contact.customer_id }, [{ kind: "visitor", value: visitorId }]);
    const name = `${contact.first_name} ${contact.last_name}`.trim() || contact.email || "";
    await append(tx, ctx, "contact.identified", {
      subjectId: contact.id,
      customerId: contact.customer_id,
      contactId: contact.id,
      channel: "web",
      follows: input.visitorId,
      data: { name, visitorId, email: contact.email ?? "" },
    });
    return { visitorId };
  });
