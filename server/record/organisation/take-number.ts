import { sql } from "kysely";
import type { Tx } from "#platform/database.ts";

/**
 * The next number of a series without gaps, e.g. takeNumber(tx, "invoice-2026", "FAC-2026-") = "FAC-2026-00001". The row
 * is locked until the transaction ends: rolled back, the number is free again (sequences leak; law forbids gaps).
 */
export async function takeNumber(tx: Tx, series: string, prefix: string, digits = 5): Promise<string> {
  const { rows } = await sql<{ number: bigint; prefix: string }>`
    insert into number_series (series, prefix, next_number) values (${series}, ${prefix}, 2)
    on conflict (series) do update set next_number = number_series.next_number + 1
    returning next_number - 1 as number, prefix`.execute(tx);
  const { number, prefix: kept } = rows[0]!;
  return kept + number.toString().padStart(digits, "0");
}
