import { sql } from "kysely";
import type { Context, Role } from "#platform/context.ts";
import type { Database } from "#platform/database.ts";
import { decodeCursor, page } from "#platform/page.ts";
import type { StaffRow } from "./staff-member.ts";

interface Filter {
  cursor?: string | undefined;
  limit: number;
  search?: string | undefined;
  role?: Role | undefined;
  teamId?: string | undefined;
  active?: boolean | undefined;
}

/** People who work here, by name. `search` looks in name and e-mail. */
export async function listStaff(ctx: Context, filter: Filter) {
  let query = ctx.app.db
    .selectFrom("staff_list")
    .selectAll()
    .orderBy("name")
    .orderBy("id")
    .limit(filter.limit + 1);
  if (filter.search)
    query = query.where((eb) =>
      eb.or([eb("name", "ilike", `%${escapeLike(filter.search!)}%`), eb("email", "ilike", `%${escapeLike(filter.search!)}%`)]),
    );
  if (filter.role) query = query.where(sql<boolean>`roles @> array[${filter.role}]`);
  if (filter.teamId) query = query.where("team_id", "=", filter.teamId);
  if (filter.active !== undefined) query = query.where("active", "=", filter.active);
  if (filter.cursor) {
    const [name, id] = decodeCursor(filter.cursor, 2);
    query = query.where((eb) =>
      eb.or([eb("name", ">", String(name)), eb.and([eb("name", "=", String(name)), eb("id", ">", String(id))])]),
    );
  }
  const { rows, nextCursor } = page(await query.execute(), filter.limit, (row) => [row.name, row.id]);
  return { rows: rows.map(memberOf), nextCursor };
}

export const memberById = (db: Database, staffId: string) =>
  db.selectFrom("staff_list").selectAll().where("id", "=", staffId).executeTakeFirst();

export const memberOf = (row: NonNullable<Awaited<ReturnType<typeof memberById>>>) => ({
  id: row.id!,
  name: row.name!,
  email: row.email!,
  phone: row.phone,
  roles: row.roles as Role[],
  teamId: row.team_id,
  teamName: row.team_name,
  scope: row.scope as StaffRow["scope"] as "own" | "team" | "all",
  locale: row.locale as "en" | "fr",
  skills: row.skills!,
  active: row.active!,
  joined: row.joined!,
  twoFactor: row.two_factor!,
});

export const escapeLike = (text: string): string => text.replace(/[\\%_]/g, (char) => `\\${char}`);
