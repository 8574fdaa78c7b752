import type { TimedJob } from "#events/timed-job.ts";
import { write } from "#platform/write.ts";
import { breachIfLate } from "./clocks.ts";
import { mailUnseen } from "./mail-unseen.ts";
import { wakeSnoozed } from "./snooze-conversation.ts";

const batch = 200;

export const conversationsJobs: readonly TimedJob[] = [
  {
    name: "conversations/watch-clocks",
    everyMs: 15_000,
    /** A promised time has passed: said once per clock. */
    async run(ctx) {
      const late = await ctx.app.db
        .selectFrom("conversation_clocks")
        .select("id")
        .where("state", "=", "running")
        .where("breached_at", "is", null)
        .where("due_at", "<", ctx.now)
        .orderBy("due_at")
        .limit(batch)
        .execute();
      for (const { id } of late) {
        await write(ctx, async (tx) => {
          const clock = await tx
            .selectFrom("conversation_clocks")
            .selectAll()
            .where("id", "=", id)
            .where("state", "=", "running")
            .forUpdate()
            .executeTakeFirst();
          if (clock) await breachIfLate(tx, ctx, clock);
        });
      }
    },
  },
  { name: "conversations/mail-unseen", everyMs: 15_000, run: mailUnseen },
  { name: "conversations/wake-snoozed", everyMs: 15_000, run: wakeSnoozed },
];
