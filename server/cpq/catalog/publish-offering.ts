import { append } from "#events/append.ts";
import type { Context } from "#platform/context.ts";
import { json } from "#platform/database.ts";
import { found, refuseUnless } from "#platform/errors.ts";
import { write } from "#platform/write.ts";
import { toOffering } from "./offering.ts";

/** Puts an offering on sale as a new version. Refused while it has no price: nobody could buy it. */
export const publishOffering = (ctx: Context, input: { offeringId: string }) =>
  write(ctx, async (tx) => {
    const row = found(
      await tx.selectFrom("offerings").selectAll().where("id", "=", input.offeringId).forUpdate().executeTakeFirst(),
      "offering",
      input.offeringId,
    );
    refuseUnless(row.status !== "retired", "offering.retired");
    const priced = await tx.selectFrom("prices").select("id").where("offering_id", "=", row.id).limit(1).executeTakeFirst();
    refuseUnless(priced || row.kind === "bundle", "offering.no_price", { sku: row.sku });
    const version = row.version + 1;
    const offering = { ...toOffering(row), status: "published" as const, version };
    await tx
      .updateTable("offerings")
      .set({ status: "published", version, updated_at: ctx.now })
      .where("id", "=", row.id)
      .execute();
    await tx
      .insertInto("offering_versions")
      .values({ offering_id: row.id, version, published_at: ctx.now, published_by: ctx.actor.id, content: json(offering) })
      .execute();
    await append(tx, ctx, "offering.published", {
      subjectId: row.id,
      data: { name: offering.name.fr, sku: row.sku, kind: row.kind, version },
    });
    return { id: row.id, version };
  });

/** Takes an offering off sale. Quotes not yet signed must be revised; what was sold goes on. */
export const retireOffering = (ctx: Context, input: { offeringId: string }) =>
  write(ctx, async (tx) => {
    const row = await tx
      .updateTable("offerings")
      .set({ status: "retired", updated_at: ctx.now })
      .where("id", "=", input.offeringId)
      .returning("id")
      .executeTakeFirst();
    return { id: found(row, "offering", input.offeringId).id };
  });
