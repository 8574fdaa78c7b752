import { createHash } from "node:crypto";
import { append } from "#events/append.ts";
import type { Context, Locale } from "#platform/context.ts";
import { json } from "#platform/database.ts";
import { found, refuseUnless } from "#platform/errors.ts";
import { keepVisitor } from "#platform/http/visitor-cookie.ts";
import { newId } from "#platform/ids.ts";
import { write } from "#platform/write.ts";
import { requestConsent } from "#record/consent/request-consent.ts";
import { recogniseContact } from "#record/customers/recognise-contact.ts";
import { checkValues, type FormField } from "./check-values.ts";

export interface Submission {
  slug: string;
  visitorId?: string | undefined;
  campaignId?: string | undefined;
  values: Record<string, string>;
  purposes: string[];
  utm: Record<string, string>;
  locale: Locale;
  website?: string | undefined;
}

/**
 * Takes a form in. Someone new becomes known by their address and what they did before joins their line. The record of
 * someone known does not change: what was typed stays here, claimed in their name, until their mailbox confirms it. Each
 * purpose ticked is asked to be confirmed. Sending the same answers twice within the hour is one submission.
 */
export const submitForm = (ctx: Context, input: Submission) =>
  write(ctx, async (tx) => {
    const form = found(
      await tx.selectFrom("forms").selectAll().where("slug", "=", input.slug).where("active", "=", true).executeTakeFirst(),
      "form",
      input.slug,
    );
    refuseUnless(!input.website, "form.not_a_person");
    const values = checkValues(form.fields as FormField[], input.values);
    const thanks = form.thanks as { en: string; fr: string };
    const hour = Math.floor(ctx.now.getTime() / 3_600_000);
    const repeatKey = createHash("sha256")
      .update(json([form.id, input.visitorId ?? ctx.origin?.ip ?? "", hour, values]))
      .digest("hex");
    const repeated = await tx
      .selectFrom("form_submissions")
      .select(["id", "visitor_id"])
      .where("repeat_key", "=", repeatKey)
      .executeTakeFirst();
    if (repeated) return { id: repeated.id, thanks, visitorId: repeated.visitor_id };
    const person = values.email
      ? await recogniseContact(
          { ...ctx, tx },
          {
            email: values.email,
            firstName: values.first_name,
            lastName: values.last_name,
            phone: values.phone,
            locale: input.locale,
            visitorId: input.visitorId,
          },
        )
      : undefined;
    const purposes = input.purposes.filter((purpose) => form.purposes.includes(purpose));
    const claimed = Boolean(person && !person.created && !isSelf(ctx, person.contactId));
    const visitorId = person?.visitorId ?? input.visitorId ?? null;
    const id = newId();
    await tx
      .insertInto("form_submissions")
      .values({
        id,
        form_id: form.id,
        contact_id: person?.contactId ?? null,
        visitor_id: visitorId,
        campaign_id: input.campaignId ?? null,
        values: json(values),
        purposes,
        utm: json(input.utm),
        locale: input.locale,
        repeat_key: repeatKey,
        submitted_at: ctx.now,
      })
      .execute();
    await append(tx, ctx, "form.submitted", {
      subjectId: id,
      contactId: person?.contactId,
      customerId: person?.customerId,
      channel: "web",
      follows: visitorId ?? undefined,
      data: {
        form: (form.name as { fr: string }).fr,
        formId: form.id,
        values,
        utm: input.utm,
        purposes,
        locale: input.locale,
        ...(claimed && { claimed }),
        ...(visitorId && { visitorId }),
        ...(input.campaignId && { campaignId: input.campaignId }),
      },
    });
    for (const purpose of person ? purposes : []) {
      await requestConsent(
        { ...ctx, tx },
        {
          contactId: person!.contactId,
          purpose,
          how: `form ${input.slug}`,
          proof: { submissionId: id, ip: ctx.origin?.ip ?? null },
          follows: id,
          unproven: claimed ? { claimId: person!.claimId } : undefined,
        },
      );
    }
    // The links in our messages are opened on the server: they find the browser that asked by this. Known or new, the answer is alike.
    if (person && visitorId) keepVisitor(ctx.setCookie, visitorId);
    return { id, thanks, visitorId };
  });

const isSelf = ({ actor }: Context, contactId: string): boolean => actor.kind === "customer" && actor.contactId === contactId;
