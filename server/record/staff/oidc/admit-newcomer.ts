import type { App, Context } from "#platform/context.ts";
import { newId } from "#platform/ids.ts";
import { write } from "#platform/write.ts";
import { authTables } from "../auth-tables.ts";
import { openSignIn } from "../invite-staff.ts";
import type { ProvenPerson } from "./who-signs-in.ts";

/**
 * Where the settings say so, someone with a proven address of the organisation's own domain joins at their first sign-in,
 * with the role the settings name, seeing their own records only. Anyone known already, active or not, is left as they are.
 */
export async function admitNewcomer(app: App, person: ProvenPerson): Promise<void> {
  const { newcomers } = app.config.oidc ?? {};
  const { email } = person;
  if (!newcomers || !email || !person.emailVerified) return;
  if (!newcomers.domains.includes(email.slice(email.lastIndexOf("@") + 1))) return;
  const ctx: Context = {
    app,
    actor: { kind: "system", id: "single sign-on" },
    now: app.clock.now(),
    locale: person.locale?.startsWith("fr") ? "fr" : "en",
    requestId: newId(),
  };
  await write(ctx, async (tx) => {
    const known = await authTables(tx)
      .selectFrom("account")
      .select("id")
      .where("providerId", "=", "oidc")
      .where("accountId", "=", person.sub)
      .executeTakeFirst();
    if (known) return; // their address changed at the provider: still the same person here
    const id = newId();
    const name = (person.name ?? email.slice(0, email.indexOf("@"))).slice(0, 120);
    const added = await tx
      .insertInto("staff")
      .values({ id, auth_user_id: id, name, email, roles: [newcomers.role], scope: "own", locale: ctx.locale, skills: [] })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (added.numInsertedOrUpdatedRows === 1n) await openSignIn(tx, { id, name, email, verified: true });
  });
}
