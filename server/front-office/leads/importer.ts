import { sql } from "kysely";
import { appendMany } from "#events/append-many.ts";
import { json } from "#platform/database.ts";
import { importNote } from "#platform/import-note.ts";
import { newId } from "#platform/ids.ts";
import { type Importer, type ImportOutcome, parseWhen } from "#platform/importer.ts";

/** Marketing leads from an export, each at the date of its first contact. A lead without a name keeps its identifier as one. */
export const leadsImporter: Importer = {
  kind: "leads",
  en: "Leads",
  fr: "Prospects",
  fields: [
    {
      name: "externalId",
      en: "Identifier in the source",
      fr: "Identifiant d’origine",
      required: true,
      headings: ["mqlid", "leadid", "recordid", "id", "prospectid", "externalid"],
    },
    {
      name: "capturedOn",
      en: "First contact",
      fr: "Premier contact",
      headings: ["firstcontactdate", "createdate", "createddate", "datecreation", "date"],
    },
    { name: "source", en: "Source", fr: "Origine", headings: ["origin", "leadsource", "originalsource", "source", "origine"] },
    { name: "firstName", en: "First name", fr: "Prénom", headings: ["firstname", "prenom"] },
    { name: "lastName", en: "Last name", fr: "Nom", headings: ["lastname", "nom"] },
    { name: "email", en: "E-mail", fr: "E-mail", headings: ["email", "emailaddress", "courriel"] },
    { name: "phone", en: "Phone", fr: "Téléphone", headings: ["phone", "phonenumber", "telephone"] },
    {
      name: "company",
      en: "Company",
      fr: "Entreprise",
      headings: ["company", "companyname", "account", "entreprise", "societe"],
    },
  ],
  async take(tx, ctx, importId, rows, options) {
    const outcomes: ImportOutcome[] = [];
    const keys = rows.flatMap((row) => row.values.externalId ?? []);
    const known = new Map(
      (
        await tx
          .selectFrom("leads")
          .select(["id", "external_id"])
          .where("external_id", "in", keys.length > 0 ? keys : [""])
          .execute()
      ).map((row) => [row.external_id!, row.id]),
    );
    const made = [];
    for (const { line, values } of rows) {
      if (!values.externalId) {
        outcomes.push({
          line,
          status: "error",
          field: "externalId",
          note: importNote(ctx.locale, "identifier_missing"),
        });
        continue;
      }
      const at = values.capturedOn ? parseWhen(values.capturedOn, options.dateFormat) : ctx.now;
      if (!at) {
        outcomes.push({
          line,
          status: "error",
          field: "capturedOn",
          note: importNote(ctx.locale, "not_a_date", values.capturedOn),
        });
        continue;
      }
      const existing = known.get(values.externalId);
      if (existing) {
        outcomes.push({ line, status: "unchanged", recordId: existing });
        continue;
      }
      const id = newId();
      known.set(values.externalId, id);
      const name =
        [values.firstName, values.lastName].filter(Boolean).join(" ") ||
        values.company ||
        values.email ||
        values.externalId.slice(0, 12);
      made.push({
        id,
        external_id: values.externalId,
        name,
        source: values.source ?? "not_given",
        email: values.email ?? null,
        phone: values.phone ?? null,
        company: values.company ?? null,
        created_at: at,
        import_id: importId,
      });
      outcomes.push({ line, status: "created", recordId: id });
    }
    await sql`
      insert into leads (id, external_id, status, source, name, email, phone, company, last_touch_at, created_at, import_id)
      select id, external_id, 'new', source, name, email, phone, company, created_at, created_at, import_id
      from jsonb_to_recordset(${json(made)}::jsonb) as r(id uuid, external_id text, source text, name text, email text, phone text, company text, created_at timestamptz, import_id uuid)`.execute(
      tx,
    );
    await appendMany(
      tx,
      ctx,
      "lead.captured",
      made.map((lead) => ({
        subjectId: lead.id,
        channel: "import" as const,
        occurredAt: lead.created_at,
        data: { source: lead.source, name: lead.name, email: lead.email, company: lead.company },
      })),
    );
    return { outcomes, warnings: [] };
  },
  undo: async (tx, importId) =>
    Number((await tx.deleteFrom("leads").where("import_id", "=", importId).executeTakeFirst()).numDeletedRows),
};

/** Which of the imported leads became customers, and when: a second file of the same source. */
export const wonLeadsImporter: Importer = {
  kind: "won-leads",
  en: "Won leads",
  fr: "Prospects gagnés",
  fields: [
    {
      name: "externalId",
      en: "Identifier of the lead",
      fr: "Identifiant du prospect",
      required: true,
      headings: ["mqlid", "leadid", "recordid", "id"],
    },
    {
      name: "wonOn",
      en: "Won on",
      fr: "Gagné le",
      required: true,
      headings: ["wondate", "closedate", "converteddate", "dategain"],
    },
  ],
  async take(tx, ctx, importId, rows, options) {
    const outcomes: ImportOutcome[] = [];
    const keys = rows.flatMap((row) => row.values.externalId ?? []);
    const known = new Map(
      (
        await tx
          .selectFrom("leads")
          .select(["id", "external_id", "won_at"])
          .where("external_id", "in", keys.length > 0 ? keys : [""])
          .execute()
      ).map((row) => [row.external_id!, row]),
    );
    const facts = [];
    for (const { line, values } of rows) {
      const lead = values.externalId ? known.get(values.externalId) : undefined;
      const at = values.wonOn ? parseWhen(values.wonOn, options.dateFormat) : undefined;
      if (!lead)
        outcomes.push({
          line,
          status: "error",
          field: "externalId",
          note: importNote(ctx.locale, "lead_unknown", values.externalId),
        });
      else if (!at)
        outcomes.push({ line, status: "error", field: "wonOn", note: importNote(ctx.locale, "not_a_date", values.wonOn) });
      else if (lead.won_at) outcomes.push({ line, status: "unchanged", recordId: lead.id });
      else {
        await tx
          .updateTable("leads")
          .set({ status: "converted", won_at: at, closed_at: at, raw: json({ wonImportId: importId }) })
          .where("id", "=", lead.id)
          .execute();
        const captured = await tx
          .selectFrom("events")
          .select(["id", "correlation_id"])
          .where("subject_id", "=", lead.id)
          .orderBy("position")
          .limit(1)
          .executeTakeFirst();
        facts.push({
          subjectId: lead.id,
          channel: "import" as const,
          occurredAt: at,
          ...(captured && { correlationId: captured.correlation_id, causationId: captured.id }),
          data: { opportunityId: null, contactIds: [] },
        });
        outcomes.push({ line, status: "updated", recordId: lead.id });
      }
    }
    await appendMany(tx, ctx, "lead.converted", facts);
    return { outcomes, warnings: [] };
  },
  async undo(tx, importId) {
    const undone =
      await sql`update leads set status = 'new', won_at = null, closed_at = null, raw = '{}' where raw->>'wonImportId' = ${importId}`.execute(
        tx,
      );
    return Number(undone.numAffectedRows ?? 0n);
  },
};
