import type { Context } from "#platform/context.ts";
import { refuseUnless } from "#platform/errors.ts";

/** Stops what a link alone may not do (sign, change personal settings): the customer is asked for a one-time code first. */
export function requireFull(ctx: Context): void {
  refuseUnless(ctx.actor.kind === "customer" && ctx.actor.level === "full", "portal.code_needed");
}
