import type { Context, Role } from "../context.ts";
import type { OperationMeta } from "../contract.ts";
import { refuse } from "../errors.ts";

export interface DeclaredPermission {
  permission: string;
  fr: string;
  /** "cpq/quotes": where it was declared */
  module: string;
  roles: readonly Role[];
}

const rolesByPermission = new Map<string, ReadonlySet<Role>>();
let declared: readonly DeclaredPermission[] = [];

/** Called once at start with the permissions of every module. */
export function registerPermissions(all: readonly DeclaredPermission[]): void {
  declared = all;
  rolesByPermission.clear();
  for (const { permission, roles } of all) rolesByPermission.set(permission, new Set(roles));
}

/** Every permission there is, in the order of the modules. */
export const declaredPermissions = (): readonly DeclaredPermission[] => declared;

/** Whether someone holds a permission; administrators hold all. A permission nobody declared is a bug. */
export function may(ctx: Pick<Context, "actor">, permission: string): boolean {
  const allowed = rolesByPermission.get(permission);
  if (!allowed) throw new Error(`the permission "${permission}" is not declared in any module`);
  return ctx.actor.kind === "staff" && (ctx.actor.roles.includes("admin") || ctx.actor.roles.some((role) => allowed.has(role)));
}

export const permissionsOf = (ctx: Pick<Context, "actor">): string[] =>
  [...rolesByPermission.keys()].filter((permission) => may(ctx, permission));

/** Stops a call its caller may not make. Runs before the input is even looked at. */
export function authorise(ctx: Context, meta: OperationMeta): void {
  if (meta.audience === "public") return;
  if (meta.audience === "customer") {
    if (ctx.actor.kind !== "customer") refuse("auth.sign_in");
    return;
  }
  if (ctx.actor.kind !== "staff") refuse("auth.sign_in");
  if (!may(ctx, meta.permission)) refuse("auth.not_allowed", { permission: meta.permission });
}
