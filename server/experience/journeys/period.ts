import type { Context } from "#platform/context.ts";

export interface Period {
  from?: Date | undefined;
  to?: Date | undefined;
  segment?: string | undefined;
}

/** The period asked for; the last 90 days when none is. */
export function periodOf(ctx: Context, input: Period): { from: Date; to: Date } {
  const to = input.to ?? new Date(ctx.now.getTime() + 1);
  return { from: input.from ?? new Date(to.getTime() - 90 * 86_400_000), to };
}
