import type { Context } from "#platform/context.ts";
import { found } from "#platform/errors.ts";
import { write } from "#platform/write.ts";
import { append } from "#events/append.ts";
import { type ContactInput, handlesOf } from "./add-contact.ts";
import { fieldName } from "./field-names.ts";
import { keepIdentifiers } from "./identifiers.ts";
import { recordChanges } from "./record-changes.ts";
import { seeContact, seeCustomer } from "./visible.ts";

/**
 * Changes fields of a contact; what each was before is kept. A new address is a new identifier beside the old one, so
 * that mail from either is recognised. `customerId` moves someone who had no account, or changes employer.
 */
export const changeContact = (ctx: Context, input: ContactInput & { contactId: string; customerId?: string | undefined }) =>
  write(ctx, async (tx) => {
    const { contactId, customerId } = input;
    await seeContact(ctx, tx, contactId);
    if (customerId) await seeCustomer(ctx, tx, customerId);
    const before = found(
      await tx
        .selectFrom("contacts")
        .selectAll()
        .where("id", "=", contactId)
        .where("merged_into_id", "is", null)
        .forUpdate()
        .executeTakeFirst(),
      "contact",
      contactId,
    );
    const columns = {
      first_name: input.firstName,
      last_name: input.lastName,
      email: input.email === undefined ? undefined : input.email?.trim() || null,
      phone: input.phone === undefined ? undefined : input.phone?.trim() || null,
      job_title: input.jobTitle,
      roles: input.roles ? [...input.roles] : undefined,
      is_primary: input.isPrimary,
      locale: input.locale,
      customer_id: customerId,
    };
    const given = Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined));
    const account = customerId ?? before.customer_id;
    const changed = await recordChanges(tx, ctx, { type: "contact", id: contactId, customerId: account }, before, given);
    if (changed.length === 0) return { id: contactId };
    if (changed.includes("is_primary") && input.isPrimary && account)
      await tx.updateTable("contacts").set({ is_primary: false }).where("customer_id", "=", account).execute();
    await tx
      .updateTable("contacts")
      .set({ ...given, updated_at: ctx.now })
      .where("id", "=", contactId)
      .execute();
    if (changed.includes("customer_id"))
      await tx.updateTable("identifiers").set({ customer_id: customerId! }).where("contact_id", "=", contactId).execute();
    await keepIdentifiers(tx, { id: contactId, customerId: account }, handlesOf(input));
    const name = `${input.firstName ?? before.first_name} ${input.lastName ?? before.last_name}`.trim();
    await append(tx, ctx, "contact.changed", {
      subjectId: contactId,
      customerId: account,
      contactId,
      data: { name, fields: changed.map(fieldName) },
    });
    return { id: contactId };
  });
