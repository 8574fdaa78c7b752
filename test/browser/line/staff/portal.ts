import type { Person } from "#test/story/client.ts";
import { codeIn } from "#test/story/scene.ts";
import type { Shift } from "./shift.ts";

/** The customer comes into their portal with a fresh code, as days may have passed since the last time. */
export async function comeIn({ scene, customer }: Shift): Promise<Person> {
  const portal = scene.visitor();
  await portal.post("/portal/codes", { email: customer.email });
  await scene.settle();
  await portal.post("/portal/sessions", { email: customer.email, code: codeIn(await scene.mail(customer.email, /code/i)) });
  return portal;
}
