import type { App, Context } from "#platform/context.ts";

/** The stored offset of the demo clock, so that every process shares one time and a restart keeps it. */
export async function readClockOffsetMs(app: Pick<App, "db">): Promise<number> {
  const row = await app.db
    .selectFrom("installation_settings")
    .select("value")
    .where("key", "=", "clock_offset_ms")
    .executeTakeFirst();
  return typeof row?.value === "number" ? row.value : 0;
}

export async function followClock({ app }: Context): Promise<void> {
  if (app.config.demo) app.clock.setOffsetMs(await readClockOffsetMs(app));
}
