/** The demo organisation, made once on the first start: who we are, who works here, then what each module brings. */
import { sql } from "kysely";
import { json } from "#platform/database.ts";
import type { App, Context } from "#platform/context.ts";
import { newId } from "#platform/ids.ts";
import { write } from "#platform/write.ts";
import type { Module } from "#events/define-module.ts";
import { company, staff } from "./cast.ts";

/** Makes the demo organisation if this database has none. Returns false when there was one already. */
export async function seedDemo(app: App, modules: readonly Module[]): Promise<boolean> {
  const ctx: Context = { app, actor: { kind: "system", id: "seed" }, now: app.clock.now(), locale: "fr", requestId: "seed" };
  const made = await write(ctx, async (tx) => {
    await sql`select pg_advisory_xact_lock(7271002)`.execute(tx);
    if (await tx.selectFrom("legal_entities").select("id").executeTakeFirst()) return false;
    await tx
      .insertInto("legal_entities")
      .values({
        id: newId(),
        name: company.name,
        legal_form: "SAS",
        siren: company.siren,
        vat_number: company.vatNumber,
        address: json(company.address),
        iban: company.iban,
        bic: company.bic,
        email: company.email,
        phone: company.phone,
        brand_name: company.brandName,
        brand_color: company.brandColor,
        is_default: true,
      })
      .execute();
    const day = [
      ["09:00", "12:30"],
      ["14:00", "18:00"],
    ];
    await tx
      .insertInto("business_calendars")
      .values({
        id: newId(),
        name: "Bureaux",
        time_zone: "Europe/Paris",
        week: json({ 1: day, 2: day, 3: day, 4: day, 5: day, 6: [], 7: [] }),
        holiday_country: "FR",
        is_default: true,
      })
      .execute();
    const teams = new Map<string, string>();
    for (const { team } of Object.values(staff)) {
      if (teams.has(team)) continue;
      teams.set(team, newId());
      await tx
        .insertInto("teams")
        .values({ id: teams.get(team)!, name: team })
        .execute();
    }
    for (const person of Object.values(staff)) {
      await tx
        .insertInto("staff")
        .values({
          id: person.id,
          name: person.name,
          email: person.email,
          roles: person.roles,
          team_id: teams.get(person.team)!,
          scope: person.scope,
          skills: [...person.skills],
        })
        .execute();
    }
    return true;
  });
  if (made) for (const module of modules) await module.seed?.(ctx);
  return made;
}
