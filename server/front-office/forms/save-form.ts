import type { Context } from "#platform/context.ts";
import { json } from "#platform/database.ts";
import { found } from "#platform/errors.ts";
import { newId } from "#platform/ids.ts";
import { write } from "#platform/write.ts";
import type { FormField } from "./check-values.ts";

interface Bilingual {
  en: string;
  fr: string;
}

export const createForm = (
  ctx: Context,
  input: { slug: string; name: Bilingual; fields: FormField[]; purposes: string[]; thanks: Bilingual },
) =>
  write(ctx, async (tx) => {
    const id = newId();
    await tx
      .insertInto("forms")
      .values({
        id,
        slug: input.slug,
        name: json(input.name),
        fields: json(input.fields),
        purposes: input.purposes,
        thanks: json(input.thanks),
        created_at: ctx.now,
      })
      .execute();
    return { id };
  });

/** Changes a form from now on; what was sent in stays as it was. */
export const changeForm = (
  ctx: Context,
  input: {
    formId: string;
    name?: Bilingual | undefined;
    fields?: FormField[] | undefined;
    purposes?: string[] | undefined;
    thanks?: Bilingual | undefined;
    active?: boolean | undefined;
  },
) =>
  write(ctx, async (tx) => {
    const changes = {
      ...(input.name && { name: json(input.name) }),
      ...(input.fields && { fields: json(input.fields) }),
      ...(input.purposes && { purposes: input.purposes }),
      ...(input.thanks && { thanks: json(input.thanks) }),
      ...(input.active !== undefined && { active: input.active }),
    };
    found(await tx.selectFrom("forms").select("id").where("id", "=", input.formId).executeTakeFirst(), "form", input.formId);
    if (Object.keys(changes).length > 0) await tx.updateTable("forms").set(changes).where("id", "=", input.formId).execute();
    return { id: input.formId };
  });
