import type { Context } from "#platform/context.ts";

export interface Period {
  from?: Date | undefined;
  to?: Date | undefined;
  days?: number | undefined;
  segment?: string | undefined;
}

const dayMs = 86_400_000;

/**
 * The period asked for, in whole UTC days because touchpoints are counted by them; else the last `days` (365). So the
 * events listed for a period are the ones counted in it.
 */
export function periodOf(ctx: Context, input: Period): { from: Date; to: Date } {
  const to = new Date(Math.ceil((input.to ?? new Date(ctx.now.getTime() + 1)).getTime() / dayMs) * dayMs);
  const from = input.from ?? new Date(to.getTime() - (input.days ?? 365) * dayMs);
  return { from: new Date(Math.floor(from.getTime() / dayMs) * dayMs), to };
}
