import { sql } from "kysely";
import type { Context } from "#platform/context.ts";
import { json } from "#platform/database.ts";
import { found } from "#platform/errors.ts";
import { newId } from "#platform/ids.ts";
import { write } from "#platform/write.ts";
import { refuseBadModel } from "./check-price.ts";

/** Sets the price of an offering in a book from a day on. The price before it ends the day before; history is kept. */
export const setPrice = (
  ctx: Context,
  input: { priceBookId: string; offeringId: string; price: Record<string, unknown> & { kind: string }; validFrom: string },
) =>
  write(ctx, async (tx) => {
    refuseBadModel(input.price);
    found(
      await tx.selectFrom("price_books").select("id").where("id", "=", input.priceBookId).executeTakeFirst(),
      "price book",
      input.priceBookId,
    );
    found(
      await tx.selectFrom("offerings").select("id").where("id", "=", input.offeringId).executeTakeFirst(),
      "offering",
      input.offeringId,
    );
    const id = newId();
    const row = await tx
      .insertInto("prices")
      .values({
        id,
        price_book_id: input.priceBookId,
        offering_id: input.offeringId,
        price: json(input.price),
        valid_from: input.validFrom,
      })
      .onConflict((conflict) =>
        conflict.columns(["price_book_id", "offering_id", "valid_from"]).doUpdateSet({ price: json(input.price) }),
      )
      .returning("id")
      .executeTakeFirstOrThrow();
    await sql`
      update prices p set valid_until = (select min(n.valid_from) - 1 from prices n where n.price_book_id = p.price_book_id and n.offering_id = p.offering_id and n.valid_from > p.valid_from)
      where price_book_id = ${input.priceBookId} and offering_id = ${input.offeringId}`.execute(tx);
    return { id: row.id };
  });

export const createPriceBook = (
  ctx: Context,
  input: {
    name: string;
    currency: string;
    segment: string | null;
    region: string | null;
    validFrom: string | null;
    validUntil: string | null;
    priority: number;
  },
) =>
  write(ctx, async (tx) => {
    const id = newId();
    await tx
      .insertInto("price_books")
      .values({
        id,
        name: input.name,
        currency: input.currency,
        segment: input.segment,
        region: input.region,
        valid_from: input.validFrom,
        valid_until: input.validUntil,
        priority: input.priority,
      })
      .execute();
    return { id };
  });
