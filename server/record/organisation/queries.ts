import { sql } from "kysely";
import type { Context } from "#platform/context.ts";
import type { postalAddress } from "./contract.ts";
import type { z } from "zod";
import { defaultLegalEntity } from "./legal-entity.ts";

export async function showBrand(ctx: Context) {
  const entity = await defaultLegalEntity(ctx);
  return {
    brandName: entity.brand_name,
    brandColor: entity.brand_color,
    logoSvg: entity.logo_svg,
    locale: entity.locale as "en" | "fr",
    demo: ctx.app.config.demo,
  };
}

export async function showOrganisation(ctx: Context) {
  const entity = await defaultLegalEntity(ctx);
  return {
    id: entity.id,
    name: entity.name,
    legalForm: entity.legal_form,
    siren: entity.siren,
    vatNumber: entity.vat_number,
    address: entity.address as z.infer<typeof postalAddress>,
    iban: entity.iban,
    bic: entity.bic,
    email: entity.email,
    phone: entity.phone,
    brandName: entity.brand_name,
    brandColor: entity.brand_color,
    logoSvg: entity.logo_svg,
    currency: entity.currency,
    timeZone: entity.time_zone,
    locale: entity.locale as "en" | "fr",
  };
}

export async function listCalendars(ctx: Context) {
  const rows = await ctx.app.db.selectFrom("business_calendars").selectAll().orderBy("name").execute();
  return {
    rows: rows.map((row) => ({
      id: row.id,
      name: row.name,
      timeZone: row.time_zone,
      week: row.week as never,
      holidays: row.holidays as string[],
      isDefault: row.is_default,
    })),
  };
}

export async function showStatus(ctx: Context) {
  const { db } = ctx.app;
  const [queue, last, loops, projections] = await Promise.all([
    sql<{
      waiting: bigint;
      failed: bigint;
    }>`select count(*) filter (where attempts < max_attempts and run_at <= now()) as waiting, count(*) filter (where attempts > 0) as failed from graphile_worker._private_jobs`.execute(
      db,
    ),
    sql<{ position: bigint }>`select coalesce(max(position), 0) as position from events`.execute(db),
    db.selectFrom("loop_runs").selectAll().orderBy("name").execute(),
    sql<{ name: string; behind: bigint; updated_at: Date; error: string | null }>`
      select name, updated_at, error, (select count(*) from (select 1 from events e where (e.tx, e.position) > (c.tx, c.position) limit 100000) late) as behind from projection_cursors c order by name`.execute(
      db,
    ),
  ]);
  return {
    now: ctx.now,
    clockOffsetMs: ctx.app.clock.offsetMs(),
    demo: ctx.app.config.demo,
    waitingJobs: Number(queue.rows[0]?.waiting ?? 0n),
    failedJobs: Number(queue.rows[0]?.failed ?? 0n),
    lastPosition: (last.rows[0]?.position ?? 0n).toString(),
    loops: loops.map((loop) => ({
      name: loop.name,
      lastStartedAt: loop.started_at,
      lastFinishedAt: loop.finished_at,
      error: loop.error,
    })),
    projections: projections.rows.map((row) => ({
      name: row.name,
      behind: Number(row.behind),
      updatedAt: row.updated_at,
      error: row.error,
    })),
  };
}
