import type { Context } from "#platform/context.ts";
import { newId } from "#platform/ids.ts";
import { write } from "#platform/write.ts";

/** A team: who shares records with whom where scope is "team". */
export const createTeam = (ctx: Context, input: { name: string }) =>
  write(ctx, async (tx) => {
    const id = newId();
    await tx.insertInto("teams").values({ id, name: input.name }).execute();
    return { id };
  });
