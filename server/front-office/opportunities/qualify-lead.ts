import { convertLead, markQualified } from "#front-office/leads/convert-lead.ts";
import type { Context, Locale } from "#platform/context.ts";
import { found } from "#platform/errors.ts";
import { write } from "#platform/write.ts";
import { addContact } from "#record/customers/add-contact.ts";
import { createCustomer } from "#record/customers/create-customer.ts";
import { joinAccount } from "#record/customers/join-account.ts";
import { openOpportunity } from "./open-opportunity.ts";

interface Person {
  firstName: string;
  lastName: string;
  email?: string | undefined;
  phone?: string | undefined;
  jobTitle?: string | undefined;
  roles: string[];
}
export interface Qualification {
  leadId: string;
  account:
    | { customerId: string }
    | { kind: "company" | "person"; name: string; siren?: string | undefined; vatNumber?: string | undefined; address?: unknown };
  contacts: Person[];
  /** The roles of the lead's own person in the account. */
  roles: string[];
  opportunity: { name: string; valueMinor: bigint | null; currency: string } | null;
  notes?: string | undefined;
}

/** The lead is real: its person joins an account, with colleagues, and a deal opens. Everything in one step or nothing. */
export const qualifyLead = (ctx: Context, input: Qualification) =>
  write(ctx, async (tx) => {
    const inner = { ...ctx, tx };
    const lead = await markQualified(inner, input);
    const customerId = await accountOf(inner, input, lead);
    const contactIds = lead.contact_id ? [lead.contact_id] : [];
    if (lead.contact_id)
      await joinAccount(inner, { contactId: lead.contact_id, customerId, roles: input.roles, follows: lead.id });
    for (const person of input.contacts) contactIds.push((await addContact(inner, { ...person, customerId })).id);
    const opportunity = input.opportunity
      ? await openOpportunity(inner, {
          ...input.opportunity,
          customerId,
          contactId: lead.contact_id ?? undefined,
          ownerId: lead.owner_id ?? undefined,
          leadId: lead.id,
        })
      : null;
    await convertLead(inner, { leadId: lead.id, customerId, contactIds, opportunityId: opportunity?.id ?? null });
    return { id: lead.id, customerId, opportunityId: opportunity?.id ?? null };
  });

async function accountOf(
  ctx: Context,
  input: Qualification,
  lead: { id: string; contact_id: string | null; owner_id: string | null; team_id: string | null },
): Promise<string> {
  if ("customerId" in input.account) {
    const { customerId } = input.account;
    return found(
      await ctx
        .tx!.selectFrom("customers")
        .select("id")
        .where("id", "=", customerId)
        .where("merged_into_id", "is", null)
        .executeTakeFirst(),
      "customer",
      customerId,
    ).id;
  }
  const { kind, name, siren, vatNumber, address } = input.account;
  const made = await createCustomer(ctx, {
    kind,
    name,
    siren,
    vatNumber,
    billingAddress: address,
    ownerId: lead.owner_id,
    teamId: lead.team_id,
    leadId: lead.id,
    locale: await languageOf(ctx, lead.contact_id),
  });
  return made.id;
}

/** The account, its invoices and the colleagues whose language nobody said begin in the language of whoever wrote to us. */
async function languageOf(ctx: Context, contactId: string | null): Promise<Locale | undefined> {
  if (!contactId) return undefined;
  const person = await ctx.tx!.selectFrom("contacts").select("locale").where("id", "=", contactId).executeTakeFirst();
  return person?.locale as Locale | undefined;
}
