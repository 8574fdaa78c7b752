import { z } from "zod";
import { customer, id, instant, locale, ok, open, requiredText, staff, text } from "#platform/contract.ts";

const tag = { tags: ["Consent"] };
const state = z.enum(["none", "pending", "given", "withdrawn"]);
const words = z.object({ en: z.string(), fr: z.string() });
const purposeKey = z.string().regex(/^[a-z][a-z_]{1,40}$/, "small letters and underscores");
const token = z.string().max(2048);

const purpose = z.object({
  key: z.string(),
  name: words,
  description: words,
  channel: z.enum(["email", "sms", "any"]),
  basis: z.enum(["consent", "legitimate_interest"]),
  doubleOptIn: z.boolean(),
  active: z.boolean(),
  textVersion: z.string(),
  text: words,
});
const preference = z.object({
  purpose: z.string(),
  name: words,
  description: words,
  text: words,
  textVersion: z.string(),
  basis: z.enum(["consent", "legitimate_interest"]),
  state,
  allowed: z.boolean(),
  changedAt: instant.nullable(),
});
const preferences = z.object({ name: z.string(), email: z.string().nullable(), locale, preferences: z.array(preference) });
const ledgerRow = z.object({
  id,
  number: z.string(),
  purpose: z.string(),
  textVersion: z.string(),
  action: z.enum(["requested", "given", "withdrawn"]),
  at: instant,
  proof: z.record(z.string(), z.unknown()),
  hash: z.string(),
});
const receipt = z.record(z.string(), z.unknown());
const wish = z.object({ purpose: purposeKey, allowed: z.boolean() });

export const consentContract = {
  purposes: open()
    .route({ method: "GET", path: "/consent/purposes", summary: "What we ask people to agree to, in the words of today", ...tag })
    .output(z.object({ rows: z.array(purpose) })),
  confirm: open()
    .route({
      method: "POST",
      path: "/consent/confirmations",
      summary: "Second step of a double opt-in: the link from the mailbox",
      ...tag,
    })
    .input(z.object({ token, visitorId: id.optional() }))
    .output(
      z.object({
        purposes: z.array(z.string()),
        locale,
        /** Whoever holds the mailbox may see and change their choices at once. */
        preferencesToken: z.string(),
      }),
    ),
  preferencesByLink: open()
    .route({ method: "GET", path: "/consent/preferences", summary: "Someone's preferences, by the link in a message", ...tag })
    .input(z.object({ token }))
    .output(preferences),
  changeByLink: open()
    .route({ method: "PUT", path: "/consent/preferences", summary: "Change preferences by the link in a message", ...tag })
    .input(z.object({ token, preferences: z.array(wish).min(1).max(20) }))
    .output(preferences),
  myPreferences: customer()
    .route({ method: "GET", path: "/portal/preferences", summary: "What I agreed to", ...tag })
    .output(preferences),
  changeMine: customer()
    .route({ method: "PUT", path: "/portal/preferences", summary: "Change what I agreed to", ...tag })
    .input(z.object({ preferences: z.array(wish).min(1).max(20) }))
    .output(preferences),
  myReceipt: customer()
    .route({
      method: "GET",
      path: "/portal/consent-receipt",
      summary: "The receipt of everything I agreed to or refused, to keep",
      ...tag,
    })
    .output(receipt),
  ofContact: staff("read consents")
    .route({
      method: "GET",
      path: "/contacts/{contactId}/consents",
      summary: "What a contact agreed to, and the ledger behind it",
      ...tag,
    })
    .input(z.object({ contactId: id }))
    .output(z.object({ preferences: z.array(preference), ledger: z.array(ledgerRow) })),
  receipt: staff("read consents")
    .route({ method: "GET", path: "/contacts/{contactId}/consent-receipt", summary: "The receipt of a contact", ...tag })
    .input(z.object({ contactId: id }))
    .output(receipt),
  record: staff("record consents")
    .route({
      method: "POST",
      path: "/contacts/{contactId}/consents",
      summary: "Record what a contact said on the phone or on paper",
      ...tag,
    })
    .input(z.object({ contactId: id, purpose: purposeKey, allowed: z.boolean(), how: requiredText(200) }))
    .output(ok),
  request: staff("record consents")
    .route({
      method: "POST",
      path: "/contacts/{contactId}/consent-requests",
      summary: "Ask a contact for their consent by e-mail",
      ...tag,
    })
    .input(z.object({ contactId: id, purpose: purposeKey }))
    .output(ok),
  publishText: staff("manage consent purposes")
    .route({
      method: "POST",
      path: "/consent/purposes/{purpose}/texts",
      summary: "Publish a new wording; consents given keep theirs",
      ...tag,
    })
    .input(z.object({ purpose: purposeKey, en: requiredText(2000), fr: requiredText(2000) }))
    .output(z.object({ version: z.string() })),
  savePurpose: staff("manage consent purposes")
    .route({ method: "PUT", path: "/consent/purposes/{purpose}", summary: "Add or change a purpose", ...tag })
    .input(
      z.object({
        purpose: purposeKey,
        name: z.object({ en: requiredText(80), fr: requiredText(80) }),
        description: z.object({ en: text(400), fr: text(400) }),
        channel: z.enum(["email", "sms", "any"]),
        basis: z.enum(["consent", "legitimate_interest"]),
        doubleOptIn: z.boolean(),
        active: z.boolean(),
      }),
    )
    .output(z.object({ purpose: z.string() })),
  verifyLedger: staff("read consents")
    .route({
      method: "GET",
      path: "/consent/ledger/verification",
      summary: "Whether the chained ledger is whole, recomputed from its first row",
      ...tag,
    })
    .output(z.object({ whole: z.boolean(), length: z.string(), brokenAt: z.string().nullable(), checkedAt: instant })),
};
