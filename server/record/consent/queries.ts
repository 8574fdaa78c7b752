import { type Context, reader } from "#platform/context.ts";
import { seeContact } from "#record/customers/visible.ts";
import { verifyChain } from "./ledger.ts";
import { showPreferences } from "./preferences.ts";
import { listPurposes } from "./purposes.ts";

export const showPurposes = async (ctx: Context) => ({ rows: await listPurposes(reader(ctx)) });

/** A contact's preferences and the rows of the ledger behind them, newest first. */
export async function showConsentsOf(ctx: Context, input: { contactId: string }) {
  const db = reader(ctx);
  await seeContact(ctx, db, input.contactId);
  const { preferences } = await showPreferences(ctx, input.contactId);
  const rows = await db
    .selectFrom("consent_events")
    .selectAll()
    .where("contact_id", "=", input.contactId)
    .orderBy("number", "desc")
    .limit(200)
    .execute();
  return {
    preferences,
    ledger: rows.map((row) => ({
      id: row.id,
      number: row.number.toString(),
      purpose: row.purpose,
      textVersion: row.text_version,
      action: row.action as "requested" | "given" | "withdrawn",
      at: row.at,
      proof: row.proof as Record<string, unknown>,
      hash: row.hash.toString("hex"),
    })),
  };
}

export async function verifyLedger(ctx: Context) {
  const { whole, length, brokenAt } = await verifyChain(reader(ctx));
  return { whole, length: length.toString(), brokenAt, checkedAt: ctx.now };
}
