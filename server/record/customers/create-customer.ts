import type { Context, Locale } from "#platform/context.ts";
import { json } from "#platform/database.ts";
import { newId } from "#platform/ids.ts";
import { write } from "#platform/write.ts";
import { append } from "#events/append.ts";
import { takeNumber } from "#record/organisation/take-number.ts";
import { type ContactInput, insertContact } from "./add-contact.ts";

export interface CustomerInput {
  kind: "company" | "person";
  name: string;
  ownerId?: string | null | undefined;
  teamId?: string | null | undefined;
  parentId?: string | null | undefined;
  sector?: string | null | undefined;
  size?: string | null | undefined;
  website?: string | null | undefined;
  siren?: string | null | undefined;
  vatNumber?: string | null | undefined;
  billingAddress?: unknown;
  currency?: string | undefined;
  locale?: Locale | undefined;
  timeZone?: string | undefined;
  segment?: string | null | undefined;
  /** The lead it came from, so that the line stays whole. */
  leadId?: string | undefined;
  externalId?: string | undefined;
}

/** Some of these fields, as a change sends them. */
export type ChangedFields = { [K in keyof CustomerInput]?: CustomerInput[K] | undefined };

/** Opens an account, with its first contacts. The number ("CLI-00042") is the one customers quote. */
export const createCustomer = (ctx: Context, input: CustomerInput & { contacts?: readonly ContactInput[] | undefined }) =>
  write(ctx, async (tx) => {
    const id = newId();
    const number = await takeNumber(tx, "customers", "CLI-");
    const ownerId = input.ownerId === undefined ? defaultOwner(ctx) : input.ownerId;
    await tx
      .insertInto("customers")
      .values({
        id,
        number,
        ...columnsOf(input),
        kind: input.kind,
        name: input.name,
        owner_id: ownerId,
        external_id: input.externalId ?? null,
        created_at: ctx.now,
        updated_at: ctx.now,
      })
      .execute();
    await append(tx, ctx, "customer.created", {
      subjectId: id,
      customerId: id,
      follows: input.leadId,
      data: { name: input.name, kind: input.kind, leadId: input.leadId },
    });
    const contactIds: string[] = [];
    for (const person of input.contacts ?? []) contactIds.push(await insertContact(tx, ctx, id, person));
    return { id, number, contactIds };
  });

/** A seller owns what they create; others leave the account to be assigned. */
const defaultOwner = ({ actor }: Context): string | null =>
  actor.kind === "staff" && actor.roles.some((role) => role === "seller" || role === "sales_manager") ? actor.id : null;

/** The columns behind the fields given; those not given are left out. */
export function columnsOf(input: ChangedFields) {
  const columns = {
    kind: input.kind,
    name: input.name,
    owner_id: input.ownerId,
    team_id: input.teamId,
    parent_id: input.parentId,
    sector: input.sector,
    size: input.size,
    website: input.website,
    siren: input.siren,
    vat_number: input.vatNumber,
    billing_address:
      input.billingAddress === undefined ? undefined : input.billingAddress === null ? null : json(input.billingAddress),
    currency: input.currency,
    locale: input.locale,
    time_zone: input.timeZone,
    segment: input.segment,
  };
  return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined)) as Partial<typeof columns> &
    Record<string, never>;
}
