import { sql } from "kysely";
import { appendMany } from "#events/append-many.ts";
import { json } from "#platform/database.ts";
import { importNote } from "#platform/import-note.ts";
import { newId } from "#platform/ids.ts";
import type { Importer, ImportOutcome, ImportRow } from "#platform/importer.ts";
import { takeNumber } from "#record/organisation/take-number.ts";

const keyOf = (row: ImportRow): string => row.values.externalId ?? `name:${row.values.name}`;

/** Accounts from a CRM export: HubSpot companies, Salesforce accounts, or any table with a name column. */
export const customersImporter: Importer = {
  kind: "customers",
  en: "Accounts",
  fr: "Comptes",
  fields: [
    {
      name: "name",
      en: "Name",
      fr: "Nom",
      required: true,
      headings: ["account", "accountname", "companyname", "company", "name", "nom", "raisonsociale", "client"],
    },
    {
      name: "externalId",
      en: "Identifier in the source",
      fr: "Identifiant d’origine",
      headings: ["recordid", "accountid", "companyid", "id", "externalid", "identifiant"],
    },
    { name: "sector", en: "Sector", fr: "Secteur", headings: ["sector", "industry", "secteur", "activite"] },
    { name: "size", en: "Employees", fr: "Effectif", headings: ["employees", "numberofemployees", "effectif", "size"] },
    {
      name: "website",
      en: "Website",
      fr: "Site web",
      headings: ["website", "websiteurl", "domain", "companydomainname", "siteweb"],
    },
    { name: "siren", en: "SIREN", fr: "SIREN", headings: ["siren", "siret"] },
    { name: "vatNumber", en: "VAT number", fr: "N° de TVA", headings: ["vat", "vatnumber", "tva", "numerotva"] },
    {
      name: "location",
      en: "Location",
      fr: "Localisation",
      headings: ["officelocation", "location", "country", "billingcountry", "pays", "city", "billingcity", "ville"],
    },
    { name: "revenue", en: "Revenue", fr: "Chiffre d’affaires", headings: ["revenue", "annualrevenue", "chiffredaffaires"] },
    { name: "founded", en: "Founded", fr: "Création", headings: ["yearestablished", "yearfounded", "founded", "anneecreation"] },
    {
      name: "parent",
      en: "Parent account",
      fr: "Maison mère",
      headings: ["subsidiaryof", "parentaccount", "parentcompany", "maisonmere"],
    },
  ],
  async take(tx, ctx, importId, rows) {
    const outcomes: ImportOutcome[] = rows
      .filter((row) => !row.values.name)
      .map((row) => ({ line: row.line, status: "error", field: "name", note: importNote(ctx.locale, "name_missing") }));
    const named = rows.filter((row) => row.values.name);
    const keys = [...new Set(named.map(keyOf))];
    const known = new Map(
      (
        await tx
          .selectFrom("customers")
          .select(["id", "external_id"])
          .where("external_id", "in", keys.length > 0 ? keys : [""])
          .execute()
      ).map((row) => [row.external_id!, row.id]),
    );
    const made: { id: string; row: ImportRow }[] = [];
    for (const row of named) {
      const existing = known.get(keyOf(row));
      if (existing) {
        outcomes.push({ line: row.line, status: "unchanged", recordId: existing });
        continue;
      }
      const id = newId();
      known.set(keyOf(row), id);
      made.push({ id, row });
      outcomes.push({ line: row.line, status: "created", recordId: id });
    }
    for (const { id, row } of made) {
      const { name, sector, size, website, siren, vatNumber, location, revenue, founded } = row.values;
      await tx
        .insertInto("customers")
        .values({
          id,
          number: await takeNumber(tx, "customers", "CLI-"),
          kind: "company",
          name: name!,
          sector: sector ?? null,
          size: size ?? null,
          website: website ?? null,
          siren: siren ?? null,
          vat_number: vatNumber ?? null,
          import_id: importId,
          external_id: keyOf(row),
          attributes: json({ ...(location && { location }), ...(revenue && { revenue }), ...(founded && { founded }) }),
          created_at: ctx.now,
        })
        .execute();
    }
    await appendMany(
      tx,
      ctx,
      "customer.created",
      made.map(({ id, row }) => ({
        subjectId: id,
        customerId: id,
        channel: "import" as const,
        occurredAt: ctx.now,
        data: { name: row.values.name!, kind: "company" as const },
      })),
    );
    for (const { id, row } of made) {
      if (row.values.parent)
        await sql`update customers set parent_id = (select p.id from customers p where p.name = ${row.values.parent} and p.id <> ${id} limit 1) where id = ${id}`.execute(
          tx,
        );
    }
    return { outcomes, warnings: [] };
  },
  async undo(tx, importId) {
    await sql`update customers set parent_id = null where parent_id in (select id from customers where import_id = ${importId})`.execute(
      tx,
    );
    return Number((await tx.deleteFrom("customers").where("import_id", "=", importId).executeTakeFirst()).numDeletedRows);
  },
};
