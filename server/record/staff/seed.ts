import { hashPassword } from "better-auth/crypto";
import type { Context } from "#platform/context.ts";
import { write } from "#platform/write.ts";
import { demoPassword } from "#test/story/cast.ts";
import { openSignIn } from "./invite-staff.ts";
import { keepPassword } from "./set-password.ts";

/** Everyone of the demo cast can sign in. One hash serves all: the password is public anyway, and hashing is slow on purpose. */
export async function seedStaff(ctx: Context): Promise<void> {
  const hash = await hashPassword(demoPassword);
  await write(ctx, async (tx) => {
    for (const person of await tx.selectFrom("staff").select(["id", "name", "email"]).execute()) {
      await openSignIn(tx, { ...person, verified: true });
      await keepPassword(tx, person.id, hash);
      await tx.updateTable("staff").set({ auth_user_id: person.id }).where("id", "=", person.id).execute();
    }
  });
}
