import type { TimedJob } from "#events/timed-job.ts";
import { resolveConversation } from "#front-office/conversations/resolve-conversation.ts";
import { write } from "#platform/write.ts";

/** Nothing more was said for this long after an answer: taken as settled, and counted apart from what was confirmed. */
const silenceMs = 86_400_000;

export const assistantJobs: readonly TimedJob[] = [
  {
    name: "assistant/assume-settled",
    everyMs: 60_000,
    async run(ctx) {
      const quiet = await ctx.app.db
        .selectFrom("assistant_settled")
        .select(["message_id", "conversation_id"])
        .where("at", "<", new Date(ctx.now.getTime() - silenceMs))
        .limit(200)
        .execute();
      for (const { message_id, conversation_id } of quiet)
        await write(ctx, async (tx) => {
          const mine = await tx
            .updateTable("assistant_turns")
            .set({ assumed_at: ctx.now })
            .where("message_id", "=", message_id!)
            .where("assumed_at", "is", null)
            .where("confirmed_at", "is", null)
            .returning("message_id")
            .executeTakeFirst();
          if (mine) await resolveConversation({ ...ctx, tx }, { conversationId: conversation_id! });
        });
    },
  },
];
