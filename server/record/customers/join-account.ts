import type { Context } from "#platform/context.ts";
import { found } from "#platform/errors.ts";
import { write } from "#platform/write.ts";
import { append } from "#events/append.ts";

/** Someone known without an account joins one, with their roles in it: what they did before now belongs to the account's line. */
export const joinAccount = (
  ctx: Context,
  input: { contactId: string; customerId: string; roles: readonly string[]; follows?: string | undefined },
) =>
  write(ctx, async (tx) => {
    const contact = found(
      await tx
        .selectFrom("contacts")
        .select(["id", "customer_id", "first_name", "last_name", "email", "roles"])
        .where("id", "=", input.contactId)
        .where("merged_into_id", "is", null)
        .forUpdate()
        .executeTakeFirst(),
      "contact",
      input.contactId,
    );
    if (contact.customer_id === input.customerId) return { id: contact.id };
    const others = await tx
      .selectFrom("contacts")
      .select("id")
      .where("customer_id", "=", input.customerId)
      .where("is_primary", "=", true)
      .executeTakeFirst();
    const roles = [...new Set([...contact.roles, ...input.roles])];
    await tx
      .updateTable("contacts")
      .set({ customer_id: input.customerId, roles, is_primary: !others, updated_at: ctx.now })
      .where("id", "=", contact.id)
      .execute();
    await tx.updateTable("identifiers").set({ customer_id: input.customerId }).where("contact_id", "=", contact.id).execute();
    const name = `${contact.first_name} ${contact.last_name}`.trim() || contact.email || "";
    await append(tx, ctx, "contact.added", {
      subjectId: contact.id,
      customerId: input.customerId,
      contactId: contact.id,
      follows: input.follows,
      data: { name, email: contact.email, roles },
    });
    return { id: contact.id };
  });
