import { type Context, type Locale } from "#platform/context.ts";
import type { Tx } from "#platform/database.ts";
import { found, refuseUnless } from "#platform/errors.ts";
import { newId } from "#platform/ids.ts";
import { write } from "#platform/write.ts";
import { append } from "#events/append.ts";
import { type Handle, keepIdentifiers } from "./identifiers.ts";
import { seeCustomer } from "./visible.ts";

export interface ContactInput {
  firstName?: string | undefined;
  lastName?: string | undefined;
  email?: string | null | undefined;
  phone?: string | null | undefined;
  jobTitle?: string | null | undefined;
  roles?: readonly string[] | undefined;
  isPrimary?: boolean | undefined;
  locale?: Locale | undefined;
}

/** Adds a person to an account. The first one becomes the one to call first. */
export const addContact = (ctx: Context, input: ContactInput & { customerId: string }) =>
  write(ctx, async (tx) => {
    const { customerId, ...person } = input;
    await seeCustomer(ctx, tx, customerId);
    return { id: await insertContact(tx, ctx, customerId, person) };
  });

/**
 * Writes a contact, its identifiers and the fact. `customerId` null: someone known by name or address whose account does
 * not exist yet. `follows`: what they grew out of (a lead, a form, the visitor).
 */
export async function insertContact(
  tx: Tx,
  ctx: Context,
  customerId: string | null,
  person: ContactInput,
  follows: string | undefined = customerId ?? undefined,
): Promise<string> {
  const firstName = person.firstName?.trim() ?? "";
  const lastName = person.lastName?.trim() ?? "";
  const email = person.email?.trim() || null;
  refuseUnless(firstName !== "" || lastName !== "" || email || person.phone, "contact.nameless");
  const account = customerId
    ? found(
        await tx.selectFrom("customers").select(["id", "locale"]).where("id", "=", customerId).executeTakeFirst(),
        "customer",
        customerId,
      )
    : undefined;
  const others = customerId
    ? await tx
        .selectFrom("contacts")
        .select("id")
        .where("customer_id", "=", customerId)
        .where("is_primary", "=", true)
        .executeTakeFirst()
    : undefined;
  const isPrimary = person.isPrimary ?? (customerId !== null && !others);
  if (isPrimary && others && customerId)
    await tx.updateTable("contacts").set({ is_primary: false }).where("customer_id", "=", customerId).execute();
  const id = newId();
  await tx
    .insertInto("contacts")
    .values({
      id,
      customer_id: customerId,
      first_name: firstName,
      last_name: lastName,
      email,
      phone: person.phone?.trim() || null,
      job_title: person.jobTitle ?? null,
      roles: [...(person.roles ?? [])],
      is_primary: isPrimary,
      locale: person.locale ?? account?.locale ?? ctx.locale,
      created_at: ctx.now,
      updated_at: ctx.now,
    })
    .execute();
  await keepIdentifiers(tx, { id, customerId }, handlesOf({ email, phone: person.phone }));
  const name = `${firstName} ${lastName}`.trim() || email || person.phone || "";
  await append(tx, ctx, "contact.added", {
    subjectId: id,
    customerId,
    contactId: id,
    follows,
    data: { name, email, roles: [...(person.roles ?? [])] },
  });
  return id;
}

export const handlesOf = (person: { email?: string | null | undefined; phone?: string | null | undefined }): Handle[] => [
  ...(person.email ? [{ kind: "email" as const, value: person.email }] : []),
  ...(person.phone ? [{ kind: "phone" as const, value: person.phone }] : []),
];
