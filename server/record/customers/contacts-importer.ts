import { appendMany } from "#events/append-many.ts";
import { importNote } from "#platform/import-note.ts";
import { newId } from "#platform/ids.ts";
import type { Importer, ImportOutcome } from "#platform/importer.ts";
import { handlesOf } from "./add-contact.ts";
import { keepIdentifiers } from "./identifiers.ts";

const emailShape = /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/;

/** People from a CRM export, joined to their account by its name. */
export const contactsImporter: Importer = {
  kind: "contacts",
  en: "Contacts",
  fr: "Contacts",
  fields: [
    {
      name: "externalId",
      en: "Identifier in the source",
      fr: "Identifiant d’origine",
      headings: ["recordid", "contactid", "id", "externalid"],
    },
    { name: "firstName", en: "First name", fr: "Prénom", headings: ["firstname", "prenom", "givenname"] },
    { name: "lastName", en: "Last name", fr: "Nom", headings: ["lastname", "nom", "surname", "familyname"] },
    { name: "email", en: "E-mail", fr: "E-mail", headings: ["email", "emailaddress", "mail", "courriel", "adresseemail"] },
    { name: "phone", en: "Phone", fr: "Téléphone", headings: ["phone", "phonenumber", "mobile", "telephone", "mobilephone"] },
    { name: "jobTitle", en: "Job title", fr: "Fonction", headings: ["title", "jobtitle", "fonction", "poste"] },
    {
      name: "account",
      en: "Account",
      fr: "Compte",
      headings: ["account", "accountname", "companyname", "company", "associatedcompany", "societe", "entreprise"],
    },
  ],
  async take(tx, ctx, importId, rows) {
    const outcomes: ImportOutcome[] = [];
    const accounts = [...new Set(rows.flatMap((row) => row.values.account ?? []))];
    const customers = new Map(
      (
        await tx
          .selectFrom("customers")
          .select(["id", "name"])
          .where("name", "in", accounts.length > 0 ? accounts : [""])
          .where("merged_into_id", "is", null)
          .execute()
      ).map((row) => [row.name, row.id]),
    );
    const facts = [];
    for (const { line, values } of rows) {
      const email = values.email?.toLowerCase();
      const key = values.externalId ?? (email ? `email:${email}` : undefined);
      if (!key || (!values.lastName && !values.firstName && !email)) {
        outcomes.push({ line, status: "error", note: importNote(ctx.locale, "person_missing") });
        continue;
      }
      if (email && !emailShape.test(email)) {
        outcomes.push({ line, status: "error", field: "email", note: importNote(ctx.locale, "not_an_email", values.email) });
        continue;
      }
      const known = await tx
        .selectFrom("contacts")
        .select("id")
        .where((eb) => eb.or([eb("external_id", "=", key), ...(email ? [eb("email", "=", email)] : [])]))
        .limit(1)
        .executeTakeFirst();
      if (known) {
        outcomes.push({ line, status: "unchanged", recordId: known.id });
        continue;
      }
      const id = newId();
      const customerId = values.account ? (customers.get(values.account) ?? null) : null;
      await tx
        .insertInto("contacts")
        .values({
          id,
          customer_id: customerId,
          first_name: values.firstName ?? "",
          last_name: values.lastName ?? "",
          email: email ?? null,
          phone: values.phone ?? null,
          job_title: values.jobTitle ?? null,
          import_id: importId,
          external_id: key,
          created_at: ctx.now,
        })
        .execute();
      await keepIdentifiers(tx, { id, customerId }, handlesOf({ email, phone: values.phone }));
      facts.push({
        subjectId: id,
        contactId: id,
        customerId,
        channel: "import" as const,
        occurredAt: ctx.now,
        data: { name: `${values.firstName ?? ""} ${values.lastName ?? ""}`.trim() || email!, email: email ?? null, roles: [] },
      });
      outcomes.push(
        values.account && !customerId
          ? {
              line,
              status: "marked",
              recordId: id,
              field: "account",
              note: importNote(ctx.locale, "account_unknown", values.account),
            }
          : { line, status: "created", recordId: id },
      );
    }
    await appendMany(tx, ctx, "contact.added", facts);
    return { outcomes, warnings: [] };
  },
  async undo(tx, importId) {
    const mine = tx.selectFrom("contacts").select("id").where("import_id", "=", importId);
    await tx.deleteFrom("identifiers").where("contact_id", "in", mine).execute();
    return Number((await tx.deleteFrom("contacts").where("import_id", "=", importId).executeTakeFirst()).numDeletedRows);
  },
};
