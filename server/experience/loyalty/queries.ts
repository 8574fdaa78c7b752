import { sql } from "kysely";
import { type Context, reader } from "#platform/context.ts";
import { decodeCursor, page } from "#platform/page.ts";
import { write } from "#platform/write.ts";
import { codeOf, me } from "./refer.ts";

type Status = "made" | "lead" | "customer" | "converted";

export async function listReferrals(
  ctx: Context,
  input: { cursor?: string | undefined; limit: number; status?: Status | undefined },
) {
  let query = reader(ctx)
    .selectFrom("referral_list")
    .selectAll()
    .orderBy("made_at", "desc")
    .orderBy("id", "desc")
    .limit(input.limit + 1);
  if (input.status) query = query.where("status", "=", input.status);
  if (input.cursor) {
    const [at, id] = decodeCursor(input.cursor, 2);
    query = query.where(sql<boolean>`(made_at, id) < (${at}::timestamptz, ${id}::uuid)`);
  }
  const cut = page(await query.execute(), input.limit, (row) => [row.made_at, row.id]);
  return {
    rows: cut.rows.map((row) => ({
      id: row.id!,
      name: row.name!,
      email: row.email!,
      company: row.company,
      status: row.status as Status,
      madeAt: row.made_at!,
      convertedAt: row.converted_at,
      referrer: row.referrer!,
      customerId: row.customer_id,
      newCustomerId: row.new_customer_id,
    })),
    nextCursor: cut.nextCursor,
  };
}

export async function showSummary(ctx: Context) {
  const db = reader(ctx);
  const { rows: counts } = await sql<{
    referrals: number;
    converted: number;
  }>`select count(*)::int as referrals, count(*) filter (where status = 'converted')::int as converted from referrals`.execute(
    db,
  );
  const { rows: rewards } = await sql<{
    currency: string;
    amount: bigint;
  }>`select currency, sum(amount_minor)::bigint as amount from rewards where amount_minor is not null group by currency`.execute(
    db,
  );
  const testimonials = await db
    .selectFrom("testimonials")
    .selectAll()
    .where("withdrawn_at", "is", null)
    .orderBy("granted_at", "desc")
    .limit(50)
    .execute();
  const settings = await db.selectFrom("loyalty_settings").selectAll().executeTakeFirstOrThrow();
  return {
    ...counts[0]!,
    rewards: rewards.map((row) => ({ currency: row.currency, amountMinor: row.amount })),
    testimonials: testimonials.map((row) => ({
      id: row.id,
      quote: row.quote,
      publicName: row.public_name,
      grantedAt: row.granted_at,
    })),
    rewardMinor: settings.reward_minor,
    currency: settings.currency,
  };
}

export const changeReward = (ctx: Context, input: { rewardMinor: bigint }) =>
  write(ctx, async (tx) => {
    await tx.updateTable("loyalty_settings").set({ reward_minor: input.rewardMinor }).execute();
    return { rewardMinor: input.rewardMinor };
  });

export const myReferrals = (ctx: Context) =>
  write({ ...ctx, idempotency: undefined }, async (tx) => {
    const { contactId, customerId } = me(ctx);
    const code = await codeOf(tx, ctx, contactId, customerId);
    const rows = await tx
      .selectFrom("referrals")
      .selectAll()
      .where("contact_id", "=", contactId)
      .orderBy("made_at", "desc")
      .limit(200)
      .execute();
    const rewards = await tx
      .selectFrom("rewards")
      .selectAll()
      .where("contact_id", "=", contactId)
      .orderBy("granted_at", "desc")
      .limit(200)
      .execute();
    const said = await tx
      .selectFrom("testimonials")
      .select(["quote", "public_name"])
      .where("contact_id", "=", contactId)
      .where("withdrawn_at", "is", null)
      .executeTakeFirst();
    const settings = await tx.selectFrom("loyalty_settings").selectAll().executeTakeFirstOrThrow();
    return {
      code,
      rewardMinor: settings.reward_minor,
      currency: settings.currency,
      rows: rows.map((row) => ({
        id: row.id,
        name: row.name,
        email: row.email,
        company: row.company,
        status: row.status as Status,
        madeAt: row.made_at,
        convertedAt: row.converted_at,
      })),
      rewards: rewards.map((row) => ({
        id: row.id,
        what: row.what,
        reason: row.reason,
        amountMinor: row.amount_minor,
        currency: row.currency,
        grantedAt: row.granted_at,
      })),
      testimonial: said ? { quote: said.quote, publicName: said.public_name } : null,
    };
  });
