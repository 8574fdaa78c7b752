import type { Actor, Context } from "#platform/context.ts";
import { found } from "#platform/errors.ts";

/** Who the customer is here, read from their session. */
export async function showMe(ctx: Context) {
  const actor = ctx.actor as Extract<Actor, { kind: "customer" }>;
  const row = found(
    await ctx.app.db.selectFrom("contact_list").selectAll().where("id", "=", actor.contactId).executeTakeFirst(),
    "contact",
    actor.contactId,
  );
  return {
    contactId: actor.contactId,
    customerId: row.customer_id,
    customerName: row.customer_name,
    customerNumber: row.customer_number,
    firstName: row.first_name!,
    lastName: row.last_name!,
    email: row.email,
    phone: row.phone,
    jobTitle: row.job_title,
    locale: row.locale as "en" | "fr",
    level: actor.level,
  };
}
