import type { Context } from "#platform/context.ts";
import { write } from "#platform/write.ts";

/** What we promise from now on; clocks already running keep the promise they started with. */
export const changeSettings = (ctx: Context, input: { firstResponseMinutes: number; resolutionDays: number }) =>
  write(ctx, async (tx) => {
    await tx
      .updateTable("conversation_settings")
      .set({ first_response_minutes: input.firstResponseMinutes, resolution_days: input.resolutionDays })
      .execute();
    return input;
  });
