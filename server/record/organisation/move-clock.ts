import type { Context } from "#platform/context.ts";
import { json } from "#platform/database.ts";
import { refuseUnless } from "#platform/errors.ts";
import { write } from "#platform/write.ts";

/** Demo only: moves the clock of the whole installation forward, never back. Other processes follow within a second. */
export const moveClock = (ctx: Context, input: { to?: Date | undefined; advanceMinutes?: number | undefined }) =>
  write(ctx, async (tx) => {
    const { app } = ctx;
    refuseUnless(app.config.demo, "clock.not_demo");
    const target = input.to ?? new Date(ctx.now.getTime() + (input.advanceMinutes ?? 0) * 60_000);
    refuseUnless(target.getTime() >= ctx.now.getTime(), "clock.backwards");
    const offsetMs = app.clock.offsetMs() + (target.getTime() - ctx.now.getTime());
    await tx
      .insertInto("installation_settings")
      .values({ key: "clock_offset_ms", value: json(offsetMs) })
      .onConflict((conflict) => conflict.column("key").doUpdateSet({ value: json(offsetMs), updated_at: new Date() }))
      .execute();
    app.clock.setOffsetMs(offsetMs);
    return { now: app.clock.now() };
  });
