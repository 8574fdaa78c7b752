import type { Selectable } from "kysely";
import type { DB } from "#db/schema.ts";
import type { Context, Locale } from "#platform/context.ts";
import { reader } from "#platform/context.ts";
import { translate } from "#platform/i18n/translate.ts";
import type { MailContent } from "#platform/mail/mail-content.ts";
import { type RenderedMail, renderContent } from "#platform/mail/render-mail.ts";
import { preferencesLink, unsubscribeLink } from "#record/consent/consent-links.ts";
import { listPurposes } from "#record/consent/purposes.ts";
import { stateOf } from "#record/consent/state-of.ts";
import { defaultLegalEntity } from "#record/organisation/legal-entity.ts";

export type MessageRow = Selectable<DB["messages"]>;

/** The look of a message: brand, why the person receives it, and (beyond what a contract needs) how to stop it. */
export async function renderMessage(
  ctx: Context,
  row: MessageRow,
): Promise<RenderedMail & { unsubscribe: string | undefined; brandName: string }> {
  const locale = row.locale as Locale;
  const entity = await defaultLegalEntity(ctx);
  const address = entity.address as { line1: string; postcode: string; city: string };
  const subject = row.contact_id ? { contactId: row.contact_id, purpose: row.purpose } : undefined;
  const marketing = subject && !row.transactional;
  const rendered = await renderContent(row.content as MailContent, {
    locale,
    brand: {
      name: entity.brand_name,
      color: entity.brand_color,
      address: `${entity.name}, ${address.line1}, ${address.postcode} ${address.city}`,
    },
    ...(marketing
      ? {
          links: {
            preferencesUrl: preferencesLink(ctx.app, subject, row.created_at, locale),
            unsubscribeUrl: preferencesLink(ctx.app, subject, row.created_at, locale),
          },
          reason: await reasonOf(ctx, row, locale),
          ...(await pixelOf(ctx, row)),
        }
      : {}),
  });
  return {
    ...rendered,
    unsubscribe: marketing ? unsubscribeLink(ctx.app, subject, row.created_at) : undefined,
    brandName: entity.brand_name,
  };
}

async function reasonOf(ctx: Context, row: MessageRow, locale: Locale): Promise<string> {
  const purpose = (await listPurposes(reader(ctx))).find((candidate) => candidate.key === row.purpose);
  if (!purpose) return "";
  return translate(locale, purpose.basis === "consent" ? "mail:layout.reasonConsent" : "mail:layout.reasonInterest", {
    purpose: purpose.name[locale],
  });
}

/** Opens are counted only for those who agreed that we look. */
async function pixelOf(ctx: Context, row: MessageRow): Promise<{ pixelUrl?: string }> {
  const profiling = await stateOf(reader(ctx), row.contact_id!, "profiling");
  return profiling?.state === "given" ? { pixelUrl: `${ctx.app.config.publicUrl}/l/${row.id}/open.gif` } : {};
}
