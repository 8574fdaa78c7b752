import { sql } from "kysely";
import type { Tx } from "#platform/database.ts";

export interface Taker {
  id: string;
  name: string;
  teamId: string | null;
}

/** Whose turn it is: of the active agents (of one team, if given) the one with the fewest matters in hand, then the one who waited longest for a new one. */
export async function pickAgent(tx: Tx, teamId?: string | null, but?: string | null): Promise<Taker | undefined> {
  const { rows } = await sql<{ id: string; name: string; team_id: string | null }>`
    select s.id, s.name, s.team_id from staff s
    where s.active and ('agent' = any (s.roles) or (${teamId ?? null}::uuid is not null and s.team_id = ${teamId ?? null}))
      and (${teamId ?? null}::uuid is null or s.team_id = ${teamId ?? null}) and (${but ?? null}::uuid is null or s.id <> ${but ?? null})
    order by (select count(*) from conversations v where v.assignee_id = s.id and v.status in ('open', 'waiting')),
      (select max(v.assigned_at) from conversations v where v.assignee_id = s.id) nulls first, s.name
    limit 1 for update of s`.execute(tx);
  const agent = rows[0];
  return agent && { id: agent.id, name: agent.name, teamId: agent.team_id };
}
