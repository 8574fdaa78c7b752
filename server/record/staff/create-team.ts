import { sql } from "kysely";
import type { Context } from "#platform/context.ts";
import { refuseUnless } from "#platform/errors.ts";
import { newId } from "#platform/ids.ts";
import { write } from "#platform/write.ts";

/** A team: who shares records with whom where scope is "team". Two teams cannot have the same name, whatever the capitals. */
export const createTeam = (ctx: Context, input: { name: string }) =>
  write(ctx, async (tx) => {
    const same = await tx
      .selectFrom("teams")
      .select("id")
      .where(sql<boolean>`lower(name) = lower(${input.name})`)
      .executeTakeFirst();
    refuseUnless(!same, "team.name_taken", { name: input.name });
    const id = newId();
    await tx.insertInto("teams").values({ id, name: input.name }).execute();
    return { id };
  });
