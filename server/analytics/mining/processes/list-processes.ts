import { sql } from "kysely";
import { type Context, reader } from "#platform/context.ts";
import { processes } from "./all.ts";

/** The processes there are, how many cases each has had, and between when. */
export async function listProcesses(ctx: Context) {
  const { rows } = await sql<{ process: string; cases: number; first: Date; last: Date }>`
    select process, count(*)::int as cases, min(started_at) as first, max(ended_at) as last from process_cases group by process`.execute(
    reader(ctx),
  );
  return {
    rows: processes.map(({ key, name, steps, by, model }) => {
      const own = rows.find((row) => row.process === key);
      return {
        key,
        name,
        cases: own?.cases ?? 0,
        firstAt: own?.first ?? null,
        lastAt: own?.last ?? null,
        steps: [...steps],
        by: [...by],
        stages: model.stages.map(({ name: stage, rank, optional, repeatable, maxWaitMs }) => ({
          stage,
          rank,
          optional,
          repeatable,
          maxWaitHours: maxWaitMs === undefined ? null : maxWaitMs / 3_600_000,
        })),
      };
    }),
  };
}
