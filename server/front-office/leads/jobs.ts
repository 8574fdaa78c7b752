import { append } from "#events/append.ts";
import type { TimedJob } from "#events/timed-job.ts";
import type { Task } from "#platform/jobs/task.ts";
import { write } from "#platform/write.ts";
import { nurtureLead } from "./nurture-lead.ts";
import type { NurtureStep } from "./nurture-steps.ts";
import { rescoreLead } from "./rescore-lead.ts";

export const leadsTasks: readonly Task[] = [{ name: "leads/score", run: (ctx, input) => rescoreLead(ctx, String(input.leadId)) }];

const batch = 200;

export const leadsJobs: readonly TimedJob[] = [
  {
    name: "leads/nurture",
    everyMs: 15_000,
    /** Those who went quiet get the next nurture step. */
    async run(ctx) {
      const settings = await ctx.app.db.selectFrom("lead_settings").select("nurture").executeTakeFirstOrThrow();
      const steps = settings.nurture as unknown as NurtureStep[];
      for (const [index, step] of steps.entries()) {
        const quietSince = new Date(ctx.now.getTime() - step.afterDays * 86_400_000);
        const quiet = await ctx.app.db
          .selectFrom("leads")
          .select("id")
          .where("closed_at", "is", null)
          .where("contact_id", "is not", null)
          .where("status", "in", ["new", "nurturing", "recycled"])
          .where("nurture_step", "=", index)
          .where("last_touch_at", "<=", quietSince)
          .orderBy("last_touch_at")
          .limit(batch)
          .execute();
        for (const lead of quiet) await nurtureLead(ctx, { leadId: lead.id, step, index });
      }
    },
  },
  {
    name: "leads/watch-clocks",
    everyMs: 15_000,
    /** A seller has not answered in the promised time: said once. */
    async run(ctx) {
      const late = await ctx.app.db
        .selectFrom("leads")
        .select(["id", "contact_id", "respond_by"])
        .where("responded_at", "is", null)
        .where("breached_at", "is", null)
        .where("closed_at", "is", null)
        .where("respond_by", "<", ctx.now)
        .limit(batch)
        .execute();
      for (const lead of late) {
        await write(ctx, async (tx) => {
          const mine = await tx
            .updateTable("leads")
            .set({ breached_at: ctx.now })
            .where("id", "=", lead.id)
            .where("breached_at", "is", null)
            .where("responded_at", "is", null)
            .returning("id")
            .executeTakeFirst();
          if (mine)
            await append(tx, ctx, "clock.breached", {
              subjectId: lead.id,
              contactId: lead.contact_id,
              data: { clock: "lead response", dueAt: lead.respond_by!, leadId: lead.id },
            });
        });
      }
    },
  },
];
