import { sql } from "kysely";
import type { Tx } from "#platform/database.ts";

export interface Route {
  ownerId: string;
  ownerName: string;
  teamId: string | null;
  rule: string;
}

/** Who gets a lead: the first routing rule that matches it, and in its team (or among all sellers) the least busy, or whose turn it is. */
export async function routeLead(tx: Tx, lead: { source: string; company: string | null }): Promise<Route | undefined> {
  const rules = await tx.selectFrom("lead_routing_rules").selectAll().orderBy("position").execute();
  const rule = rules.find(({ matches }) =>
    Object.entries(matches as Record<string, string>).every(([field, pattern]) =>
      new RegExp(pattern, "i").test(String(lead[field as "source"] ?? "")),
    ),
  );
  const byTurns = rule?.strategy === "round_robin";
  const { rows } = await sql<{ id: string; name: string; team_id: string | null }>`
    select s.id, s.name, s.team_id from staff s
    where s.active and 'seller' = any (s.roles) and (${rule?.team_id ?? null}::uuid is null or s.team_id = ${rule?.team_id ?? null})
    order by ${byTurns ? sql`(select max(l.handed_over_at) from leads l where l.owner_id = s.id) nulls first` : sql`(select count(*) from leads l where l.owner_id = s.id and l.closed_at is null)`}, s.name
    limit 1 for update of s`.execute(tx);
  const seller = rows[0];
  return (
    seller && {
      ownerId: seller.id,
      ownerName: seller.name,
      teamId: seller.team_id,
      rule: rule?.name ?? (byTurns ? "by turns" : "least busy seller"),
    }
  );
}
