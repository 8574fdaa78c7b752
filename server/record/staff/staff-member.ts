import type { Selectable } from "kysely";
import type { DB } from "#db/schema.ts";
import type { Actor, Role } from "#platform/context.ts";
import type { Database } from "#platform/database.ts";

export type StaffRow = Selectable<DB["staff"]>;

/** The staff member with this id, unless deactivated. */
export const activeStaff = (db: Database, staffId: string): Promise<StaffRow | undefined> =>
  db.selectFrom("staff").selectAll().where("id", "=", staffId).where("active", "=", true).executeTakeFirst();

/**
 * A staff member as the actor of a request. `only` narrows the roles, for an API key with fewer than its owner; an
 * administrator, who may do everything, may give a key any roles.
 */
export function actorOf(member: StaffRow, only?: readonly string[]): Extract<Actor, { kind: "staff" }> {
  const own = member.roles as Role[];
  const kept = only ? (own.includes("admin") ? (only as Role[]) : own.filter((role) => only.includes(role))) : own;
  return {
    kind: "staff",
    id: member.id,
    name: member.name,
    roles: kept,
    teamId: member.team_id,
    scope: member.scope as "own" | "team" | "all",
  };
}
