import { appendMany } from "#events/append-many.ts";
import { json } from "#platform/database.ts";
import { importNote } from "#platform/import-note.ts";
import { newId } from "#platform/ids.ts";
import type { Locale } from "#platform/context.ts";
import {
  type Importer,
  type ImportOptions,
  type ImportOutcome,
  type ImportRow,
  type ImportWarning,
  parseWhen,
  plainHeading,
} from "#platform/importer.ts";
import { parseMoney } from "#platform/money.ts";
import { sql } from "kysely";
import { wholeDays } from "./opportunity.ts";

const stageNames: Record<string, string> = {
  prospecting: "prospecting",
  prospection: "prospecting",
  qualification: "prospecting",
  engaging: "engaging",
  needsanalysis: "engaging",
  appointmentscheduled: "engaging",
  qualifiedtobuy: "engaging",
  valueproposition: "proposal",
  proposal: "proposal",
  proposalpricequote: "proposal",
  presentationscheduled: "proposal",
  decisionmakerboughtin: "negotiation",
  contractsent: "negotiation",
  negotiation: "negotiation",
  negotiationreview: "negotiation",
  won: "won",
  closedwon: "won",
  gagnee: "won",
  lost: "lost",
  closedlost: "lost",
  perdue: "lost",
};

interface Read {
  line: number;
  key: string;
  stage: string;
  engagedAt: Date | undefined;
  closedAt: Date | undefined;
  valueMinor: bigint | null;
  values: ImportRow["values"];
}

/** One row understood, or the field that cannot be. */
function readRow({ line, values }: ImportRow, options: ImportOptions, locale: Locale): Read | ImportOutcome {
  const error = (field: string, note: Parameters<typeof importNote>[1], value?: string): ImportOutcome => ({
    line,
    status: "error",
    field,
    note: importNote(locale, note, value),
  });
  if (!values.externalId) return error("externalId", "identifier_missing");
  const stage = stageNames[plainHeading(values.stage ?? "")];
  if (!stage) return error("stage", "not_a_stage", values.stage);
  const engagedAt = values.engagedOn ? parseWhen(values.engagedOn, options.dateFormat) : undefined;
  if (values.engagedOn && !engagedAt) return error("engagedOn", "not_a_date", values.engagedOn);
  const closedAt = values.closedOn ? parseWhen(values.closedOn, options.dateFormat) : undefined;
  if (values.closedOn && !closedAt) return error("closedOn", "not_a_date", values.closedOn);
  if ((stage === "won" || stage === "lost") && !closedAt) return error("closedOn", "close_date_missing");
  try {
    return {
      line,
      key: values.externalId,
      stage,
      engagedAt,
      closedAt,
      valueMinor: values.value ? parseMoney(values.value.replace(/[\s,\u00a0\u202f]/g, ""), options.currency) : null,
      values,
    };
  } catch {
    return error("value", "not_an_amount", values.value);
  }
}

const isRead = (row: Read | ImportOutcome): row is Read => "key" in row;

