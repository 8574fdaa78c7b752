import type { Context } from "#platform/context.ts";
import { write } from "#platform/write.ts";
import { portalCookie } from "./portal-session.ts";

/** Ends every portal session of the contact who asks: this browser's and any other's. */
export const signOut = (ctx: Context) =>
  write(ctx, async (tx) => {
    await tx.deleteFrom("portal_sessions").where("contact_id", "=", ctx.actor.id).execute();
    ctx.setCookie?.(portalCookie, "", { expires: new Date(0) });
    return { id: ctx.actor.id };
  });
