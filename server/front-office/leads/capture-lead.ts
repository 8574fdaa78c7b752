import { append } from "#events/append.ts";
import type { Context } from "#platform/context.ts";
import { json } from "#platform/database.ts";
import { enqueue } from "#platform/jobs/task.ts";
import { newId } from "#platform/ids.ts";
import { write } from "#platform/write.ts";
import { recogniseContact } from "#record/customers/recognise-contact.ts";

export interface Capture {
  contactId?: string | null | undefined;
  name: string;
  email?: string | null | undefined;
  phone?: string | null | undefined;
  company?: string | null | undefined;
  source: string;
  campaignId?: string | undefined;
  referralId?: string | undefined;
  utm?: Record<string, string> | undefined;
  raw?: Record<string, unknown> | undefined;
  follows?: string | undefined;
}

/** A person shows interest. Someone who already is an open lead stays that one lead, touched again. */
export const captureLead = (ctx: Context, input: Capture) =>
  write(ctx, async (tx) => {
    const [firstName = "", ...rest] = input.name.split(" ");
    const contactId =
      input.contactId ??
      (input.email
        ? (
            await recogniseContact(
              { ...ctx, tx },
              {
                email: input.email,
                firstName,
                lastName: rest.join(" "),
                phone: input.phone ?? undefined,
                follows: input.follows,
              },
            )
          ).contactId
        : null);
    if (contactId) {
      const open = await tx
        .selectFrom("leads")
        .select(["id", "company", "phone"])
        .where("contact_id", "=", contactId)
        .where("closed_at", "is", null)
        .forUpdate()
        .executeTakeFirst();
      if (open) {
        await tx
          .updateTable("leads")
          .set({
            last_touch_at: ctx.now,
            company: open.company ?? input.company ?? null,
            phone: open.phone ?? input.phone ?? null,
          })
          .where("id", "=", open.id)
          .execute();
        await enqueue(tx, "leads/score", { leadId: open.id }, { key: `leads/score:${open.id}` });
        return { id: open.id };
      }
    }
    const id = newId();
    await tx
      .insertInto("leads")
      .values({
        id,
        contact_id: contactId,
        status: "new",
        source: input.source,
        campaign_id: input.campaignId ?? null,
        referral_id: input.referralId ?? null,
        utm: json(input.utm ?? {}),
        raw: json(input.raw ?? {}),
        name: input.name,
        email: input.email ?? null,
        phone: input.phone ?? null,
        company: input.company ?? null,
        last_touch_at: ctx.now,
        created_at: ctx.now,
      })
      .execute();
    await append(tx, ctx, "lead.captured", {
      subjectId: id,
      contactId,
      follows: ctx.cause ? undefined : input.follows,
      data: {
        source: input.source,
        name: input.name,
        email: input.email ?? null,
        company: input.company ?? null,
        ...(input.campaignId && { campaignId: input.campaignId }),
        ...(input.referralId && { referralId: input.referralId }),
        ...(input.utm && { utm: input.utm }),
      },
    });
    await enqueue(tx, "leads/score", { leadId: id }, { key: `leads/score:${id}` });
    return { id };
  });