/** Deals from a CRM export: HubSpot deals, Salesforce opportunities, or any pipeline table. Their history becomes facts at its own dates. */
export const opportunitiesImporter: Importer = {
  kind: "opportunities",
  en: "Opportunities",
  fr: "Affaires",
  fields: [
    {
      name: "externalId",
      en: "Identifier in the source",
      fr: "Identifiant d’origine",
      required: true,
      headings: ["opportunityid", "recordid", "dealid", "id", "externalid"],
    },
    { name: "name", en: "Name", fr: "Nom", headings: ["dealname", "opportunityname", "name", "nom"] },
    {
      name: "account",
      en: "Account",
      fr: "Compte",
      headings: ["account", "accountname", "associatedcompany", "company", "client"],
    },
    {
      name: "owner",
      en: "Owner",
      fr: "Responsable",
      headings: ["salesagent", "dealowner", "opportunityowner", "owner", "commercial", "responsable"],
    },
    { name: "product", en: "Product", fr: "Produit", headings: ["product", "productname", "produit"] },
    { name: "stage", en: "Stage", fr: "Étape", required: true, headings: ["dealstage", "stage", "stagename", "etape", "statut"] },
    {
      name: "engagedOn",
      en: "Opened on",
      fr: "Ouverte le",
      headings: ["engagedate", "createdate", "createddate", "opendate", "datecreation"],
    },
    { name: "closedOn", en: "Closed on", fr: "Close le", headings: ["closedate", "closeddate", "dateclosed", "datecloture"] },
    { name: "value", en: "Amount", fr: "Montant", headings: ["closevalue", "amount", "value", "montant", "dealamount"] },
  ],
  async take(tx, ctx, importId, rows, options) {
    const read = rows.map((row) => readRow(row, options, ctx.locale));
    const outcomes: ImportOutcome[] = read.filter((row): row is ImportOutcome => !isRead(row));
    const good = read.filter(isRead);
    const known = new Map(
      (
        await tx
          .selectFrom("opportunities")
          .select(["id", "external_id"])
          .where("external_id", "in", orNone(good.map((row) => row.key)))
          .execute()
      ).map((row) => [row.external_id!, row.id]),
    );
    const customers = new Map(
      (
        await tx
          .selectFrom("customers")
          .select(["id", "name"])
          .where("name", "in", orNone(good.flatMap((row) => row.values.account ?? [])))
          .where("merged_into_id", "is", null)
          .execute()
      ).map((row) => [row.name, row.id]),
    );
    const owners = new Map(
      (
        await tx
          .selectFrom("staff")
          .select(["id", "name", "team_id"])
          .where("name", "in", orNone(good.flatMap((row) => row.values.owner ?? [])))
          .execute()
      ).map((row) => [row.name, row]),
    );
    const made: (Read & { id: string; customerId: string | null; createdAt: Date })[] = [];
    for (const row of good) {
      const existing = known.get(row.key);
      if (existing) {
        outcomes.push({ line: row.line, status: "unchanged", recordId: existing });
        continue;
      }
      const id = newId();
      known.set(row.key, id);
      const customerId = row.values.account ? (customers.get(row.values.account) ?? null) : null;
      made.push({ ...row, id, customerId, createdAt: row.engagedAt ?? row.closedAt ?? ctx.now });
      if (customerId) outcomes.push({ line: row.line, status: "created", recordId: id });
      else
        outcomes.push({
          line: row.line,
          status: "marked",
          recordId: id,
          field: "account",
          note: row.values.account
            ? importNote(ctx.locale, "account_unknown", row.values.account)
            : importNote(ctx.locale, "account_missing"),
        });
    }
    const records = made.map((row) => {
      const owner = row.values.owner ? owners.get(row.values.owner) : undefined;
      const { id, key, stage, valueMinor, customerId, createdAt, closedAt, engagedAt, values } = row;
      const day = (at: Date | undefined) => at?.toISOString().slice(0, 10) ?? null;
      return {
        id,
        external_id: key,
        name: values.name ?? [values.product, values.account].filter(Boolean).join(" – ") ?? key,
        customer_id: customerId,
        stage,
        value_minor: valueMinor,
        currency: options.currency,
        owner_id: owner?.id ?? null,
        owner_name: values.owner ?? null,
        team_id: owner?.team_id ?? null,
        product: values.product ?? null,
        engaged_on: day(engagedAt),
        closed_at: closedAt ?? null,
        mark: customerId ? null : "no_account",
        import_id: importId,
        created_at: createdAt,
      };
    });
    await sql`
      insert into opportunities (id, external_id, name, customer_id, stage, value_minor, currency, owner_id, owner_name, team_id, product, engaged_on, closed_at, mark, import_id, created_at)
      select id, external_id, coalesce(nullif(name, ''), external_id), customer_id, stage, value_minor, currency, owner_id, owner_name, team_id, product, engaged_on, closed_at, mark, import_id, created_at
      from jsonb_to_recordset(${json(records)}::jsonb) as r(id uuid, external_id text, name text, customer_id uuid, stage text, value_minor bigint, currency text, owner_id uuid, owner_name text, team_id uuid, product text, engaged_on date, closed_at timestamptz, mark text, import_id uuid, created_at timestamptz)`.execute(
      tx,
    );
    await stateHistory(tx, ctx, made, records, options.currency);
    return { outcomes, warnings: await unknownProducts(tx, good) };
  },
  undo: async (tx, importId) =>
    Number((await tx.deleteFrom("opportunities").where("import_id", "=", importId).executeTakeFirst()).numDeletedRows),
};

const orNone = (values: readonly string[]): string[] => (values.length > 0 ? [...new Set(values)] : [""]);

/** Opened, and won or lost, each at its own date and on one line. */
async function stateHistory(
  tx: Parameters<Importer["take"]>[0],
  ctx: Parameters<Importer["take"]>[1],
  made: readonly (Read & { id: string; customerId: string | null; createdAt: Date })[],
  records: readonly { name: string; owner_id: string | null }[],
  currency: string,
): Promise<void> {
  const opened = await appendMany(
    tx,
    ctx,
    "opportunity.opened",
    made.map((row, i) => ({
      subjectId: row.id,
      customerId: row.customerId,
      channel: "import" as const,
      occurredAt: row.createdAt,
      data: {
        name: records[i]!.name || row.key,
        stage: row.engagedAt ? "engaging" : "prospecting",
        valueMinor: row.valueMinor,
        currency,
        ownerId: records[i]!.owner_id,
        ...(row.values.product && { product: row.values.product }),
      },
    })),
  );
  const closed = made
    .map((row, i) => ({ row, openedId: opened[i]! }))
    .filter(({ row }) => row.closedAt && (row.stage === "won" || row.stage === "lost"));
  const fact = ({ row, openedId }: (typeof closed)[number]) => ({
    subjectId: row.id,
    customerId: row.customerId,
    channel: "import" as const,
    occurredAt: row.closedAt!,
    correlationId: openedId,
    causationId: openedId,
  });
  await appendMany(
    tx,
    ctx,
    "opportunity.won",
    closed
      .filter(({ row }) => row.stage === "won")
      .map((each) => ({
        ...fact(each),
        data: { valueMinor: each.row.valueMinor ?? 0n, currency, daysOpen: wholeDays(each.row.createdAt, each.row.closedAt!) },
      })),
  );
  await appendMany(
    tx,
    ctx,
    "opportunity.lost",
    closed
      .filter(({ row }) => row.stage === "lost")
      .map((each) => ({ ...fact(each), data: { reason: "not given", valueMinor: each.row.valueMinor, currency } })),
  );
}

/** Products no offering is called, with the one that differs only in spacing or case. */
async function unknownProducts(tx: Parameters<Importer["take"]>[0], rows: readonly Read[]): Promise<ImportWarning[]> {
  const products = [...new Set(rows.flatMap((row) => row.values.product ?? []))];
  const offerings = await tx.selectFrom("offerings").select("name").execute();
  const names = offerings.map((row) => (row.name as { en: string }).en);
  if (names.length === 0) return [];
  return rows
    .filter((row) => row.values.product && products.includes(row.values.product) && !names.includes(row.values.product))
    .map((row) => {
      const suggestion = names.find((name) => plainHeading(name) === plainHeading(row.values.product!));
      return { field: "product", value: row.values.product!, ...(suggestion && { suggestion }) };
    });
}
