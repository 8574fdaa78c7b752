import type { Context } from "#platform/context.ts";
import { enqueue } from "#platform/jobs/task.ts";
import { write } from "#platform/write.ts";
import { passwordLink } from "./set-password.ts";

/** Asks for a link to choose a new password. Says the same to everyone, so that nobody learns who works here. */
export const requestPassword = (ctx: Context, input: { email: string }) =>
  write(ctx, async (tx) => {
    const member = await tx
      .selectFrom("staff")
      .select("id")
      .where((eb) => eb(eb.fn("lower", ["email"]), "=", input.email.toLowerCase()))
      .where("active", "=", true)
      .executeTakeFirst();
    if (member) {
      const actionUrl = await passwordLink(ctx.app, tx, member.id, new Date(ctx.now.getTime() + 3_600_000));
      await enqueue(tx, "messaging/send-to-staff", {
        staffId: member.id,
        template: "staff.password",
        actionUrl,
        sensitive: true,
      });
    }
    return { sent: true as const };
  });
