import type { Database } from "#platform/database.ts";
import { found } from "#platform/errors.ts";

export interface Words {
  en: string;
  fr: string;
}

export interface Purpose {
  key: string;
  name: Words;
  description: Words;
  channel: "email" | "sms" | "any";
  basis: "consent" | "legitimate_interest";
  doubleOptIn: boolean;
  active: boolean;
  textVersion: string;
  text: Words;
}

/** Every purpose with its newest wording. */
export async function listPurposes(db: Database): Promise<Purpose[]> {
  const rows = await db.selectFrom("consent_purpose_list").selectAll().orderBy("position").execute();
  return rows.map((row) => ({
    key: row.key!,
    name: row.name as Words,
    description: row.description as Words,
    channel: row.channel as Purpose["channel"],
    basis: row.basis as Purpose["basis"],
    doubleOptIn: row.double_opt_in!,
    active: row.active!,
    textVersion: row.text_version ?? "",
    text: (row.text ?? { en: "", fr: "" }) as Words,
  }));
}

export async function purposeNamed(db: Database, key: string): Promise<Purpose> {
  return found(
    (await listPurposes(db)).find((purpose) => purpose.key === key && purpose.active),
    "purpose",
    key,
  );
}
