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

export async function listForms(ctx: Context) {
  const rows = await reader(ctx).selectFrom("forms").selectAll().orderBy("created_at").execute();
  return { rows: rows.map((row) => ({ ...toForm(row), active: row.active })) };
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
