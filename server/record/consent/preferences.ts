import { type Context, type Locale, reader } from "#platform/context.ts";
import { readPreference } from "./consent-links.ts";
import { livingContact } from "./living-contact.ts";
import { listPurposes } from "./purposes.ts";
import { allowedBy } from "./state-of.ts";

/** Every active purpose with where this person stands. */
export async function showPreferences(ctx: Context, contactId: string) {
  const db = reader(ctx);
  const contact = await livingContact(db, contactId);
  const [purposes, states] = await Promise.all([
    listPurposes(db),
    db.selectFrom("consent_states").selectAll().where("contact_id", "=", contact.id).execute(),
  ]);
  const preferences = purposes
    .filter((purpose) => purpose.active)
    .map((purpose) => {
      const row = states.find((state) => state.purpose === purpose.key);
      const { key, name, description, text, textVersion, basis } = purpose;
      return {
        purpose: key,
        name,
        description,
        text,
        textVersion,
        basis,
        state: (row?.state ?? "none") as "none" | "pending" | "given" | "withdrawn",
        allowed: allowedBy(basis, row?.state),
        changedAt: row?.changed_at ?? null,
      };
    });
  return {
    name: `${contact.first_name} ${contact.last_name}`.trim(),
    email: masked(contact.email),
    locale: contact.locale as Locale,
    preferences,
  };
}

export const showMyPreferences = (ctx: Context) => showPreferences(ctx, ctx.actor.id);
export const showPreferencesByLink = async (ctx: Context, input: { token: string }) => {
  const { contactId } = readPreference(ctx.app, input.token, ctx.now);
  const { name: _hidden, ...rest } = await showPreferences(ctx, contactId);
  return { name: "", ...rest };
};

/** A forwarded message must not give the address away: "l…n@atelier-martin.example". */
function masked(email: string | null): string | null {
  if (!email) return null;
  const [local = "", domain = ""] = email.split("@");
  return `${local.slice(0, 1)}…${local.length > 1 ? local.slice(-1) : ""}@${domain}`;
}
