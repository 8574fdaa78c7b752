import { sql } from "kysely";
import { type Context, reader } from "#platform/context.ts";
import { found } from "#platform/errors.ts";
import { decodeCursor, page } from "#platform/page.ts";
import type { FormField } from "./check-values.ts";

type Bilingual = { en: string; fr: string };
interface Row {
  id: string;
  slug: string;
  name: unknown;
  fields: unknown;
  purposes: string[];
  thanks: unknown;
}
const toForm = (row: Row) => ({
  id: row.id,
  slug: row.slug,
  name: row.name as Bilingual,
  fields: row.fields as FormField[],
  purposes: row.purposes,
  thanks: row.thanks as Bilingual,
});

/** Every form with how often it was sent in and the pages it stands on. */
export async function listForms(ctx: Context) {
  const db = reader(ctx);
  const [forms, sent, campaigns] = await Promise.all([
    db.selectFrom("forms").selectAll().orderBy("created_at").execute(),
    db
      .selectFrom("form_submissions")
      .select(["form_id", (eb) => eb.fn.countAll<bigint>().as("n"), (eb) => eb.fn.max("submitted_at").as("last")])
      .groupBy("form_id")
      .execute(),
    db
      .selectFrom("campaigns")
      .select(["id", "name", "slug", "status", "form_slug"])
      .where("form_slug", "is not", null)
      .orderBy("created_at", "desc")
      .execute(),
  ]);
  return {
    rows: forms.map((row) => {
      const received = sent.find((one) => one.form_id === row.id);
      return {
        ...toForm(row),
        active: row.active,
        submissions: Number(received?.n ?? 0),
        lastSubmittedAt: received?.last ?? null,
        campaigns: campaigns
          .filter((campaign) => campaign.form_slug === row.slug)
          .map(({ id, name, slug, status }) => ({ id, name, slug, status })),
      };
    }),
  };
}

export async function readForm(ctx: Context, input: { slug: string }) {
  return toForm(
    found(
      await reader(ctx)
        .selectFrom("forms")
        .selectAll()
        .where("slug", "=", input.slug)
        .where("active", "=", true)
        .executeTakeFirst(),
      "form",
      input.slug,
    ),
  );
}

export async function listSubmissions(ctx: Context, input: { formId: string; cursor?: string | undefined; limit: number }) {
  let query = reader(ctx)
    .selectFrom("form_submissions")
    .selectAll()
    .where("form_id", "=", input.formId)
    .orderBy("submitted_at", "desc")
    .orderBy("id", "desc")
    .limit(input.limit + 1);
  if (input.cursor) {
    const [at, id] = decodeCursor(input.cursor, 2);
    query = query.where(sql<boolean>`(submitted_at, id) < (${at}::timestamptz, ${id}::uuid)`);
  }
  const cut = page(await query.execute(), input.limit, (row) => [row.submitted_at, row.id]);
  return {
    rows: cut.rows.map((row) => ({
      id: row.id,
      contactId: row.contact_id,
      values: row.values as Record<string, string>,
      purposes: row.purposes,
      submittedAt: row.submitted_at,
    })),
    nextCursor: cut.nextCursor,
  };
}
