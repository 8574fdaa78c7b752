import type { Context, Role } from "#platform/context.ts";
import { found, refuseUnless } from "#platform/errors.ts";
import { write } from "#platform/write.ts";
import { authOf } from "./auth.ts";
import { authTables } from "./auth-tables.ts";
import { forgetStaffActors } from "./staff-actor.ts";

/**
 * A key that acts in its owner's name, with the roles chosen (an administrator may choose any, others among their own).
 * The key is in this answer only: what is kept is its hash.
 */
export async function createApiKey(ctx: Context, input: { name: string; roles: Role[]; expiresInDays?: number | undefined }) {
  const { actor } = ctx;
  refuseUnless(
    actor.kind === "staff" && (actor.roles.includes("admin") || input.roles.every((role) => actor.roles.includes(role))),
    "api_key.roles_not_yours",
  );
  const make = async () => {
    const { key, id } = await authOf(ctx.app).api.createApiKey({
      body: {
        name: input.name,
        userId: actor.id,
        metadata: { roles: input.roles },
        ...(input.expiresInDays ? { expiresIn: input.expiresInDays * 86_400 } : {}),
      },
    });
    return { id, key };
  };
  return write(ctx, make, { secretAnswer: true });
}

/** All keys for administrators, one's own for others. */
export async function listApiKeys(ctx: Context) {
  const { actor, app } = ctx;
  const everyones = actor.kind === "staff" && actor.roles.includes("admin");
  let query = authTables(app.db)
    .selectFrom("apikey")
    .select(["id", "name", "start", "referenceId", "createdAt", "expiresAt", "lastRequest", "metadata"])
    .orderBy("createdAt", "desc")
    .limit(200);
  if (!everyones) query = query.where("referenceId", "=", actor.id);
  const rows = await query.execute();
  const owners =
    rows.length === 0
      ? []
      : await app.db
          .selectFrom("staff")
          .select(["id", "name"])
          .where(
            "id",
            "in",
            rows.map((row) => row.referenceId),
          )
          .execute();
  const names = new Map(owners.map((owner) => [owner.id, owner.name]));
  return {
    rows: rows.map((row) => ({
      id: row.id,
      name: row.name ?? "",
      start: row.start ?? "",
      roles: rolesIn(row.metadata),
      ownerId: row.referenceId,
      ownerName: names.get(row.referenceId) ?? "",
      createdAt: row.createdAt,
      expiresAt: row.expiresAt,
      lastUsedAt: row.lastRequest,
    })),
  };
}

/** Ends a key at once. */
export async function revokeApiKey(ctx: Context, input: { apiKeyId: string }) {
  const { actor, app } = ctx;
  let query = authTables(app.db).deleteFrom("apikey").where("id", "=", input.apiKeyId).returning("id");
  if (!(actor.kind === "staff" && actor.roles.includes("admin"))) query = query.where("referenceId", "=", actor.id);
  found(await query.executeTakeFirst(), "API key", input.apiKeyId);
  forgetStaffActors(app);
  return { id: input.apiKeyId };
}

/** The library keeps metadata as JSON text, at times twice over. */
function rolesIn(metadata: string | null): Role[] {
  let value: unknown = metadata;
  for (let depth = 0; typeof value === "string" && depth < 3; depth += 1) value = JSON.parse(value);
  return ((value as { roles?: Role[] } | null)?.roles ?? []) as Role[];
}
