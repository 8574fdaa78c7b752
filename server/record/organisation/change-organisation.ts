import type { z } from "zod";
import type { Context } from "#platform/context.ts";
import { json } from "#platform/database.ts";
import { write } from "#platform/write.ts";
import type { organisationContract } from "./contract.ts";
import { defaultLegalEntity } from "./legal-entity.ts";

type Input = z.infer<NonNullable<(typeof organisationContract.change)["~orpc"]["inputSchema"]>>;

/** Changes who we are towards customers. Documents already issued keep what they said. */
export const changeOrganisation = (ctx: Context, input: Input) =>
  write(ctx, async (tx) => {
    const entity = await defaultLegalEntity({ ...ctx, tx });
    const { brandName, brandColor, vatNumber, address, ...same } = input;
    const changes = {
      ...same,
      ...(brandName === undefined ? {} : { brand_name: brandName }),
      ...(brandColor === undefined ? {} : { brand_color: brandColor }),
      ...(vatNumber === undefined ? {} : { vat_number: vatNumber }),
      ...(address === undefined ? {} : { address: json(address) }),
    };
    if (Object.keys(changes).length > 0)
      await tx
        .updateTable("legal_entities")
        .set(changes as never)
        .where("id", "=", entity.id)
        .execute();
    return { id: entity.id };
  });
