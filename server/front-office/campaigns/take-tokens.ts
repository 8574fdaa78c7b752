import { sql } from "kysely";
import type { Database } from "#platform/database.ts";

/**
 * How many messages may leave now, at most `wanted`: a token bucket the whole installation shares, refilled as real time
 * passes (the demo clock does not speed mail servers up).
 */
export async function takeTokens(db: Database, wanted: number): Promise<number> {
  const { rows } = await sql<{ taken: number }>`
    with pace as (
      select least(burst, tokens + per_second * extract(epoch from clock_timestamp() - refilled_at)) as available from campaign_pace for update
    ), taken as (select available, least(${wanted}::int, floor(available))::int as n from pace)
    update campaign_pace set tokens = taken.available - taken.n, refilled_at = clock_timestamp() from taken returning taken.n as taken`.execute(
    db,
  );
  return rows[0]!.taken;
}
