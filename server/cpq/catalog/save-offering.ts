import type { z } from "zod";
import type { Context } from "#platform/context.ts";
import { json } from "#platform/database.ts";
import { found, refuseUnless } from "#platform/errors.ts";
import { newId } from "#platform/ids.ts";
import { write } from "#platform/write.ts";
import { refuseBadModel } from "./check-price.ts";
import type { catalogContract } from "./contract.ts";

type Create = z.infer<NonNullable<(typeof catalogContract.create)["~orpc"]["inputSchema"]>>;
type Change = z.infer<NonNullable<(typeof catalogContract.change)["~orpc"]["inputSchema"]>>;

/** Drafts an offering: not on sale until it is published. */
export const createOffering = (ctx: Context, input: Create) =>
  write(ctx, async (tx) => {
    refuseUnless((input.kind === "subscription") === (input.everyMonths !== null), "offering.period_mismatch");
    const id = newId();
    await tx
      .insertInto("offerings")
      .values({
        id,
        sku: input.sku,
        kind: input.kind,
        every_months: input.everyMonths,
        name: json(input.name),
        description: json(input.description),
        family: input.family,
        ...columns(input),
        created_at: ctx.now,
      })
      .execute();
    return { id };
  });

/** Changes what the next publication will say; documents and subscriptions already made keep their version. */
export const changeOffering = (ctx: Context, input: Change) =>
  write(ctx, async (tx) => {
    const offering = found(
      await tx
        .selectFrom("offerings")
        .select(["id", "status", "kind", "version", "every_months"])
        .where("id", "=", input.offeringId)
        .forUpdate()
        .executeTakeFirst(),
      "offering",
      input.offeringId,
    );
    refuseUnless(offering.status !== "retired", "offering.retired");
    const { name, description, family, everyMonths } = input;
    refuseUnless(
      everyMonths === undefined || (offering.kind === "subscription") === (everyMonths !== null),
      "offering.period_mismatch",
    );
    refuseUnless(
      everyMonths === undefined || offering.version === 0 || everyMonths === offering.every_months,
      "offering.period_sold",
    );
    await tx
      .updateTable("offerings")
      .set({
        ...columns(input),
        ...(name && { name: json(name) }),
        ...(description && { description: json(description) }),
        ...(family && { family }),
        ...(everyMonths !== undefined && { every_months: everyMonths }),
        updated_at: ctx.now,
      })
      .where("id", "=", offering.id)
      .execute();
    return { id: offering.id };
  });

function columns(input: { [K in keyof Create]?: Create[K] | undefined }) {
  for (const meter of input.meters ?? []) refuseBadModel(meter.model);
  return {
    ...(input.taxClass !== undefined && { tax_class: input.taxClass }),
    ...(input.delivery !== undefined && { delivery: input.delivery }),
    ...(input.leadTimeDays !== undefined && { lead_time_days: input.leadTimeDays }),
    ...(input.unitCostMinor !== undefined && { unit_cost_minor: input.unitCostMinor }),
    ...(input.termMonths !== undefined && { term_months: input.termMonths }),
    ...(input.meters !== undefined && { meters: json(input.meters) }),
    ...(input.characteristics !== undefined && { characteristics: json(input.characteristics) }),
  };
}
